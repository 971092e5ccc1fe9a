"""Changing a concept of the evaluatiekader: a criterion, and a criterion more."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse

from governance.forms.evaluatiekader import Criterium
from governance.models import Instrumentversie
from governance.regels.evaluatiekader.bewerking import met_criterium, met_nieuw_criterium
from governance.views.instrument_bewerken import bewerk, conceptpagina_van
from samenwerkingswijzer.verzoek import Verzoek

kaderpagina = conceptpagina_van(Instrumentversie.Soort.EVALUATIEKADER)


@kaderpagina
def criterium(request: Verzoek, concept: Instrumentversie, criterium: str) -> HttpResponse:
    """Edit a criterion of the library."""
    rij = next((rij for rij in concept.inhoud["criteria"] if rij["id"] == criterium), None)
    if rij is None:
        raise Http404("Dit criterium is er niet.")

    def anders(formulier: Any) -> dict[str, Any]:
        return met_criterium(concept.inhoud, criterium, formulier.waarden())

    return bewerk(
        request, concept, partial(Criterium, inhoud=concept.inhoud, rij=rij), anders, kop="Bewerk een criterium"
    )


@kaderpagina
def criterium_nieuw(request: Verzoek, concept: Instrumentversie) -> HttpResponse:
    """Put a criterion in the library."""

    def anders(formulier: Any) -> dict[str, Any]:
        return met_nieuw_criterium(concept.inhoud, formulier.waarden())

    maak = partial(Criterium, inhoud=concept.inhoud)
    return bewerk(request, concept, maak, anders, kop="Een criterium erbij", knop="Zet in het concept")
