"""Changing a concept of the prestatieladder: a rung, a rung more, and a rule of the check."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse

from governance.forms.ladder import NieuweTrede, Toetsregel, Trede
from governance.models import Instrumentversie
from governance.regels.prestatieladder.bewerking import met_nieuwe_trede, met_regel, met_trede
from governance.views.instrument_bewerken import bewerk, conceptpagina_van
from samenwerkingswijzer.verzoek import Verzoek

ladderpagina = conceptpagina_van(Instrumentversie.Soort.LADDER)


@ladderpagina
def trede(request: Verzoek, concept: Instrumentversie, trede: str) -> HttpResponse:
    """Edit the words of a rung and of its examples."""
    rij = _een(concept.inhoud["treden"], trede)
    hoeken = {hoek["id"]: hoek["naam"] for hoek in concept.inhoud["invalshoeken"]}

    def anders(formulier: Any) -> dict[str, Any]:
        return met_trede(concept.inhoud, trede, teksten=formulier.teksten(), voorbeelden=formulier.voorbeelden())

    return bewerk(request, concept, partial(Trede, rij=rij, hoeken=hoeken), anders, kop="Bewerk een trede")


@ladderpagina
def trede_nieuw(request: Verzoek, concept: Instrumentversie) -> HttpResponse:
    """Put a rung on the ladder."""

    def anders(formulier: Any) -> dict[str, Any]:
        return met_nieuwe_trede(concept.inhoud, formulier.teksten(), formulier.cleaned_data["plek"])

    maak = partial(NieuweTrede, aantal=len(concept.inhoud["treden"]))
    return bewerk(request, concept, maak, anders, kop="Een trede erbij", knop="Zet in het concept")


@ladderpagina
def regel(request: Verzoek, concept: Instrumentversie, regel: str) -> HttpResponse:
    """Edit a rule of the check whether a goal can be evaluated."""
    rij = _een(concept.inhoud["toets"], regel)

    def anders(formulier: Any) -> dict[str, Any]:
        woorden = formulier.cleaned_data.get("woorden")
        return met_regel(concept.inhoud, regel, teksten=formulier.teksten(), woorden=woorden)

    return bewerk(request, concept, partial(Toetsregel, rij=rij), anders, kop="Bewerk een regel van de toets")


def _een(rijen: list[dict[str, Any]], id_: str) -> Mapping[str, Any]:
    gevonden = next((rij for rij in rijen if rij["id"] == id_), None)
    if gevonden is None:
        raise Http404("Dit staat niet op deze ladder.")
    return gevonden
