from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from samenwerkingswijzer import opmaak
from verbanden.handelingen.register import ImportGeweigerd, Importresultaat, importeer
from verbanden.roo.fouten import RegisterFout
from verbanden.roo.lezer import lees


class Command(BaseCommand):
    """Read a file of the national register for one municipality; everything goes, or nothing."""

    help = (
        "Leest het Register van Overheidsorganisaties voor één gemeente. Een leeg portaal vult u met --direct; "
        "in een gevuld portaal komen de verschillen als voorstel te staan. Er wordt nooit iets overschreven."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, metavar="BESTAND", help="het registerbestand (.xml of .xml.gz)")
        parser.add_argument("--gemeente", required=True, help="naam of TOOI-nummer, zoals Maassluis of gm0556")
        parser.add_argument("--direct", action="store_true", help="vul een leeg portaal meteen")
        parser.add_argument("--peildatum", default="", help="de dag waarop het moet gelden; anders vandaag")

    def handle(self, *args: Any, **options: Any) -> None:
        nu = timezone.now()
        vandaag = timezone.localdate(nu)
        try:
            register = lees(options["bestand"], options["gemeente"], peildatum=_dag(options["peildatum"], vandaag))
            resultaat = importeer(register=register, op=nu, direct=options["direct"])
        except (RegisterFout, ImportGeweigerd) as fout:
            raise CommandError(str(fout)) from fout
        except ValidationError as fout:
            raise CommandError(f"{' '.join(fout.messages)} Er is niets veranderd.") from fout
        for regel in verslag(resultaat, vandaag):
            self.stdout.write(regel)


def verslag(resultaat: Importresultaat, vandaag: date) -> Iterator[str]:
    """What the import did, in some lines."""
    telling = resultaat.voorstellen
    yield (
        f"Register van {opmaak.datum(resultaat.bestand_van)}, {resultaat.gemeente}: "
        f"{_aantal(resultaat.verbanden, 'verband', 'verbanden')} met "
        f"{_aantal(resultaat.deelnemers, 'deelnemer', 'deelnemers')}."
    )
    if resultaat.direct:
        yield "Alles staat in het portaal. Beoordeel per verband nog het bestuurlijk en het financieel belang."
    else:
        nieuw = _aantal(telling.nieuw, "nieuw voorstel", "nieuwe voorstellen")
        yield f"{nieuw}, {telling.bijgewerkt} bijgewerkt, {telling.vervallen} vervallen; {telling.open} open."
    if resultaat.oudste_controle:
        oudste = resultaat.oudste_controle
        yield (
            "Het register is zelf niet overal even vers: de oudste controle is van "
            f"{opmaak.datum(oudste)} ({opmaak.over(oudste, vandaag)})."
        )
    yield from resultaat.opmerkingen


def _dag(tekst: str, vandaag: date) -> date:
    if not tekst:
        return vandaag
    try:
        dag = opmaak.lees_datum(tekst)
    except ValueError as fout:
        raise CommandError(f"De peildatum klopt niet. {fout}") from fout
    if dag > vandaag:
        raise CommandError("De peildatum ligt in de toekomst.")
    return dag


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"
