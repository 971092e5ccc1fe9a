"""Calendars for who has an address: their own subscriptions, and the calendar behind an address, without logging in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance.agenda import ical
from governance.agenda.lezen import Agenda, lees
from governance.agenda.moment import Agendamoment
from governance.forms.agenda import Abonnementformulier
from governance.handelingen import abonnementen
from governance.models import Abonnement
from governance.views.sessiekader import OOK_SCHRIJVEN
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Recht, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.models import Accounthouderschap, Portefeuille, Samenwerkingsverband
from verbanden.views.bewerkpagina import ONGELDIG, in_verleden, nu

# A calendar program keeps what it read; older moments need not be sent every time.
TERUG = timedelta(days=366)
NIET_GEVONDEN = "Dit adres bestaat niet."
Inhoud = Abonnement.Inhoud


def overzicht(request: Verzoek) -> HttpResponse:
    """The addresses of this reader; a POST makes a new one and shows it, this once."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    eis(request.user, Recht.BEKIJKEN)
    if request.method != "POST":
        return _toon(request, Abonnementformulier())
    if weg := in_verleden(request):
        return weg
    verband = _verband(request.POST.get("verband", ""))
    formulier = Abonnementformulier(request.POST)
    if verband is None and not formulier.is_valid():
        return _toon(request, formulier, status=ONGELDIG)
    inhoud = Inhoud.VERBAND.value if verband else formulier.cleaned_data["inhoud"]
    gemaakt, sleutel = abonnementen.neem(inhoud=inhoud, verband=verband, door=request.user, op=nu())
    adres = request.build_absolute_uri(reverse("governance:ical", args=[sleutel]))
    return _toon(request, Abonnementformulier(), nieuw=gemaakt, adres=adres)


def intrekken(request: Verzoek, abonnement_id: int) -> HttpResponse:
    """Stop one address of this reader."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    eis(request.user, Recht.BEKIJKEN)
    if weg := in_verleden(request):
        return weg
    abonnement = Abonnement.objects.filter(pk=abonnement_id, gebruiker=request.user).first()
    if abonnement is None:
        raise Http404(NIET_GEVONDEN)
    abonnementen.trek_in(abonnement=abonnement, door=request.user, op=nu())
    messages.success(request, "Het adres werkt niet meer.")
    return HttpResponseRedirect(reverse("governance:abonnementen"))


@login_not_required
@require_safe
def kalender(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The calendar behind an address, as its owner may see it; 404 for anything that is not a working address."""
    abonnement = (
        Abonnement.objects.geldig()
        .filter(sleutel=abonnementen.vingerafdruk(sleutel))
        .select_related("gebruiker", "volgt")
        .first()
    )
    if abonnement is None or not mag(abonnement.gebruiker, Recht.BEKIJKEN):
        raise Http404(NIET_GEVONDEN)
    vandaag = timezone.localdate()
    agenda = lees(Peildatum(vandaag))
    inhoud = ical.kalender(
        kies(agenda, abonnement, vandaag - TERUG),
        agenda,
        naam=f"Samenwerkingswijzer: {_naam(abonnement)}",
        basis=request.build_absolute_uri("/").rstrip("/"),
        nu=timezone.now(),
    )
    koppen = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "same-origin"}
    return HttpResponse(inhoud, content_type=ical.SOORT, headers=koppen)


def kies(agenda: Agenda, abonnement: Abonnement, vanaf: date) -> list[Agendamoment]:
    """The moments of a subscription from a day on; ended partnerships are not in it."""
    lopend = {nummer for nummer, verband in agenda.verbanden.items() if verband.lopend}
    if abonnement.inhoud == Inhoud.EIGEN:
        lopend &= eigen_verbanden(abonnement.gebruiker)
    elif abonnement.inhoud == Inhoud.VERBAND:
        lopend &= {abonnement.volgt_id}
    alleen_raad = abonnement.inhoud == Inhoud.RAAD
    return [
        moment
        for moment in agenda.momenten
        if (moment.verband_id in lopend or (moment.verband_id is None and abonnement.inhoud == Inhoud.ALLES))
        and (moment.van_de_raad or not alleen_raad)
        and moment.datum >= vanaf
    ]


def eigen_verbanden(gebruiker: Any) -> set[int]:
    """The partnerships that somebody leads, or that are in their portfolio."""
    dag = timezone.localdate()
    geleid = Accounthouderschap.objects.filter(gebruiker=gebruiker).geldig(dag).values_list("verband_id", flat=True)
    portefeuilles = Portefeuille.objects.filter(gebruiker=gebruiker).values("id")
    bestuurd = Samenwerkingsverband.objects.filter(portefeuille_id__in=portefeuilles).values_list("id", flat=True)
    return {*geleid, *bestuurd}


def _naam(abonnement: Abonnement) -> str:
    if abonnement.volgt is not None:
        return abonnement.volgt.korte_naam or abonnement.volgt.naam
    return str(abonnement.get_inhoud_display()).lower()


def _verband(slug: str) -> Samenwerkingsverband | None:
    return Samenwerkingsverband.objects.filter(slug=slug).first() if slug and "\x00" not in slug else None


def _toon(
    request: Verzoek,
    formulier: Abonnementformulier,
    *,
    nieuw: Abonnement | None = None,
    adres: str = "",
    status: int = 200,
) -> HttpResponse:
    rijen = Abonnement.objects.geldig().filter(gebruiker=request.user).select_related("volgt")
    context = {
        "abonnementen": [(rij, _naam(rij)) for rij in rijen],
        "formulier": formulier,
        "nieuw": _naam(nieuw) if nieuw else "",
        "adres": adres,
        "webcal": f"webcal://{adres.partition('://')[2]}" if adres else "",
        "verleden": request.peildatum.verleden,
        "demo": settings.DEMO,
    }
    return render(request, "governance/agenda/abonnementen.html", context, status=status)
