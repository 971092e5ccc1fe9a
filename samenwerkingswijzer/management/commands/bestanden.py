"""Clean the vault of files that nobody knows, and check that all others are whole."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samenwerkingswijzer.handelingen.bestanden import kijk_bestanden_na, ruim_op

WACHT = timedelta(days=1)  # a request that is still busy may not have written its row yet


class Command(BaseCommand):
    """`python manage.py bestanden`, now and then from cron; running it again changes nothing."""

    help = "Ruimt bestanden op die nergens bij horen, en kijkt na of alle andere heel zijn."

    def handle(self, *args: Any, **options: Any) -> None:
        """Clean, then check; ends with an error when a file is gone or damaged."""
        wezen, mappen = ruim_op(voor=timezone.now() - WACHT)
        self.stdout.write(f"Opgeruimd: {wezen} bestanden zonder eigenaar, {mappen} werkmappen.")
        kapot = kijk_bestanden_na()
        for bestand in kapot:
            self.stderr.write(f"Bestand {bestand.pk} is weg of beschadigd: zet {bestand.sleutel} terug uit de kopie.")
        if kapot:
            raise CommandError(f"{len(kapot)} bestanden zijn weg of beschadigd.")
        self.stdout.write("Alle bestanden zijn heel.")
