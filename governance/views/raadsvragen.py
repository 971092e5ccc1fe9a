"""Questions of the raad: all of them, one with its answer, a new one, and the answer."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from governance import raadsvragen as lezing
from governance.forms.raadsvraag import Antwoordformulier, Vraagformulier
from governance.forms.zienswijze import stand_nu
from governance.handelingen import raadsvragen
from governance.handelingen.raadsvragen import NIET_VAN_U, VRAAG, mag_verbeteren
from governance.keuzevraagstukken import vraagstukken
from governance.models import Raadsvraag
from governance.views.pagina import opvolger_van
from governance.views.zienswijzekader import OOK_SCHRIJVEN, bewaar_formulier, toon_formulier
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Recht, Rol, eis, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.basis import REDEN
from verbanden.models import Samenwerkingsverband
from verbanden.views.bewerkpagina import BOTSING, bewerkpagina, eis_hier, in_verleden, kruimels, lees_versie, naam, nu

HERKOMST = "raadsvraag"
DOEN = "Naar aanleiding van de raadsvraag"
STANDEN = (("", "Alle"), (lezing.OPEN, "Open"), (lezing.OVER_TIJD, "Over tijd"), (lezing.BEANTWOORD, "Beantwoord"))


@require_safe
def lijst(request: Verzoek) -> HttpResponse:
    """Every question, by state and by partnership."""
    eis(request.user, Recht.BEKIJKEN)
    peildatum = request.peildatum
    dagen = gemeente_van(request).termijn_raadsvragen
    alle = lezing.vragen(peildatum, None, dagen)
    verbanden = {rij.id: rij for rij in Samenwerkingsverband.objects.op(peildatum.moment).order_by("naam")}
    met_vraag = {vraag.rij.verband_id for vraag in alle}
    slug, stand = request.GET.get("verband", ""), request.GET.get("stand", "")
    gekozen = [
        (vraag, verbanden[vraag.rij.verband_id])
        for vraag in alle
        if (not stand or vraag.stand == stand) and (not slug or verbanden[vraag.rij.verband_id].slug == slug)
    ]
    context = {
        "regels": gekozen,
        "totaal": len(alle),
        "standen": [(sleutel, titel, _telling(alle, sleutel)) for sleutel, titel in STANDEN],
        "stand": stand,
        "verbanden": [rij for rij in verbanden.values() if rij.id in met_vraag],
        "slug": slug,
        "dagen": dagen,
        "dag": peildatum.dag,
    }
    return render(request, "governance/raadsvragen.html", context)


def _telling(alle: list[lezing.Vraag], stand: str) -> int:
    return sum(not stand or vraag.stand == stand for vraag in alle)


@bewerkpagina(*OOK_SCHRIJVEN)
def nieuw(request: Verzoek, verband: Samenwerkingsverband) -> HttpResponse:
    """Ask a question; the griffie asks for a council member."""
    eis_hier(request, verband, Recht.RAADSVRAAG_STELLEN)
    maak = partial(Vraagformulier, vraagstukken=vraagstukken(verband.pk), namens=request.user.rol != Rol.RAADSLID)
    tonen = partial(_toon_nieuw, request, verband)
    if request.method != "POST":
        return tonen(maak())
    formulier = maak(request.POST)
    gesteld: list[Raadsvraag] = []

    def doe() -> None:
        namens = Gebruiker.objects.filter(pk=formulier.cleaned_data.get("namens") or 0).first()
        waarden = formulier.cleaned_data
        gesteld.append(raadsvragen.stel(verband=verband, waarden=waarden, door=request.user, op=nu(), namens=namens))

    return bewaar_formulier(
        request,
        formulier,
        doe,
        tonen,
        gelukt="Uw vraag is gesteld. Iedereen in het portaal kan haar lezen.",
        verder=lambda: adres(gesteld[0].pk),
    )


def _toon_nieuw(
    request: Verzoek, verband: Samenwerkingsverband, formulier: Vraagformulier, status: int = 200
) -> HttpResponse:
    dagen = gemeente_van(request).termijn_raadsvragen
    context = {
        "kop": "Stel een vraag aan het college",
        "over_vraag": True,
        "onder": naam(verband),
        "uitleg": f"Het college antwoordt binnen {dagen} dagen. Vraag en antwoord zijn voor iedereen in het portaal te "
        "lezen. Zet er geen namen of andere gegevens van personen in.",
        "formulier": formulier,
        "velden": list(formulier),
        "kruimels": [*kruimels(verband), ("Raadsvragen", reverse("governance:raadsvragen"))],
        "knop": "Stel de vraag",
        "terug": reverse("verbanden:dashboard", args=[verband.slug]),
    }
    return toon_formulier(request, context, status)


@require_safe
def vraag(request: Verzoek, vraag_id: int) -> HttpResponse:
    """One question with its answer."""
    een, verband = _lees(request, vraag_id)
    gaten = opvolger_van(request, verband)
    vandaag, nu_kan = timezone.localdate(), not request.peildatum.verleden
    context = {
        "een": een,
        "verband": verband,
        "onderwerp": naam(verband),
        "kruimels": [("Raadsvragen", reverse("governance:raadsvragen")), *kruimels(verband)[1:]],
        "dag": request.peildatum.dag,
        "vervolg": gaten.vervolg(verband, f"{HERKOMST}:{een.rij.id}", f"{DOEN}: {een.rij.onderwerp}"),
        "mag_antwoorden": nu_kan and mag(request.user, Recht.RAADSVRAAG_BEANTWOORDEN, verband=verband, op=vandaag),
        "mag_verbeteren": nu_kan and not een.beantwoord and mag_verbeteren(request.user, een.rij),
    }
    return render(request, "governance/raadsvraag.html", context)


def antwoord(request: Verzoek, vraag_id: int) -> HttpResponse:
    """Answer a question, or mend the answer."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    een, verband = _lees(request, vraag_id)
    if weg := in_verleden(request):
        return weg
    eis_hier(request, verband, Recht.RAADSVRAAG_BEANTWOORDEN)
    maak = partial(Antwoordformulier, mend=een.beantwoord)
    tonen = partial(_toon_vraagformulier, request, een, verband, kop="Beantwoord de vraag", eigen=("antwoord",))
    if request.method != "POST":
        return tonen(maak(initial={"antwoord": een.rij.antwoord}))
    formulier = maak(request.POST)

    def doe() -> None:
        raadsvragen.beantwoord(
            vraag=Raadsvraag.objects.get(pk=vraag_id),
            antwoord=formulier.cleaned_data["antwoord"],
            versie=lees_versie(request.POST.get("versie")),
            door=request.user,
            op=nu(),
            reden=formulier.cleaned_data.get(REDEN, ""),
        )

    return bewaar_formulier(request, formulier, doe, tonen, gelukt="Het antwoord is bewaard.", verder=adres(vraag_id))


