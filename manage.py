#!/usr/bin/env python3
"""Command line of the portal: `python manage.py help` lists the commands."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one management command with the settings of this project."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenwerkingswijzer.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
