from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.module_loading import autodiscover_modules

from samenwerkingswijzer.models import Gemeente
from verbanden.models import Samenwerkingsverband
from verbanden.voorbeeld.bestand import VoorbeeldFout
from verbanden.voorbeeld.laden import laad


class Command(BaseCommand):
    """Load the example municipality into an empty demo; a filled database stays as it is."""

    help = "Laadt de voorbeeldgemeente in een lege demo. De cijfers, oordelen en namen zijn fictief."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("De voorbeeldgemeente is alleen voor de demo. Zet SW_DEMO op 1.")
        if Gemeente.objects.exists() or Samenwerkingsverband.objects.exists():
            self.stdout.write("Er staat al een gemeente in de database. Er is niets geladen.")
            return
        import_module("verbanden.voorbeeld.register")
        autodiscover_modules("voorbeeld.register")
        try:
            laad()
        except VoorbeeldFout as fout:
            raise CommandError(f"De voorbeeldgemeente is niet geladen. {fout}") from fout
        self.stdout.write(f"Geladen: {Gemeente.huidige().naam}, {Samenwerkingsverband.objects.count()} verbanden.")
