"""One zienswijze: its dossier, a form for each step, and the sheet on paper."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from governance.forms.zienswijze import Stapformulier, stand_nu
from governance.handelingen import zienswijzen
from governance.handelingen.zienswijzepunten import mag_voorstellen
from governance.models import Zienswijze, Zienswijzepunt
from governance.models.zienswijze import BIJ_DE_RAAD
from governance.views import zienswijzestrijd
from governance.views.zienswijzekader import (
    LEZEN,
    OOK_SCHRIJVEN,
    adres,
    bewaar_formulier,
    dossierpagina,
    naar_dossier,
    toon_formulier,
)
from governance.zienswijze import weergave
from governance.zienswijze.lezen import Dossier, dossiers, per_verband
from governance.zienswijze.stappen import GEEN, STAPPEN, Stap, gedaan, kan, mag_stap
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.pdf import als_pdf
from samenwerkingswijzer.rechten import Recht, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.forms.basis import REDEN
from verbanden.models import Belangrijkheid
from verbanden.views.bewerkpagina import BOTSING, eis_hier, kruimels, lees_versie, naam, nu


@dossierpagina(*LEZEN)
def dossier(request: Verzoek, een: Dossier) -> HttpResponse:
    """The whole dossier: steps, points, term, other councils, and earlier zienswijzen of this partnership."""
    peildatum, verband = request.peildatum, een.verband
    alle = dossiers(peildatum, {verband.id: verband})
    besluiten = Belangrijkheid.objects.op(peildatum.moment, verband_id=verband.id).filter(datum__lte=peildatum.dag)
    laatste = besluiten.order_by("-datum", "-id").first()
    context = {
        **_beeld(request, een),
        "klasse": laatste.klasse if laatste else "",
        "eerder": weergave.puntregels(alle, behalve=een.rij.id),
        "samen": per_verband([ander for ander in alle if ander.rij.id != een.rij.id])[:1],
        **_mogelijk(request, een),
    }
    return render(request, "governance/zienswijze.html", context)


def _beeld(request: Verzoek, een: Dossier) -> dict[str, Any]:
    """What screen and paper share."""
    return {
        "een": een,
        "verband": een.verband,
        "onderwerp": naam(een.verband),
        "kruimels": [
            ("Zienswijzen", reverse("governance:zienswijzen")),
            *kruimels(een.verband)[1:],
        ],
        "stappen": weergave.stappen(een),
        "beurt": weergave.beurt(een),
        "teksten": weergave.teksten(een),
        "stukken": weergave.stukken(een),
        "bestuur": weergave.bestuursstappen(een),
        "gemeente": gemeente_van(request),
        "dag": request.peildatum.dag,
    }


def _mogelijk(request: Verzoek, een: Dossier) -> dict[str, Any]:
    """What this reader may do now; nothing on an earlier day."""
    if request.peildatum.verleden:
        return {}
    vandaag, wie, verband = timezone.localdate(), request.user, een.verband
    nog: list[Stap] = []
    verbeter: list[Stap] = []
    for stap in STAPPEN.values():
        if mag_stap(wie, een.rij, verband, stap, vandaag):
            (verbeter if gedaan(een.rij, stap) else nog).append(stap)
    return {
        "doen": nog,
        "verbeter": verbeter,
        "mag_punten": een.rij.status in BIJ_DE_RAAD and mag_voorstellen(wie, verband, vandaag),
        "mag_bijhouden": mag(wie, Recht.ZIENSWIJZE_BIJHOUDEN, verband=verband, op=vandaag),
        "mag_vragen": mag(wie, Recht.RAADSVRAAG_STELLEN),
    }


@dossierpagina(*OOK_SCHRIJVEN, schrijft=True)
def stap(request: Verzoek, een: Dossier, stap: str) -> HttpResponse:
    """Take a step, or mend one that was taken."""
    soort = STAPPEN.get(stap)
    if soort is None:
        raise Http404("Deze stap is er niet.")
    eis_hier(request, een.verband, soort.recht)
    if request.method != "POST" and not kan(een.rij, soort):
        return HttpResponseRedirect(adres(een))
    maak = partial(Stapformulier, stap=soort, rij=een.rij, punten=een.punten, mend=gedaan(een.rij, soort))
    tonen = partial(_toon_stap, request, een, soort)
    if request.method != "POST":
        return tonen(maak(initial=_voorstel(een, soort)))
    formulier = maak(request.POST)

    zet = partial(
        zienswijzen.zet_stap,
        zienswijze=Zienswijze.objects.get(pk=een.rij.id),
        stap=soort,
        door=request.user,
        op=nu(),
    )
    gelukt = "Bewaard in het dossier."
    if not formulier.punten:
        rij = Zienswijze.objects.get(pk=een.rij.id)
        return zienswijzestrijd.bewaar(request, een, formulier, rij, zet, tonen, gelukt=gelukt, titel=soort.naam)

    def doe() -> None:
        zet(
            waarden=formulier.waarden(),
            punten={
                punt.id: (lees_versie(request.POST.get(f"versie-{punt.id}")), formulier.van_punt(punt.id))
                for punt in formulier.punten
            },
            versie=lees_versie(request.POST.get("versie")),
            reden=formulier.reden(),
        )

    return bewaar_formulier(request, formulier, doe, tonen, gelukt=gelukt, verder=adres(een))


def _voorstel(een: Dossier, soort: Stap) -> dict[str, Any]:
    """Today as the day of a step that is taken now."""
    return {} if gedaan(een.rij, soort) else {soort.dag: timezone.localdate()}


def _toon_stap(
    request: Verzoek, een: Dossier, soort: Stap, formulier: Stapformulier, status: int = 200
) -> HttpResponse:
    rij = Zienswijze.objects.get(pk=een.rij.id)
    versies = dict(Zienswijzepunt.objects.filter(zienswijze_id=rij.pk).values_list("id", "versie"))
    context = {
        "kop": f"Verbeter: {soort.naam.lower()}" if gedaan(rij, soort) else soort.doe,
        "onder": f"{een.titel}, {naam(een.verband)}",
        "uitleg": "Geen zienswijze is ook een besluit. Leg vast waarom." if soort is GEEN else "",
        "formulier": formulier,
        "velden": formulier.eigen(),
        "groepen": [(punt, velden, versies.get(punt.id)) for punt, velden in formulier.per_punt()],
        "reden": formulier[REDEN] if REDEN in formulier.fields else None,
        "versie": request.POST.get("versie", "") if status == BOTSING and not soort.punten else rij.versie,
        "nu": stand_nu(rij, soort.velden) if status == BOTSING else (),
        "kruimels": naar_dossier(een),
        "knop": "Bewaar",
        "terug": adres(een),
    }
    return toon_formulier(request, context, status)


@dossierpagina(*LEZEN)
def pdf(request: Verzoek, een: Dossier) -> HttpResponse:
    """The zienswijze as a sheet: what we ask and why, with the answer when there is one."""
    if request.method == "GET":
        leg_vast(
            Handeling.GEDOWNLOAD,
            door=request.user,
            op=timezone.now(),
            over=Zienswijze(pk=een.rij.id),
            soort="zienswijze.pdf",
        )
    context = {**_beeld(request, een), "peildatum": request.peildatum}
    bestand = f"zienswijze-{een.verband.slug}-{een.rij.id}-{request.peildatum.dag.isoformat()}.pdf"
    return als_pdf(request, "governance/zienswijze_pdf.html", context, bestandsnaam=bestand)
