"""The start pages of an account holder and of the griffie."""

from collections import Counter
from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render

from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.regels.bbv.voortgang import STATEN
from verbanden.signalering.start import voor_start
from verbanden.volledigheid import lijstjaar
from verbanden.werk import eigen_verbanden, stappen, werkregels

VAN_DE_RAAD = frozenset({"Raad", "Raadscommissie", "Griffie"})


def accounthouder(request: Verzoek) -> HttpResponse:
    """'Mijn verbanden': the next steps, and what is missing or stale first."""
    peildatum = request.peildatum
    eigen = eigen_verbanden(request.user, peildatum)
    regels = werkregels(peildatum, eigen, drempel=_drempel(request))
    context = {
        "regels": regels,
        "stappen": stappen(peildatum, regels),
        "taken": sum(len(regel.taken) for regel in regels),
        "voorstellen": sum(regel.voorstellen for regel in regels),
        "jaar": lijstjaar(peildatum.dag),
        "dag": peildatum.dag,
        **voor_start(request, eigen),
    }
    return render(request, "verbanden/start_accounthouder.html", context)


def griffie(request: Verzoek) -> HttpResponse:
    """'Werk van de griffie': the next dates of the council, and how far the data for the list are."""
    peildatum = request.peildatum
    regels = werkregels(peildatum, drempel=_drempel(request))
    partijen = [regel for regel in regels if regel.wettelijk]
    telling = Counter(regel.staat for regel in partijen)
    context = {
        "partijen": partijen,
        "stappen": stappen(peildatum, regels, VAN_DE_RAAD),
        "volledig": sum(regel.volledig for regel in partijen),
        "totaal": sum(regel.totaal for regel in partijen),
        "telling": [(staat, telling[staat]) for staat in STATEN],
        **voor_start(request),
        "zonder_accounthouder": [regel.verband for regel in regels if not regel.accounthouder],
        "zonder_klasse": [regel.verband for regel in regels if regel.zonder_klasse],
        "jaar": lijstjaar(peildatum.dag),
        "dag": peildatum.dag,
    }
    return render(request, "verbanden/start_griffie.html", context)


def _drempel(request: Verzoek) -> Decimal:
    """From how many percent a jump in our contribution asks for an explanation."""
    return gemeente_van(request).drempel_bijdrage
