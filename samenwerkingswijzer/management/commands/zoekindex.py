"""Make the index of the search page again, from what stands in the portal now."""

from typing import Any

from django.core.management.base import BaseCommand

from samenwerkingswijzer.zoeken.index import herbouw


class Command(BaseCommand):
    """`python manage.py zoekindex`; part of `bijwerken`. Otherwise the index follows history by itself."""

    help = "Maakt de zoekindex opnieuw uit alles wat nu in het portaal staat."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, and say how much can be found."""
        self.stdout.write(f"Zoekindex: {herbouw()} stukken te vinden.")
