#!/usr/bin/env python3
"""Command line of the portal: `python manage.py help` lists the commands."""

import os
import sys

from django.core.management import execute_from_command_line

from samenwerkingswijzer.omgeving import OmgevingsFout


def main() -> None:
    """Run one management command with the settings of this project."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenwerkingswijzer.settings")
    try:
        execute_from_command_line(sys.argv)
    except OmgevingsFout as fout:
        sys.exit(str(fout))


if __name__ == "__main__":
    main()
