"""What the national register proposes: per partnership, to take over or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.handelingen.voorstellen import REDEN_TEKENS_MAX, Besluit, BesluitenGeweigerd, beoordeel
from verbanden.register.lijst import Groep, Rij, lees_groepen
from verbanden.views.bewerkpagina import ONGELDIG, in_verleden, lees_versie, nu

KEUZES = (("neem", "Neem over"), ("niet", "Neem niet over"), ("later", "Later"))
GEEN_KEUZE = "Kies bij minstens één voorstel wat u ermee doet."
GROOTSTE_ID = 2**63 - 1


@require_http_methods(["GET", "HEAD", "POST"])
def voorstellen(request: Verzoek) -> HttpResponse:
    """Show the open proposals; on POST carry out the choices about one partnership."""
    eis(request.user, Recht.BEKIJKEN)
    if request.method != "POST":
        return _toon(request, lees_groepen(request.peildatum, request.user))
    return in_verleden(request) or _beoordeel(request)


def _beoordeel(request: Verzoek) -> HttpResponse:
    besluiten = list(_besluiten(request.POST))
    fouten = _invoerfouten(request.POST, besluiten)
    if not fouten:
        try:
            beoordeel(besluiten=besluiten, door=request.user, op=nu())
        except BesluitenGeweigerd as geweigerd:
            fouten = geweigerd.fouten
        else:
            messages.success(request, _gelukt(besluiten))
            return HttpResponseRedirect(reverse("verbanden:voorstellen"))
    groepen = lees_groepen(request.peildatum, request.user)
    _neem_invoer_terug(groepen, request.POST, fouten)
    return _toon(request, groepen, fouten)


def _besluiten(post: QueryDict) -> Iterator[Besluit]:
    """The choices that a form carries; 'later' and nothing at all are no decision."""
    for nummer in _nummers(post):
        keuze = post.get(f"keuze-{nummer}")
        if keuze in ("neem", "niet"):
            reden = _reden(post, nummer) if keuze == "niet" else ""
            yield Besluit(nummer, lees_versie(post.get(f"versie-{nummer}")), keuze == "neem", reden)


def _nummers(post: QueryDict) -> list[int]:
    """The numbers of the proposals in a form, in its order."""
    delen = (naam.removeprefix("versie-") for naam in post if naam.startswith("versie-"))
    nummers = (int(deel) for deel in delen if deel.isascii() and deel.isdigit() and len(deel) < 20)
    return [nummer for nummer in nummers if nummer <= GROOTSTE_ID]


def _reden(post: QueryDict, nummer: int) -> str:
    return post.get(f"reden-{nummer}", "").strip()


def _invoerfouten(post: QueryDict, besluiten: list[Besluit]) -> dict[int, list[str]]:
    """What is wrong with the form itself, by number of the proposal; 0 is the form as a whole."""
    fouten: dict[int, list[str]] = {}
    for nummer in _nummers(post):
        keuze = post.get(f"keuze-{nummer}", "")
        if keuze and keuze not in dict(KEUZES):
            fouten[nummer] = ["Kies een van de mogelijkheden."]
        elif not keuze and _reden(post, nummer):
            fouten[nummer] = ["Kies of u dit overneemt. U schreef al wel een reden."]
        elif len(_reden(post, nummer)) > REDEN_TEKENS_MAX:
            fouten[nummer] = [f"De reden is te lang: schrijf hoogstens {REDEN_TEKENS_MAX} tekens."]
    if not fouten and not besluiten:
        fouten[0] = [GEEN_KEUZE]
    return fouten


def _gelukt(besluiten: list[Besluit]) -> str:
    overgenomen = sum(besluit.aannemen for besluit in besluiten)
    delen = [f"{overgenomen} overgenomen"] if overgenomen else []
    delen += [f"{len(besluiten) - overgenomen} niet overgenomen"] if overgenomen < len(besluiten) else []
    return f"Uw keuzes zijn bewaard: {' en '.join(delen)}."


def _neem_invoer_terug(groepen: list[Groep], post: QueryDict, fouten: dict[int, list[str]]) -> None:
    for rij in _rijen(groepen):
        rij.keuze = post.get(f"keuze-{rij.id}", "")
        rij.reden = post.get(f"reden-{rij.id}", "")
        rij.fouten = fouten.get(rij.id, [])


def _rijen(groepen: list[Groep]) -> Iterator[Rij]:
    return (rij for groep in groepen for rij in groep.rijen)


def _toon(request: Verzoek, groepen: list[Groep], fouten: dict[int, list[str]] | None = None) -> HttpResponse:
    context: dict[str, Any] = {
        "groepen": groepen,
        "aantal": sum(len(groep.rijen) for groep in groepen),
        "mijn": sum(len(groep.rijen) for groep in groepen if groep.mag),
        "bestand_van": max((groep.bestand_van for groep in groepen), default=None),
        "fouten": _foutenlijst(groepen, fouten or {}),
        "keuzes": KEUZES,
        "reden_tekens": REDEN_TEKENS_MAX,
        "kruimels": [("Overzicht", reverse("verbanden:overzicht"))],
    }
    return render(request, "verbanden/voorstellen.html", context, status=ONGELDIG if fouten else 200)


def _foutenlijst(groepen: list[Groep], fouten: dict[int, list[str]]) -> list[tuple[str, str]]:
    """Anchor and text of every error; of a proposal that is not on the page any more only the text."""
    rijen = {rij.id: rij for rij in _rijen(groepen)}
    lijst = []
    for nummer, meldingen in fouten.items():
        rij = rijen.get(nummer)
        kop, anker = (f"{rij.gegeven}: ", _anker(rij)) if rij else ("", "")
        lijst += [(anker, f"{kop}{melding}") for melding in meldingen]
    return lijst


def _anker(rij: Rij) -> str:
    return f"reden-{rij.id}" if rij.keuze == "niet" else f"keuze-{rij.id}-neem"
