"""Bring an installation up to this version: migrations, cache table, static files, what functions need, the index."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from samenwerkingswijzer.functies import register


class Command(BaseCommand):
    """`python manage.py bijwerken`, once after each upgrade; running it again changes nothing."""

    help = "Werkt de database en de statische bestanden bij naar deze versie."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options for who collects the static files elsewhere, and for the demo."""
        parser.add_argument("--zonder-static", action="store_true", help="laat de statische bestanden ongemoeid")
        parser.add_argument(
            "--voorbeeld", action="store_true", help="laad daarna de voorbeeldgemeente (alleen in de demo)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the steps."""
        call_command("migrate", interactive=False, verbosity=options["verbosity"])
        call_command("createcachetable", verbosity=options["verbosity"])
        if not options["zonder_static"]:
            call_command("collectstatic", interactive=False, clear=True, verbosity=options["verbosity"])
        if options["voorbeeld"]:
            call_command("laad_voorbeeld")
        for wat in register.inrichten(timezone.now()):
            self.stdout.write(f"Klaargezet: {wat}.")
        call_command("zoekindex", stdout=self.stdout)
