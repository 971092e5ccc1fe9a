"""Changing a concept of the handreiking: the words of a question, and the words and points of its answers."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse

from governance.forms.handreiking import Handreikingvraag
from governance.models import Instrumentversie
from governance.regels.relevantie.bewerking import met_vraag
from governance.views.instrument_bewerken import bewerk, conceptpagina_van
from samenwerkingswijzer.verzoek import Verzoek


@conceptpagina_van(Instrumentversie.Soort.RELEVANTIE)
def vraag(request: Verzoek, concept: Instrumentversie, vraag: str) -> HttpResponse:
    """Edit a question of a concept."""
    rij = next((rij for rij in concept.inhoud["vragen"] if rij["id"] == vraag), None)
    if rij is None:
        raise Http404("Deze vraag is er niet.")

    def anders(formulier: Any) -> dict[str, Any]:
        return met_vraag(concept.inhoud, vraag, teksten=formulier.teksten(), opties=formulier.opties())

    return bewerk(request, concept, partial(Handreikingvraag, rij=rij), anders, kop="Bewerk een vraag")
