"""Send everybody their weekly message about signals; for cron."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samenwerkingswijzer.models import Gemeente, Weekbericht
from verbanden.handelingen.weekberichten import Uitkomst, verstuur
from verbanden.signalering.weekbericht import Bericht, berichten, mail, week

MIS = (Uitkomst.MISLUKT, Uitkomst.ONZEKER)


class Command(BaseCommand):
    """`python manage.py attenderen`: at most one message per person per week, however often it runs."""

    help = "Stuurt iedereen hoogstens één keer per week een bericht over signalen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """An option to look first."""
        parser.add_argument("--droog", action="store_true", help="toon de berichten en verstuur niets")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send, or show with `--droog`; fails when a message did not leave for certain."""
        adres = settings.PORTAALADRES
        if not adres:
            raise CommandError("Stel SW_BASE_URL in: het adres van het portaal voor de links in het bericht.")
        nu = timezone.now()
        dag = timezone.localdate(nu)
        gemeente = Gemeente.huidige()
        telling: Counter[Uitkomst] = Counter()
        stil = 0
        for bericht in berichten(dag):
            if not bericht.nodig:
                stil += 1
            elif options["droog"]:
                self._toon(bericht, gemeente, adres)
            else:
                brief = mail(bericht, gemeente, adres)
                telling[verstuur(bericht=bericht, mail=brief, periode=week(dag), op=nu)] += 1
        self._meld(week(dag), telling, stil)

    def _toon(self, bericht: Bericht, gemeente: Gemeente, adres: str) -> None:
        brief = mail(bericht, gemeente, adres)
        self.stdout.write(f"=== Aan: {bericht.aan.naam}\nOnderwerp: {brief.subject}\n\n{brief.body}")

    def _meld(self, periode: str, telling: Counter[Uitkomst], stil: int) -> None:
        delen = [f"{aantal} {uitkomst.value}" for uitkomst, aantal in telling.items()]
        self.stdout.write(f"Week {periode}: {', '.join([*delen, f'{stil} zonder nieuws'])}.")
        if blijft := Weekbericht.objects.filter(periode=periode, status=Weekbericht.Status.VOORGENOMEN).count():
            self.stdout.write(f"Van {blijft} is onbekend of het wegging. Dat gaat deze week niet nog eens.")
        if any(telling[uitkomst] for uitkomst in MIS):
            raise CommandError("Niet elk bericht is zeker weggegaan. Wat is mislukt, gaat bij een volgende keer mee.")
