"""The files of a version: put in and taken out by who writes, fetched by who may see that version."""

from __future__ import annotations

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from kennisbank.bijlagen import lees
from kennisbank.forms.bijlage import NieuweBijlage, Weghalen
from kennisbank.handelingen import bijlagen as handelingen
from kennisbank.models import Artikel, Artikelversie, Bijlage
from kennisbank.views.pagina import kennispagina, kruimels, toon, zichtbare_versies, zoek
from samenwerkingswijzer.bestanden.afgifte import geef, geef_beeld
from samenwerkingswijzer.bestanden.formulier import KIES_OPNIEUW
from samenwerkingswijzer.bestanden.tempo import TE_VEEL, te_snel
from samenwerkingswijzer.bewerken import BOTSING, ONGELDIG, geweigerd, lees_versie, nu
from samenwerkingswijzer.foutpaginas import TE_VAAK
from samenwerkingswijzer.handelingen.bestanden import VELD
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek

SCHRIJFT = Recht.KENNIS_SCHRIJVEN
GELUKT = 200
INTUSSEN = "Iemand anders veranderde deze versie intussen. Er is niets bewaard. Hieronder staat wat er nu is."


@kennispagina("GET", "HEAD", "POST", recht=SCHRIJFT)
def bijlagen(request: Verzoek, artikel: str) -> HttpResponse:
    """The files of the version that is being written; a POST puts one in."""
    gevonden, concept = _concept(request, artikel)
    if request.method != "POST":
        return _toon(request, gevonden, concept, NieuweBijlage())
    formulier = NieuweBijlage(request.POST, request.FILES)
    if not formulier.is_valid():
        return _toon(request, gevonden, concept, formulier, ONGELDIG)
    if te_snel(request):
        formulier.add_error(VELD, TE_VEEL)
        return _toon(request, gevonden, concept, formulier, TE_VAAK)
    doe = partial(
        handelingen.voeg_toe,
        concept=concept,
        versie=lees_versie(request.POST.get("versie")),
        titel=formulier.cleaned_data["titel"],
        upload=formulier.cleaned_data[VELD],
        door=request.user,
        op=nu(),
    )
    if status := geweigerd(formulier, doe):
        if status == BOTSING or VELD not in formulier.errors:
            formulier.add_error(VELD, KIES_OPNIEUW)
        return _toon(request, gevonden, concept, formulier, status)
    messages.success(request, "Het bestand is toegevoegd. Lezers zien het als deze versie is gepubliceerd.")
    return HttpResponseRedirect(reverse("kennisbank:bijlagen", args=[gevonden.slug]))


@kennispagina("POST", recht=SCHRIJFT)
def weg(request: Verzoek, artikel: str, bijlage: int) -> HttpResponse:
    """Take a file out of the version that is being written; earlier versions keep it."""
    gevonden, concept = _concept(request, artikel)
    if not Bijlage.objects.van(concept.pk).filter(nummer=bijlage).exists():
        raise Http404("Deze bijlage is er niet.")
    formulier = Weghalen({})
    vast: dict[str, Any] = {"versie": lees_versie(request.POST.get("versie")), "door": request.user, "op": nu()}
    doe = partial(handelingen.haal_weg, concept=concept, nummer=bijlage, **vast)
    if status := geweigerd(formulier, doe):
        leeg = NieuweBijlage()
        return _toon(request, gevonden, concept, leeg, status, formulier)
    messages.success(request, "Het bestand is weggehaald. Staat het nog in de tekst? Haal het daar ook weg.")
    return HttpResponseRedirect(reverse("kennisbank:bijlagen", args=[gevonden.slug]))


@kennispagina("GET", "HEAD")
def bestand(request: Verzoek, artikel: str, nummer: int, bijlage: int) -> HttpResponse:
    """The file itself, to keep."""
    gevonden = _bijlage(request, artikel, nummer, bijlage)
    antwoord = geef(request, gevonden.bestand)
    if request.method == "GET" and antwoord.status_code == GELUKT:
        leg_vast(Handeling.GEDOWNLOAD, door=request.user, op=nu(), over=gevonden.bestand, bijlage=gevonden.pk)
    return antwoord


@kennispagina("GET", "HEAD")
def beeld(request: Verzoek, artikel: str, nummer: int, bijlage: int) -> HttpResponse:
    """A picture, to stand in the text."""
    gevonden = _bijlage(request, artikel, nummer, bijlage)
    if not gevonden.is_beeld:
        raise Http404("Deze bijlage is geen afbeelding.")
    return geef_beeld(request, gevonden.bestand)


def _bijlage(request: Verzoek, slug: str, nummer: int, bijlage: int) -> Bijlage:
    """A file of a version that this reader may see; 404 for everything else."""
    versies = zichtbare_versies(request, zoek(request, slug))
    versie = next((rij for rij in versies if rij.nummer == nummer), None)
    gevonden: Bijlage | None = Bijlage.objects.van(versie.id).filter(nummer=bijlage).first() if versie else None
    if gevonden is None:
        raise Http404("Deze bijlage is er niet.")
    return gevonden


def _concept(request: Verzoek, slug: str) -> tuple[Artikel, Artikelversie]:
    gevonden = zoek(request, slug)
    concept: Artikelversie | None = Artikelversie.objects.van(gevonden.id).in_bewerking().first()
    if concept is None:
        raise Http404("Van dit artikel is geen versie in bewerking. Begin een nieuwe versie.")
    return gevonden, concept


def _toon(
    request: Verzoek,
    gevonden: Artikel,
    concept: Artikelversie,
    formulier: NieuweBijlage,
    status: int = GELUKT,
    fouten: forms.Form | None = None,
) -> HttpResponse:
    """The list as it is now with the form; after a conflict it carries the newest version."""
    huidig = concept
    if status == BOTSING:
        huidig = Artikelversie.objects.filter(id=concept.pk).first() or concept
        (fouten or formulier).add_error(None, INTUSSEN)
    context = {
        "artikel": gevonden,
        "concept": huidig,
        "bijlagen": lees(gevonden, huidig).lijst,
        "formulier": formulier,
        "fouten": fouten or formulier,
        "kruimels": kruimels(
            (huidig.titel, gevonden.get_absolute_url()),
            (f"Versie {huidig.nummer}", reverse("kennisbank:versie", args=[gevonden.slug, huidig.nummer])),
        ),
    }
    return toon(request, "bijlagen", context, status)
