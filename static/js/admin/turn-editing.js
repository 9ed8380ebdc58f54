/* <turn-editing> around <turn-rows>: what an editor does to a turn. The same operations as
   articles/review/rearranging.py, which does them for browsers without script; a test compares. None loses a word.
   Each gives the number of the turn to go on with. */
;(() => {
  const NOBODY = "-1"
  const OTHER = { question: "answer", answer: "question" }
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean)
  const joined = (rows) => rows.join("\n\n")

  class TurnEditing extends HTMLElement {
    get list() {
      return this.querySelector("turn-rows")
    }

    split(n, at) {
      const turns = this.list.read()
      const before = turns[n].text.slice(0, at).trimEnd()
      const after = turns[n].text.slice(at).trimStart()
      if (!before || !after) return n
      const said = this.labelled(after)
      const known = said.speaker !== NOBODY
      const other = OTHER[turns[n].kind] ?? turns[n].kind
      const kind = known ? this.usualKind(turns, said.speaker, other) : other
      const speaker = known ? said.speaker : this.usualSpeaker(turns, n, kind)
      const { source } = turns[n]
      const count = lines(before).length
      const first = { ...turns[n], text: before, source: source.slice(0, count) }
      this.list.put(n, 1, first, { ...said, kind, speaker, source: source.slice(count) })
      return n + 1
    }

    merge(n) {
      if (!n) return n
      const [before, turn] = this.list.read().slice(n - 1, n + 1)
      const label = turn.printed && turn.speaker !== before.speaker ? `${turn.printed}: ` : ""
      const text = joined([before.text, label + turn.text].filter(Boolean))
      this.list.put(n - 1, 2, { ...before, text, source: [...before.source, ...turn.source] })
      return n - 1
    }

    swap(n) {
      const turns = this.list.read()
      const kind = OTHER[turns[n].kind] ?? "question"
      const speaker = turns[n].printed ? turns[n].speaker : this.usualSpeaker(turns, n, kind)
      this.list.put(n, 1, { ...turns[n], kind, speaker })
      return n
    }

    assign(n, speaker) {
      const turns = this.list.read()
      const { kind } = turns[n]
      this.list.put(n, 1, { ...turns[n], speaker, kind: kind in OTHER ? this.usualKind(turns, speaker, kind, n) : kind })
      return n
    }

    mark(n, kind, at) {
      const turn = this.list.read()[n]
      const rows = lines(turn.text)
      if (rows.length < 2) {
        this.list.put(n, 1, { ...turn, kind })
        return n
      }
      const start = at && turn.text.lastIndexOf("\n", at - 1) + 1
      const here = Math.min(lines(turn.text.slice(0, start)).length, rows.length - 1)
      if (kind === "caption") {
        rows[here] = `[Ảnh] ${rows[here]}`
        this.list.put(n, 1, { ...turn, text: joined(rows) })
        return n
      }
      const part = (from, to) => ({ ...turn, text: joined(rows.slice(from, to)), source: turn.source.slice(from, to) })
      const marked = { ...part(here, here + 1), kind, ...(here && { printed: "", speaker: NOBODY }) }
      const rest = { ...part(here + 1), printed: "" }
      this.list.put(n, 1, ...[part(0, here), marked, rest].filter(({ text }) => text))
      return here ? n + 1 : n
    }

    look(n) {
      this.list.put(n, 1, this.list.read()[n])
      return n
    }

    /* Who speaks as this kind nearest before the turn, or else first after it. */
    usualSpeaker(turns, n, kind) {
      const near = [...turns.slice(0, n).reverse(), ...turns.slice(n + 1)]
      return near.find((turn) => turn.kind === kind && turn.speaker !== NOBODY)?.speaker ?? NOBODY
    }

    /* Whether this speaker asks or answers, by the first of their other turns. */
    usualKind(turns, speaker, otherwise, but) {
      const one = turns.find((turn, n) => n !== but && speaker !== NOBODY && turn.speaker === speaker && turn.kind in OTHER)
      return one?.kind ?? otherwise
    }

    /* A text that begins with a known speaker's label and a colon, taken apart. */
    labelled(text) {
      for (const [position, row] of [...document.querySelectorAll(".speakers li.speaker")].entries()) {
        const [label, honorific, name] = ["label", "honorific", "name"].map((field) => row.querySelector(`[name$="-${field}"]`).value.trim())
        for (const printed of [label, `${honorific} ${name}`.trim()].filter(Boolean)) {
          const rest = text.slice(printed.length).trimStart()
          if (text.startsWith(printed) && rest.startsWith(":") && rest.slice(1).trim()) {
            return { printed, speaker: String(position), text: rest.slice(1).trimStart() }
          }
        }
      }
      return { printed: "", speaker: NOBODY, text }
    }
  }

  customElements.define("turn-editing", TurnEditing)
})()
