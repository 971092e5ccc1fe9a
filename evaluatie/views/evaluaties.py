"""The evaluations of a year, and of one partnership; preparing the yearly ones, and beginning one by choice."""

from __future__ import annotations

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
from evaluatie.views.evaluatiepagina import OOK_SCHRIJVEN
from samenwerkingswijzer.rechten import Bereik, Recht, bereik, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Accounthouderschap, Samenwerkingsverband
from verbanden.opvolgen import Vervolg, opvolger
from verbanden.views.bewerkpagina import ONGELDIG, in_verleden, kruimels, naam, nu
from verbanden.views.dashboard import verband_of_404
from verbanden.views.poging import geweigerd

GEHEEL = "geheel"


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
class Conclusie:
    """The conclusion on a theme with what can be done about it; `vervolg` is None when nothing is needed."""

    deel: Any  # Themabeeld
    vervolg: Vervolg | None


def opvolging(request: Verzoek, beeld: Beeld | None, *, mag_bewerken: bool) -> dict[str, Any]:
    """The conclusions of an evaluation, and which are on the ontwikkelagenda or the agenda. At most two queries."""
    if beeld is None:
        return {"vervolg": [], "geheel": None, "heroverweging": None, "mag_plannen": False}
    verband, jaar = beeld.verband, beeld.rij.jaar
    gaten = opvolger([verband.id], request.peildatum.moment, {verband.id} if mag_bewerken else ())
    return {
        "vervolg": [
            Conclusie(deel, gaten.vervolg(verband, bundel.gat(jaar, deel.thema.id), _doen(deel)))
            for deel in beeld.themas
        ],
        "geheel": gaten.vervolg(verband, bundel.gat(jaar, GEHEEL), _geheel(beeld)),
        "heroverweging": heroverweging.lees(beeld, request.peildatum),
        "mag_plannen": mag_bewerken,
    }


def _doen(deel: Any) -> str:
    """What a conclusion on a theme asks; empty when it asks nothing."""
    nodig = deel.conclusie is not None and deel.conclusie.oordeel != Themaoordeel.OP_KOERS
    return f"{deel.thema.naam}: {deel.conclusie.zin}" if nodig else ""


def _geheel(beeld: Beeld) -> str:
    """What the conclusion on the whole asks; empty when the partnership simply goes on."""
    nodig = beeld.rij.besluit not in ("", Besluit.DOORGAAN)
    return f"{beeld.merk.woord}: {beeld.rij.zin}" if nodig else ""


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
