#!/usr/bin/env bash
# Seconds from a fresh clone with an empty HOME to a built demo paper, then the second start.
#     bash bench/first_start.sh
set -euo pipefail
root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q "$root" "$work/clone"
mkdir "$work/home"
cd "$work/clone"
for start in first second; do
  begun=$(date +%s.%N)
  env -u VIRTUAL_ENV HOME="$work/home" python3 manage.py demo --no-serve >"$work/$start.log" 2>&1 || { cat "$work/$start.log"; exit 1; }
  printf '%s start: %.1f s\n' "$start" "$(python3 -c "import sys,time; print(time.time() - float(sys.argv[1]))" "$begun")"
done
