"""Rows of the measuring register, not yet saved: invented by counting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.models import Gebruiker
from verbanden import models
from verbanden.models import Belangkeuze, Bestuursorgaan, Klasse, Oordeel, Post, Stadium, Trend, Vorm
from verbanden.voorbeeld.cijfers import BRON

POSTEN = (
    Post.BIJDRAGE,
    Post.EIGEN_VERMOGEN_BEGIN,
    Post.EIGEN_VERMOGEN_EIND,
    Post.VREEMD_VERMOGEN_BEGIN,
    Post.VREEMD_VERMOGEN_EIND,
    Post.RESULTAAT,
)
BEGIN = timedelta(days=1000)  # before now: everything is recorded


@dataclass(frozen=True)
class Omvang:
    """How much is made; `nu` is an aware moment."""

    nu: datetime
    aantal: int
    jaren: int

    @property
    def dag(self) -> date:
        return self.nu.date()


@dataclass(frozen=True)
class Lijsten:
    """What partnerships choose from."""

    gebruiker: Gebruiker
    organisaties: list[models.Organisatie]
    programmas: list[models.Programma]
    portefeuilles: list[models.Portefeuille]


def maak_verband(nummer: int, lijsten: Lijsten) -> models.Samenwerkingsverband:
    """A partnership; the forms take turns."""
    return models.Samenwerkingsverband(
        slug=f"meetverband-{nummer}",
        naam=f"Meetverband {nummer} (fictief)",
        vorm=Vorm.values[nummer % len(Vorm.values)],
        fictief=True,
        vestigingsplaats="Meetstad",
        sinds=date(2000 + nummer % 20, 1, 1),
        doel="Samen een taak uitvoeren die elk van de deelnemers ook alleen zou kunnen, maar dan duurder.",
        meerwaarde="Meer kennis en minder kosten.",
        openbaar_belang="Inwoners merken dat de taak goed gaat.",
        motieven=["ambitie", "efficientie"],
        belangrijkste_motieven=["ambitie"],
        onderwerpen=[f"onderwerp {nummer % 12}", "samenwerken"],
        bestuurlijk_belang=Belangkeuze.JA if nummer % 3 else Belangkeuze.NEE,
        financieel_belang=Belangkeuze.JA,
        rollen="eigenaar en opdrachtgever",
        afspraken="Kwartaalcijfers",
        portefeuille=lijsten.portefeuilles[nummer % len(lijsten.portefeuilles)],
    )


def onderdelen(
    omvang: Omvang, verbanden: list[models.Samenwerkingsverband], lijsten: Lijsten
) -> Iterator[Iterable[Gevolgd]]:
    """Everything that hangs under a partnership, one model after the other."""
    genummerd = list(enumerate(verbanden))
    yield (models.Jaarcijfer(verband=v, **c) for n, v in genummerd for c in _cijfers(n, omvang))
    yield (_deelname(n, v, lijsten, plaats) for n, v in genummerd for plaats in range(6))
    yield (_programmadeel(n, v, lijsten) for n, v in genummerd)
    yield (_accounthouder(omvang, v, lijsten) for v in verbanden)
    yield (_zeggenschap(v, orgaan) for v in verbanden for orgaan in ("algemeen_bestuur", "dagelijks_bestuur"))
    yield (_vertegenwoordiging(v, nummer) for v in verbanden for nummer in range(3))
    yield (_belangrijkheid(omvang, n, v, jaar) for n, v in genummerd for jaar in range(3))
    yield (_stand(omvang, n, v, lijsten, keer) for n, v in genummerd for keer in range(4))
    yield (_risico(v, nummer) for v in verbanden for nummer in range(3))
    yield (_verwijzing(v, nummer) for v in verbanden for nummer in range(4))
    yield (models.Samenhang(verband=v, onderwerp=f"Beleid {n % 9}", uitleg="Raakt dit beleid.") for n, v in genummerd)


def _cijfers(nummer: int, omvang: Omvang) -> Iterator[dict[str, object]]:
    """Budgets of all years up to the next, and accounts of the past ones."""
    for jaar in range(omvang.dag.year + 2 - omvang.jaren, omvang.dag.year + 2):
        stadia = [Stadium.BEGROOT, Stadium.VASTGESTELD] if jaar < omvang.dag.year else [Stadium.BEGROOT]
        for volg, post in enumerate(POSTEN):
            bedrag = Decimal(10_000 + (nummer * 7919 + jaar * 104_729 + volg * 1299) % 5_000_000)
            for stadium in stadia:
                yield {
                    "jaar": jaar,
                    "post": post,
                    "stadium": stadium,
                    "bedrag": bedrag,
                    "peildatum": date(jaar - 1, 7, 1),
                    "bron": BRON,
                }


def _deelname(nummer: int, verband: models.Samenwerkingsverband, lijsten: Lijsten, plaats: int) -> models.Deelname:
    deelnemer = 0 if plaats == 0 else 1 + (nummer * 5 + plaats) % (len(lijsten.organisaties) - 1)
    return models.Deelname(
        verband=verband,
        organisatie=lijsten.organisaties[deelnemer],
        van=date(2015, 1, 1),
        organen=["college"],
        kostenaandeel=Decimal(20 if plaats == 0 else 16),
        stemmen=1,
    )


def _programmadeel(nummer: int, verband: models.Samenwerkingsverband, lijsten: Lijsten) -> models.Programmadeel:
    return models.Programmadeel(verband=verband, programma=lijsten.programmas[nummer % len(lijsten.programmas)])


def _accounthouder(omvang: Omvang, verband: models.Samenwerkingsverband, lijsten: Lijsten) -> models.Accounthouderschap:
    van = omvang.dag - BEGIN
    return models.Accounthouderschap(verband=verband, gebruiker=lijsten.gebruiker, van=van)


def _zeggenschap(verband: models.Samenwerkingsverband, orgaan: str) -> models.Zeggenschap:
    principe = models.Zeggenschap.Principe.GELIJK
    return models.Zeggenschap(verband=verband, orgaan=orgaan, principe=principe, onze_stemmen=1, totaal_stemmen=6)


def _vertegenwoordiging(verband: models.Samenwerkingsverband, nummer: int) -> models.Vertegenwoordiging:
    orgaan = Bestuursorgaan.ALGEMEEN_BESTUUR
    return models.Vertegenwoordiging(verband=verband, orgaan=orgaan, wie=f"wethouder {nummer}", van=date(2022, 6, 1))


def _belangrijkheid(
    omvang: Omvang, nummer: int, verband: models.Samenwerkingsverband, jaar: int
) -> models.Belangrijkheid:
    return models.Belangrijkheid(
        verband=verband,
        datum=date(omvang.dag.year - 1 - jaar, 6, 30),
        klasse=Klasse.values[(nummer + jaar) % len(Klasse.values)],
        redenen=["opgave", "geld"],
        onderwerpen=["Kosten na dit jaar", "Wat inwoners merken"],
        mandaat="College mag instemmen met kleine wijzigingen.",
    )


def _stand(
    omvang: Omvang, nummer: int, verband: models.Samenwerkingsverband, lijsten: Lijsten, keer: int
) -> models.StandVanZaken:
    return models.StandVanZaken(
        verband=verband,
        oordeel=Oordeel.values[(nummer + keer) % len(Oordeel.values)],
        trend=Trend.values[nummer % len(Trend.values)],
        zin="Het gaat zoals afgesproken, maar de kosten vragen aandacht.",
        datum=omvang.dag - timedelta(days=30 + 180 * keer),
        auteur=lijsten.gebruiker,
    )


def _risico(verband: models.Samenwerkingsverband, nummer: int) -> models.Risico:
    return models.Risico(
        verband=verband,
        omschrijving=f"Tegenvaller {nummer}",
        kans=models.Risico.Kans.values[nummer % 3],
        gevolg=Decimal(50_000 * (nummer + 1)),
        beheersmaatregel="Elk kwartaal bespreken.",
    )


def _verwijzing(verband: models.Samenwerkingsverband, nummer: int) -> models.Verwijzing:
    url = f"https://voorbeeld.example/{verband.slug}/{nummer}"
    return models.Verwijzing(verband=verband, soort="anders", titel=f"Document {nummer}", url=url)
