"""What governance lets people find: participants, moments, zienswijzen and questions of the raad."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from django.urls import reverse

from governance.models import (
    Moment,
    Momentstatus,
    Raadsvraag,
    Stukkenronde,
    Zienswijze,
    Zienswijzepunt,
    Zienswijzestatus,
)
from governance.models.stukkenronde import stuktitel
from governance.models.zienswijze import onderwerp_van
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.zoeken.bron import VAN_VERBAND, Zoekbron, Zoeksoort, Zoekstuk
from samenwerkingswijzer.zoeken.woorden import kaal
from verbanden.models import Deelname, Organisatie, Samenwerkingsverband
from verbanden.zoeken import tekst, van_verband

BIJ_EEN_STUK = (
    "Wanneer kunnen wij nog reageren? Kaders, zienswijze van de raad, reactie, inzenden aan de toezichthouder."
)


def _deelnemers(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    rijen = Organisatie.objects.order_by("id")
    if ids is not None:
        rijen = rijen.filter(id__in=set(ids))
    paren = Deelname.objects.order_by().values_list("organisatie_id", "verband_id").distinct()
    aantallen = Counter(organisatie for organisatie, _ in paren)
    for rij in rijen:
        if not (aantal := aantallen[rij.id]):
            continue
        verbanden = "1 verband" if aantal == 1 else f"{aantal} verbanden"
        yield Zoekstuk(
            soort="deelnemer",
            object_id=rij.id,
            titel=rij.naam,
            url=reverse("governance:partner", args=[rij.id]),
            tekst=f"Deelnemer en partner. Doet mee in {verbanden}, nu of vroeger.",
            bijschrift=str(Organisatie.Soort(rij.soort).label),
        )


def _momenten(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    for rij, verband in van_verband(Moment.objects, ids):
        stand = f", {Momentstatus(rij.status).label.lower()}" if rij.status != Momentstatus.GEPLAND else ""
        yield Zoekstuk(
            soort="moment",
            object_id=rij.id,
            titel=rij.titel,
            url=reverse("governance:moment", args=[rij.id]),
            tekst=tekst(
                f"U kunt nog {rij.invloed}" if rij.invloed else "",
                rij.lokale_betekenis,
                rij.ons_perspectief,
                rij.hun_perspectief,
            ),
            bijschrift=f"{datum(rij.datum)}, {verband.naam}, {Moment.Wie(rij.wie).label.lower()}{stand}",
            verband_id=rij.verband_id,
            verband=verband.woorden,
        )


def _stukken(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    for rij, verband in van_verband(Stukkenronde.objects, ids):
        yield Zoekstuk(
            soort="stuk",
            object_id=rij.id,
            titel=f"{stuktitel(rij.stuk, rij.jaar, rij.nummer)} van {verband.naam}",
            url=reverse("governance:agenda_verband", args=[verband.slug]),
            tekst=_dagen(rij),
            bijschrift="Alle stappen en termijnen",
            verband_id=rij.verband_id,
            verband=verband.woorden,
            ook=BIJ_EEN_STUK,
        )


def _dagen(rij: Stukkenronde) -> str:
    """The days that are known of a paper, in a few sentences."""
    dagen = (
        ("Ontwerp ontvangen", rij.ontvangen),
        ("Zienswijze verzonden", rij.zienswijze_verzonden),
        ("Het bestuur besluit op", rij.vergadering if not rij.vastgesteld else None),
        ("Vastgesteld", rij.vastgesteld),
    )
    zinnen = [f"{wat} {datum(dag)}." for wat, dag in dagen if dag]
    return " ".join(zinnen if rij.ontvangen or rij.vastgesteld else ["Nog niet ontvangen.", *zinnen])


def _zienswijzen(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    punten: dict[int, list[str]] = defaultdict(list)
    kolommen = ("zienswijze_id", "vraag", "waarom", "antwoord", "toelichting", "vervolg")
    for zienswijze_id, *teksten in Zienswijzepunt.objects.order_by("volgorde", "id").values_list(*kolommen):
        punten[zienswijze_id].append(tekst(*teksten))
    for rij, verband in van_verband(Zienswijze.objects, ids):
        stand = Zienswijzestatus(rij.status).label.lower()
        teksten = (rij.raadstekst, rij.antwoord, rij.beoordeling, rij.geen_reden, rij.adviestekst)
        yield Zoekstuk(
            soort="zienswijze",
            object_id=rij.id,
            titel=f"Zienswijze op {onderwerp_van(rij)}: {verband.naam}",
            url=reverse("governance:zienswijze", args=[rij.id]),
            tekst=tekst(rij.lokale_betekenis, *punten[rij.id], *map(kaal, teksten)),
            bijschrift=f"Ontwerp ontvangen {datum(rij.ontvangen_op)}, stand: {stand}",
            verband_id=rij.verband_id,
            verband=verband.woorden,
        )


def _raadsvragen(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    for rij, verband in van_verband(Raadsvraag.objects, ids):
        stand = f"beantwoord {datum(rij.beantwoord_op)}" if rij.beantwoord_op else "nog niet beantwoord"
        yield Zoekstuk(
            soort="raadsvraag",
            object_id=rij.id,
            titel=rij.onderwerp,
            url=reverse("governance:raadsvraag", args=[rij.id]),
            tekst=tekst(rij.vraag, kaal(rij.antwoord), rij.politiek_punt),
            bijschrift=f"{verband.naam}, gesteld {datum(rij.gesteld_op)}, {stand}",
            verband_id=rij.verband_id,
            verband=verband.woorden,
        )


BRONNEN = (
    Zoekbron(
        sleutel="deelnemers",
        soorten={"deelnemer": Zoeksoort("Deelnemer", "Deelnemers", 1.1)},
        lees=_deelnemers,
        modellen={Organisatie: "id", Deelname: "organisatie_id"},
    ),
    Zoekbron(
        sleutel="momenten",
        soorten={"moment": Zoeksoort("Moment", "Momenten", 0.9)},
        lees=_momenten,
        modellen={Moment: "id", Samenwerkingsverband: VAN_VERBAND},
    ),
    Zoekbron(
        sleutel="stukken",
        soorten={"stuk": Zoeksoort("Stuk met termijn", "Stukken met termijn")},
        lees=_stukken,
        modellen={Stukkenronde: "id", Samenwerkingsverband: VAN_VERBAND},
    ),
    Zoekbron(
        sleutel="zienswijzen",
        soorten={"zienswijze": Zoeksoort("Zienswijze", "Zienswijzen")},
        lees=_zienswijzen,
        modellen={Zienswijze: "id", Zienswijzepunt: "zienswijze_id", Samenwerkingsverband: VAN_VERBAND},
    ),
    Zoekbron(
        sleutel="raadsvragen",
        soorten={"raadsvraag": Zoeksoort("Raadsvraag", "Raadsvragen")},
        lees=_raadsvragen,
        modellen={Raadsvraag: "id", Samenwerkingsverband: VAN_VERBAND},
    ),
)
