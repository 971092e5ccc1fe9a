"""Progress twice a year: who told it, all reports of a partnership, and one round in which it is told."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from evaluatie import voortgang as lezen
from evaluatie.forms.voortgang import Heropening, Voortgangformulier
from evaluatie.handelingen import voortgang as handelingen
from evaluatie.models import Voortgang
from evaluatie.models.voortgang import EERSTE_JAAR, LAATSTE_JAAR
from evaluatie.regels.ronde import Ogenblik, Ronde, ronde_op
from governance.views.pagina import mag_invullen
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.rechten import Recht, eis
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, eis_hier, in_verleden, kruimels, lees_versie, naam, nu
from verbanden.views.dashboard import verband_of_404
from verbanden.views.poging import geweigerd

METHODEN = ("GET", "HEAD", "POST")
INTUSSEN = (
    "Iemand anders bewaarde deze voortgang intussen. Er is niets bewaard. Links staat wat u invulde, rechts wat de "
    "ander bewaarde. Kijk het na en bewaar opnieuw; dan geldt uw versie, en de andere blijft in de geschiedenis."
)


@require_safe
def overzicht(request: Verzoek) -> HttpResponse:
    """Who told the progress of the round that runs, and who did not."""
    eis(request.user, Recht.BEKIJKEN)
    ronde, regels = lezen.overzicht(request.peildatum)
    context = {
        "ronde": ronde,
        "rondenaam": lezen.rondenaam(ronde),
        "vorige": lezen.rondenaam(ronde.vorige),
        "regels": regels,
        "klaar": sum(regel.klaar for regel in regels),
        "te_laat": any(regel.te_laat for regel in regels),
    }
    return render(request, "evaluatie/voortgangen.html", context)


@require_safe
def van_verband(request: Verzoek, slug: str) -> HttpResponse:
    """All reports of one partnership, the last round first."""
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    rijen = lezen.van_verband(verband, request.peildatum)
    nu_ronde = ronde_op(request.peildatum.dag)
    context = {
        **_rand(request, verband),
        "rijen": [(rij, lezen.adres(verband.slug, lezen.ronde_van(rij))) for rij in rijen],
        "ronde": nu_ronde,
        "rondenaam": lezen.rondenaam(nu_ronde),
        "nu_url": lezen.adres(verband.slug, nu_ronde),
        "nu_bekend": any(lezen.ronde_van(rij) == nu_ronde for rij in rijen),
        "kruimels": kruimels(verband),
    }
    return render(request, "evaluatie/voortgang_lijst.html", context)


def ronde(request: Verzoek, slug: str, jaar: int, moment: str) -> HttpResponse:
    """One round: a form while it can be written, and the report to read. A POST writes, finishes or opens again."""
    if request.method not in METHODEN:
        return HttpResponseNotAllowed(METHODEN)
    eis(request.user, Recht.BEKIJKEN)
    verband = verband_of_404(slug, request.peildatum)
    gevraagd = _ronde_of_404(jaar, moment)
    if request.method != "POST":
        return _toon(request, verband, gevraagd)
    if weg := in_verleden(request):
        return weg
    eis_hier(request, verband, Recht.BEWERKEN)
    bestaand = Voortgang.objects.filter(verband=verband).in_ronde(gevraagd).first()
    if bestaand is None and not handelingen.te_beginnen(gevraagd, nu()):
        raise Http404("Deze ronde is voorbij of nog niet begonnen.")
    if request.POST.get("actie") == "heropen":
        return _heropen(request, verband, gevraagd, bestaand)
    return _bewaar(request, verband, gevraagd, bestaand)


def _ronde_of_404(jaar: int, moment: str) -> Ronde:
    if not EERSTE_JAAR < jaar < LAATSTE_JAAR or moment not in {een.value for een in Ogenblik}:
        raise Http404("Deze ronde is er niet.")
    return Ronde(jaar, Ogenblik(moment))


def _bewaar(request: Verzoek, verband: Samenwerkingsverband, ronde: Ronde, bestaand: Voortgang | None) -> HttpResponse:
    afronden = request.POST.get("actie") == "afronden"
    leeg = Voortgang(verband=verband, jaar=ronde.jaar, moment=ronde.moment.value)
    formulier = Voortgangformulier(request.POST, instance=leeg, afronden=afronden)
    if not formulier.is_valid():
        return _toon(request, verband, ronde, formulier, status=ONGELDIG)
    doe = partial(
        handelingen.schrijf,
        verband=verband,
        ronde=ronde,
        versie=lees_versie(request.POST.get("versie")),
        waarden={veld: formulier.cleaned_data[veld] for veld in handelingen.VELDEN},
        afronden=afronden,
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, INTUSSEN)
        return _toon(request, verband, ronde, formulier, status=status)
    messages.success(request, "De voortgang is afgerond." if afronden else "De voortgang is bewaard als concept.")
    return HttpResponseRedirect(lezen.adres(verband.slug, ronde))


def _heropen(request: Verzoek, verband: Samenwerkingsverband, ronde: Ronde, bestaand: Voortgang | None) -> HttpResponse:
    if bestaand is None:
        raise Http404("Deze voortgang is er niet.")
    formulier = Heropening(request.POST)
    if not formulier.is_valid():
        return _toon(request, verband, ronde, heropening=formulier, status=ONGELDIG)
    doe = partial(
        handelingen.heropen,
        voortgang=bestaand,
        versie=lees_versie(request.POST.get("versie")),
        reden=formulier.cleaned_data["reden"],
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING:
            formulier.add_error(None, "Iemand anders was u voor. Kijk de voortgang na.")
        return _toon(request, verband, ronde, heropening=formulier, status=status)
    messages.success(request, "De voortgang is weer een concept. Wat er stond, blijft in de geschiedenis.")
    return HttpResponseRedirect(lezen.adres(verband.slug, ronde))


def _rand(request: Verzoek, verband: Samenwerkingsverband) -> dict[str, Any]:
    return {"verband": verband, "onderwerp": naam(verband), "mag_invullen": mag_invullen(request, verband)}


def _toon(
    request: Verzoek,
    verband: Samenwerkingsverband,
    ronde: Ronde,
    formulier: forms.ModelForm | None = None,
    *,
    heropening: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    rijen = lezen.van_verband(verband, request.peildatum)
    rij: Any = next((een for een in rijen if lezen.ronde_van(een) == ronde), None)
    vorige = next((een for een in rijen if lezen.ronde_van(een).begint < ronde.begint), None)
    rand = _rand(request, verband)
    klaar = rij is not None and rij.status == Voortgang.Status.AFGEROND
    schrijven = rand["mag_invullen"] and not klaar and (rij is not None or handelingen.te_beginnen(ronde, nu()))
    if schrijven and formulier is None:
        formulier = _formulier(request, verband, ronde, rij, vorige)
    context = {
        **rand,
        "ronde": ronde,
        "rondenaam": lezen.rondenaam(ronde),
        "rij": rij,
        "klaar": klaar,
        "afgerond_door": _naam(rij.afgerond_door_id, request) if klaar else "",
        "formulier": formulier if schrijven else None,
        "botsing": status == BOTSING,
        "vergelijk": rij if status == BOTSING else vorige,
        "vorige_naam": lezen.rondenaam(lezen.ronde_van(vorige)) if vorige else "",
        "heropening": (heropening or Heropening()) if klaar and rand["mag_invullen"] else None,
        "versie": _versie(request, rij, status),
        "kruimels": [
            *kruimels(verband),
            ("Voortgang", reverse("evaluatie:voortgang_verband", args=[verband.slug])),
        ],
    }
    return render(request, "evaluatie/voortgang.html", context, status=status)


def _formulier(
    request: Verzoek, verband: Samenwerkingsverband, ronde: Ronde, rij: Any, vorige: Any
) -> Voortgangformulier:
    if rij is not None:
        return Voortgangformulier(instance=rij)
    return Voortgangformulier(initial=lezen.begin(verband, ronde, vorige, request.peildatum))


def _naam(nummer: int, request: Verzoek) -> str:
    return namen([nummer], request.peildatum.moment).get(nummer, "")


def _versie(request: Verzoek, rij: Any, status: int) -> Any:
    """The version that the form carries: what was seen; after a conflict, of which both sides are shown, the newest."""
    if status == ONGELDIG:
        return request.POST.get("versie", "")[:20]
    return rij.versie if rij is not None else ""
