"""Adding to a concept of an instrument, and taking away what nothing refers to."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpResponse

from governance.forms.instrument_erbij import (
    Erbij,
    HardeRegel,
    NieuwAntwoord,
    NieuweKeuze,
    NieuweRegel,
    NieuweVraag,
)
from governance.models import Instrumentversie
from governance.regels.bewerking import Inhoud
from governance.regels.uitbreiding import zonder_harde_regel, zonder_keuze, zonder_optie, zonder_regel, zonder_vraag
from governance.views.instrument_bewerken import bewerk, conceptpagina
from samenwerkingswijzer.verzoek import Verzoek

ERBIJ: dict[str, tuple[str, type[Erbij]]] = {
    "vraag": ("Een vraag erbij", NieuweVraag),
    "antwoord": ("Een antwoord erbij", NieuwAntwoord),
    "keuze": ("Een keuze erbij", NieuweKeuze),
    "regel": ("Een regel erbij", NieuweRegel),
    "harde-regel": ("Een regel uit de wet erbij", HardeRegel),
}


@conceptpagina
def nieuw(request: Verzoek, concept: Instrumentversie, wat: str) -> HttpResponse:
    """Add something; an answer and a rule say in `?bij=` to which question."""
    if wat not in ERBIJ:
        raise Http404("Dit kan er niet bij.")
    kop, formulier = ERBIJ[wat]
    bij = request.GET.get("bij", "") if formulier.bij_vraag else ""
    if formulier.bij_vraag:
        kop = f"{kop}: {_vraag(concept.inhoud, bij)}"
    maak = partial(formulier, inhoud=concept.inhoud, bij=bij)
    return bewerk(request, concept, maak, lambda vol: vol.toegepast(), kop=kop, knop="Zet in het concept")


@conceptpagina
def weg(request: Verzoek, concept: Instrumentversie, wat: str, sleutel: str) -> HttpResponse:
    """Take something away, after a question; what something else refers to stays."""
    if wat not in WEG:
        raise Http404("Dit kan niet weg.")
    naam, zonder = WEG[wat]
    kop = f"Weghalen: {naam(concept.inhoud, sleutel)}"
    return bewerk(
        request,
        concept,
        forms.Form,
        lambda _: zonder(concept.inhoud, sleutel),
        "governance/instrument_weg.html",
        kop=kop,
        knop="Haal weg uit het concept",
    )


def _vraag(inhoud: Inhoud, kenmerk: str) -> str:
    return str(_een(inhoud["kenmerken"], kenmerk)["vraag"])


def _antwoord(inhoud: Inhoud, sleutel: str) -> str:
    kenmerk, _, optie = sleutel.partition("-")
    return str(_een(_een(inhoud["kenmerken"], kenmerk)["opties"], optie)["tekst"])


def _keuze(inhoud: Inhoud, keuze: str) -> str:
    rijen = [rij for soort in inhoud["repertoire"].values() for rij in soort]
    return str(_een(rijen, keuze)["naam"])


def _regel(inhoud: Inhoud, regel: str) -> str:
    return str(_een(inhoud["matchregels"], regel)["reden"])


def _harde_regel(inhoud: Inhoud, regel: str) -> str:
    return str(_een(inhoud["harde_regels"], regel)["reden"])


def _zonder_antwoord(inhoud: Inhoud, sleutel: str) -> dict[str, Any]:
    kenmerk, _, optie = sleutel.partition("-")
    return zonder_optie(inhoud, kenmerk, optie)


def _een(rijen: list[dict[str, Any]], id_: str) -> dict[str, Any]:
    gevonden = next((rij for rij in rijen if rij["id"] == id_), None)
    if gevonden is None:
        raise Http404("Dit staat niet in het concept.")
    return gevonden


Naam = Callable[[Inhoud, str], str]
Zonder = Callable[[Inhoud, str], dict[str, Any]]
WEG: dict[str, tuple[Naam, Zonder]] = {
    "vraag": (_vraag, zonder_vraag),
    "antwoord": (_antwoord, _zonder_antwoord),
    "keuze": (_keuze, zonder_keuze),
    "regel": (_regel, zonder_regel),
    "harde-regel": (_harde_regel, zonder_harde_regel),
}
