"""The evaluations of a year, and of one partnership; preparing the yearly ones, and beginning one by choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from evaluatie.evaluaties import bundel, heroverweging, overzicht
from evaluatie.evaluaties.lezen import Beeld, lees_een
from evaluatie.forms.evaluatie import Begin, Ronde
from evaluatie.handelingen import evaluaties as handelingen
from evaluatie.models.evaluatie import EERSTE_JAAR, LAATSTE_JAAR, Besluit
from evaluatie.models.evaluatieconclusie import Themaoordeel
from evaluatie.ontwikkelagenda import bekend
from evaluatie.views.evaluatiepagina import OOK_SCHRIJVEN
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.rechten import Bereik, Recht, bereik, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Accounthouderschap, Samenwerkingsverband
from verbanden.views.bewerkpagina import ONGELDIG, in_verleden, kruimels, naam, nu
from verbanden.views.dashboard import verband_of_404
from verbanden.views.poging import geweigerd

GEHEEL = "geheel"
LANGSTE_TITEL = 160


def lijst(request: Verzoek) -> HttpResponse:
    """The evaluations of a year; a POST prepares the yearly ones (`klaarzetten`) or begins one (`begin`)."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.BEKIJKEN)
    if request.method != "POST":
        return _toon(request)
    if weg := in_verleden(request):
        return weg
    return _zet_klaar(request) if request.POST.get("actie") == "klaarzetten" else _begin(request)


