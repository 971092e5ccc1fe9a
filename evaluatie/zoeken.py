"""What evaluatie lets people find: goals, evaluations and items of the ontwikkelagenda.

Of an evaluation only what its page shows to every reader; judgements of persons are never in the index.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.urls import reverse

from evaluatie.models import Doel, Evaluatie, Ontwikkelpunt
from evaluatie.models.evaluatie import Stap
from evaluatie.models.evaluatieconclusie import Evaluatieconclusie
from evaluatie.models.ontwikkelpunt import Stand
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.zoeken.bron import VAN_VERBAND, Zoekbron, Zoeksoort, Zoekstuk
from samenwerkingswijzer.zoeken.woorden import kaal
from verbanden.models import Samenwerkingsverband
from verbanden.zoeken import tekst, van_verband


def _doelen(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    for rij, verband in van_verband(Doel.objects, ids):
        yield Zoekstuk(
            soort="doel",
            object_id=rij.id,
            titel=rij.titel[:1].upper() + rij.titel[1:],
            url=reverse("evaluatie:doelen", args=[verband.slug]),
            tekst=tekst(rij.omschrijving, rij.indicator, rij.lokaal, rij.invloed),
            bijschrift=f"Doel van {verband.naam}{', losgelaten' if rij.vervallen_op else ''}",
            verband_id=rij.verband_id,
            verband=verband.woorden,
        )


def _evaluaties(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    conclusies: dict[int, list[str]] = defaultdict(list)
    for evaluatie_id, zin in Evaluatieconclusie.objects.order_by("id").values_list("evaluatie_id", "zin"):
        conclusies[evaluatie_id].append(zin)
    for rij, verband in van_verband(Evaluatie.objects, ids):
        besloten = bool(rij.besluit)  # the page shows conclusions from then on
        yield Zoekstuk(
            soort="evaluatie",
            object_id=rij.id,
            titel=f"Evaluatie {rij.jaar}: {verband.naam}",
            url=reverse("evaluatie:evaluatie", args=[rij.id]),
            tekst=tekst(
                rij.waarom,
                rij.zin if besloten else "",
                *(conclusies[rij.id] if besloten else ()),
                kaal(rij.verslag) if rij.gesprek_op else "",
            ),
            bijschrift=f"Stap: {Stap(rij.stap).label.lower()}",
            verband_id=rij.verband_id,
            verband=verband.woorden,
        )


def _ontwikkelpunten(ids: Iterable[int] | None) -> Iterator[Zoekstuk]:
    for rij, verband in van_verband(Ontwikkelpunt.objects.filter(verband__isnull=False), ids):
        yield replace(
            _ontwikkelpunt(rij, f"Ontwikkelagenda van {verband.naam}"),
            url=reverse("evaluatie:ontwikkelagenda", args=[verband.slug]),
            verband_id=rij.verband_id,
            verband=verband.woorden,
        )
    gemeente = Ontwikkelpunt.objects.filter(verband=None)
    for rij in gemeente if ids is None else gemeente.filter(id__in=set(ids)):
        yield _ontwikkelpunt(rij, "Ontwikkelagenda van de gemeente")


def _ontwikkelpunt(rij: Ontwikkelpunt, agenda: str) -> Zoekstuk:
    termijn = f", klaar voor {datum(rij.termijn)}" if rij.termijn else ""
    return Zoekstuk(
        soort="ontwikkelpunt",
        object_id=rij.id,
        titel=rij.titel,
        url=reverse("evaluatie:ontwikkelbord"),
        tekst=tekst(rij.stap, rij.effect, rij.voortgang),
        bijschrift=f"{agenda}, {Stand(rij.stand).label.lower()}{termijn}",
    )


BRONNEN = (
    Zoekbron(
        sleutel="doelen",
        soorten={"doel": Zoeksoort("Doel", "Doelen", 0.95)},
        lees=_doelen,
        modellen={Doel: "id", Samenwerkingsverband: VAN_VERBAND},
    ),
    Zoekbron(
        sleutel="evaluaties",
        soorten={"evaluatie": Zoeksoort("Evaluatie", "Evaluaties")},
        lees=_evaluaties,
        modellen={Evaluatie: "id", Evaluatieconclusie: "evaluatie_id", Samenwerkingsverband: VAN_VERBAND},
    ),
    Zoekbron(
        sleutel="ontwikkelagenda",
        soorten={"ontwikkelpunt": Zoeksoort("Ontwikkelpunt", "Ontwikkelpunten", 0.85)},
        lees=_ontwikkelpunten,
        modellen={Ontwikkelpunt: "id", Samenwerkingsverband: VAN_VERBAND},
    ),
)
