#!/usr/bin/env python3
"""Django's command-line utility, which first sees to it that Django is there."""

import os
import sys

from newsroom import bootstrap


def main():
    """Run administrative tasks."""
    bootstrap.ensure()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