@require_safe
def van_verband(request: Verzoek, slug: str) -> HttpResponse:
    """All evaluations of one partnership, and what was concluded in the last adopted one."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    rijen = overzicht.van_verband(verband, request.peildatum)
    laatste = next((een for een in rijen if een.klaar), None)
    beeld = lees_een(laatste.rij.id, request.peildatum, None) if laatste else None
    mag_bewerken = not request.peildatum.verleden and mag(
        request.user, Recht.BEWERKEN, verband=verband, op=timezone.localdate()
    )
    context = {
        "verband": verband,
        "onderwerp": naam(verband),
        "kruimels": kruimels(verband),
        "rijen": rijen,
        "beeld": beeld,
        "mag_bewerken": mag_bewerken,
        **opvolging(request, beeld, mag_bewerken=mag_bewerken),
    }
    return render(request, "evaluatie/evaluaties_verband.html", context)


@dataclass(frozen=True)
class Vervolg:
    """A conclusion with what can be done about it: a title for the ontwikkelagenda ('' when nothing is needed)."""

    deel: Any  # Themabeeld; None for the whole
    doen: str
    gat: str
    opgevolgd: str


def opvolging(request: Verzoek, beeld: Beeld | None, *, mag_bewerken: bool) -> dict[str, Any]:
    """The conclusions of an evaluation, and which are on the ontwikkelagenda or the agenda. At most two queries."""
    naar = register.opvolging
    gaten = bekend(beeld.rij.verband_id, request.peildatum.moment) if beeld else {}
    return {
        "vervolg": [_vervolg(beeld, deel, gaten) for deel in beeld.themas] if beeld else [],
        "geheel": _vervolg(beeld, None, gaten) if beeld else None,
        "heroverweging": heroverweging.lees(beeld, request.peildatum) if beeld else None,
        "opvolging": naar if mag_bewerken else None,
        "opvolging_adres": naar.url_naam if naar else "",
    }


def _vervolg(beeld: Beeld, deel: Any, gaten: Mapping[str, str]) -> Vervolg:
    gat = bundel.gat(beeld.rij.jaar, deel.thema.id if deel else GEHEEL)
    if deel is None:
        nodig = beeld.rij.besluit not in ("", Besluit.DOORGAAN)
        doen = f"{beeld.merk.woord}: {beeld.rij.zin}" if nodig else ""
    else:
        nodig = deel.conclusie is not None and deel.conclusie.oordeel != Themaoordeel.OP_KOERS
        doen = f"{deel.thema.naam}: {deel.conclusie.zin}" if nodig else ""
    return Vervolg(deel, doen[:LANGSTE_TITEL], gat, gaten.get(gat, ""))


def _zet_klaar(request: Verzoek) -> HttpResponse:
    eis(request.user, Recht.EVALUATIES_VASTSTELLEN)
    formulier = Ronde(request.POST, vandaag=timezone.localdate(), prefix="ronde")
    if not formulier.is_valid():
        return _toon(request, ronde=formulier, status=ONGELDIG)
    erbij: list[Any] = []

    def doe() -> None:
        jaar = formulier.cleaned_data["jaar"]
        erbij.extend(handelingen.zet_klaar(jaar=jaar, door=request.user, op=nu()))

    if status := geweigerd(formulier, doe):
        return _toon(request, ronde=formulier, status=status)
    aantal = len(erbij)
    woorden = {0: "Alles stond al klaar.", 1: "Er staat 1 evaluatie klaar."}
    messages.success(request, woorden.get(aantal, f"Er staan {aantal} evaluaties klaar."))
    return HttpResponseRedirect(f"{reverse('evaluatie:evaluaties')}?jaar={formulier.cleaned_data['jaar']}")


def _begin(request: Verzoek) -> HttpResponse:
    eis(request.user, Recht.BEWERKEN)
    formulier = Begin(request.POST, vandaag=timezone.localdate(), verbanden=_te_kiezen(request), prefix="begin")
    if not formulier.is_valid():
        return _toon(request, begin=formulier, status=ONGELDIG)
    gemaakt: list[Any] = []
    doe = partial(handelingen.begin, **formulier.cleaned_data, door=request.user, op=nu())
    if status := geweigerd(formulier, lambda: gemaakt.append(doe())):
        return _toon(request, begin=formulier, status=status)
    messages.success(request, "De evaluatie is begonnen. Kies nu de criteria en plan de stappen.")
    return HttpResponseRedirect(reverse("evaluatie:evaluatie", args=[gemaakt[0].pk]))


def _toon(
    request: Verzoek, *, ronde: forms.Form | None = None, begin: forms.Form | None = None, status: int = 200
) -> HttpResponse:
    vandaag, bewerken = timezone.localdate(), not request.peildatum.verleden
    jaren = bundel.jaren(request.peildatum)
    jaar = _jaar(request, jaren)
    rijen = overzicht.van_jaar(jaar, request.peildatum)
    context = {
        "jaar": jaar,
        "jaren": jaren,
        "rijen": rijen,
        "klaar": sum(een.klaar for een in rijen),
        "te_laat": sum(een.te_laat for een in rijen),
        "ronde": None,
        "begin": None,
    }
    if bewerken and mag(request.user, Recht.EVALUATIES_VASTSTELLEN):
        context["ronde"] = ronde or Ronde(vandaag=vandaag, prefix="ronde", initial={"jaar": vandaag.year})
    if bewerken and mag(request.user, Recht.BEWERKEN):
        te_kiezen = _te_kiezen(request)
        context["begin"] = begin or Begin(vandaag=vandaag, verbanden=te_kiezen, prefix="begin")
    return render(request, "evaluatie/evaluaties.html", context, status=status)


def _jaar(request: Verzoek, jaren: list[int]) -> int:
    """The year that is asked for; the last one with evaluations, or last year."""
    gevraagd = request.GET.get("jaar", "")
    if not gevraagd:
        return jaren[0] if jaren else request.peildatum.dag.year - 1
    if not (gevraagd.isascii() and gevraagd.isdigit() and len(gevraagd) == 4):
        raise Http404("Dit jaar is er niet.")
    if not EERSTE_JAAR <= int(gevraagd) <= LAATSTE_JAAR:
        raise Http404("Dit jaar is er niet.")
    return int(gevraagd)


def _te_kiezen(request: Verzoek) -> Any:
    """The running partnerships that this person may edit."""
    lopend = Samenwerkingsverband.objects.lopend().order_by("naam", "id")
    if bereik(request.user, Recht.BEWERKEN) is Bereik.ALLE:
        return lopend
    eigen = Accounthouderschap.objects.filter(gebruiker=request.user).geldig(timezone.localdate())
    return lopend.filter(id__in=eigen.values_list("verband_id", flat=True))