def verbeter(request: Verzoek, vraag_id: int) -> HttpResponse:
    """Put an open question right: who asked it, or the griffie."""
    if request.method not in OOK_SCHRIJVEN:
        return HttpResponseNotAllowed(OOK_SCHRIJVEN)
    een, verband = _lees(request, vraag_id)
    if weg := in_verleden(request):
        return weg
    if not mag_verbeteren(request.user, een.rij):
        raise PermissionDenied(NIET_VAN_U)
    tonen = partial(_toon_vraagformulier, request, een, verband, kop="Verbeter de vraag", eigen=VRAAG)
    if request.method != "POST" and een.beantwoord:
        return HttpResponseRedirect(adres(vraag_id))
    if request.method != "POST":
        return tonen(Vraagformulier(initial={veld: getattr(een.rij, veld) for veld in VRAAG}))
    formulier = Vraagformulier(request.POST)

    def doe() -> None:
        raadsvragen.verbeter(
            vraag=Raadsvraag.objects.get(pk=vraag_id),
            waarden=formulier.cleaned_data,
            versie=lees_versie(request.POST.get("versie")),
            door=request.user,
            op=nu(),
        )

    return bewaar_formulier(request, formulier, doe, tonen, gelukt="De vraag is bewaard.", verder=adres(vraag_id))


def adres(vraag_id: int) -> str:
    """The page of a question."""
    return reverse("governance:raadsvraag", args=[vraag_id])


def _lees(request: Verzoek, vraag_id: int) -> tuple[lezing.Vraag, Any]:
    """The question and its partnership on the reference date."""
    eis(request.user, Recht.BEKIJKEN)
    een = lezing.een_vraag(vraag_id, request.peildatum, gemeente_van(request).termijn_raadsvragen)
    moment = request.peildatum.moment
    verband = Samenwerkingsverband.objects.op(moment, id=een.rij.verband_id).first() if een else None
    if een is None or verband is None:
        raise Http404("Deze vraag is er niet.")
    return een, verband


def _toon_vraagformulier(
    request: Verzoek,
    een: lezing.Vraag,
    verband: Any,
    formulier: Any,
    status: int = 200,
    *,
    kop: str,
    eigen: tuple[str, ...],
) -> HttpResponse:
    rij = Raadsvraag.objects.get(pk=een.rij.id)
    context = {
        "kop": kop,
        "over_vraag": True,
        "onder": f"{een.rij.onderwerp}, {naam(verband)}",
        "citaat": een.rij.vraag if eigen != VRAAG else "",
        "formulier": formulier,
        "velden": list(formulier),
        "versie": rij.versie,
        "nu": stand_nu(rij, eigen) if status == BOTSING else (),
        "kruimels": [*kruimels(verband)[1:], ("Raadsvragen", reverse("governance:raadsvragen"))],
        "knop": "Bewaar",
        "terug": adres(rij.pk),
    }
    return toon_formulier(request, context, status)
