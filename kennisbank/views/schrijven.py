"""Writing: a new article, a version that is not published yet, and a preview while typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kennisbank.bijlagen import LEEG, lees
from kennisbank.forms.artikel import Artikelformulier, NieuwArtikel
from kennisbank.handelingen import artikelen
from kennisbank.models import Artikel, Artikelversie, Soort, Status
from kennisbank.models.artikelversie import INHOUD, LANGSTE_TEKST
from kennisbank.views.pagina import kennispagina, kruimels, toon, zoek
from kennisbank.weergave import verschillen
from samenwerkingswijzer.bewerken import BOTSING, ONGELDIG, geweigerd, lees_versie, nu
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.models import namen
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.tekst import artikel_html
from samenwerkingswijzer.tekstbeelden import Beeld
from samenwerkingswijzer.verzoek import Verzoek

SCHRIJFT = Recht.KENNIS_SCHRIJVEN
VOORBEELD = "voorbeeld"
INTUSSEN = "Iemand anders veranderde deze versie terwijl u schreef. Er is nog niets bewaard. Kijk de verschillen na."


@kennispagina("GET", "HEAD", "POST", recht=SCHRIJFT)
def nieuw(request: Verzoek) -> HttpResponse:
    """A new article; a POST makes its first concept, or shows how it will look."""
    if request.method != "POST":
        begin = {"soort": request.GET.get("soort", Soort.HANDREIKING), "eigenaar": request.user.rol}
        return _formulier(request, NieuwArtikel(initial=begin, **_keuzes(request)), {"kop": "Nieuw artikel"})
    formulier = NieuwArtikel(request.POST, **_keuzes(request))
    context = {"kop": "Nieuw artikel"}
    if request.POST.get("doe") == VOORBEELD:
        return _formulier(request, formulier, context)
    gemaakt: list[Artikelversie] = []

    def doe() -> None:
        gegevens = formulier.cleaned_data
        soort, slug = gegevens["soort"], gegevens["slug"]
        gemaakt.append(artikelen.begin(soort=soort, slug=slug, inhoud=formulier.inhoud(), door=request.user, op=nu()))

    if status := _probeer(formulier, doe):
        return _formulier(request, formulier, context, status)
    messages.success(request, "Het concept is bewaard. Vraag een ander om het na te kijken.")
    return _naar(gemaakt[0].artikel.slug, 1)


@kennispagina("GET", "HEAD", "POST", recht=SCHRIJFT)
def bewerken(request: Verzoek, artikel: str) -> HttpResponse:
    """Edit the version of an article that is not published; a POST saves it, or shows how it will look."""
    gevonden = zoek(request, artikel)
    concept = Artikelversie.objects.van(gevonden.id).in_bewerking().first()
    if concept is None:
        raise Http404("Van dit artikel is geen versie in bewerking. Begin een nieuwe versie.")
    context = {"kop": f"Bewerk: {concept.titel}", "concept": concept, "versie": concept.versie, "artikel": gevonden}
    if request.method != "POST":
        return _formulier(request, Artikelformulier(instance=concept, **_keuzes(request)), context)
    formulier = Artikelformulier(request.POST, instance=Artikelversie.objects.get(id=concept.id), **_keuzes(request))
    context["versie"] = versie = lees_versie(request.POST.get("versie"))
    if request.POST.get("doe") == VOORBEELD:
        return _formulier(request, formulier, context)

    def doe() -> None:
        artikelen.wijzig(concept=concept, versie=versie, inhoud=formulier.inhoud(), door=request.user, op=nu())

    if status := _probeer(formulier, doe):
        if status == BOTSING:
            context |= _botsing(formulier, concept)
        return _formulier(request, formulier, context, status)
    messages.success(request, "Bewaard. Lezers zien deze versie pas als zij is nagekeken en gepubliceerd.")
    return _naar(gevonden.slug, concept.nummer)


@kennispagina("POST", recht=SCHRIJFT)
def voorbeeld(request: Verzoek) -> HttpResponse:
    """The text as readers will see it, while somebody types; nothing is kept."""
    tekst = request.POST.get("tekst", "")[:LANGSTE_TEKST]
    return render(request, "kennisbank/delen/voorbeeld.html", {"html": artikel_html(tekst, _beelden(request))})


@kennispagina("POST", recht=SCHRIJFT)
def begin_versie(request: Verzoek, artikel: str) -> HttpResponse:
    """Begin the next version, as a copy of the newest one."""
    gevonden = zoek(request, artikel)
    try:
        artikelen.begin_versie(artikel=gevonden, door=request.user, op=nu())
    except ValidationError as fout:
        messages.warning(request, " ".join(fout.messages))
        return HttpResponseRedirect(reverse("kennisbank:versies", args=[gevonden.slug]))
    return HttpResponseRedirect(reverse("kennisbank:bewerken", args=[gevonden.slug]))


def _beelden(request: Verzoek) -> Mapping[int, Beeld]:
    """The pictures of the version whose text is typed, when it is one of an article."""
    gevonden = Artikel.objects.filter(slug=request.GET.get("artikel", "")).first()
    concept = Artikelversie.objects.van(gevonden.id).in_bewerking().first() if gevonden else None
    return lees(gevonden, concept).beelden if concept else {}


def _keuzes(request: Verzoek) -> dict[str, dict[str, str]]:
    """The places and partnerships that may be chosen."""
    verbanden = {een.slug: een.naam for een in register.verbandnamen(request.peildatum)}
    return {"plekken": dict(sorted(register.plekken.items(), key=lambda paar: paar[1])), "verbanden": verbanden}


def _probeer(formulier: Artikelformulier, doe: Callable[[], None]) -> int:
    """Do it with a form that is right; the status of the page that shows the form again, or 0."""
    return geweigerd(formulier, doe) if formulier.is_valid() else ONGELDIG


def _botsing(formulier: Artikelformulier, concept: Artikelversie) -> dict[str, Any]:
    """What the other wrote beside what was typed: saving again is then a choice."""
    huidig = Artikelversie.objects.get(id=concept.id)
    mijn = Artikelversie(**{veld: formulier.cleaned_data[veld] for veld in INHOUD})
    formulier.add_error(None, INTUSSEN)
    if huidig.status in (Status.GEPUBLICEERD, Status.INGETROKKEN):
        return {"botsing": verschillen(huidig, mijn), "ander": "een ander"}
    wie = namen([huidig.schrijver_id], None).get(huidig.schrijver_id or 0, "een ander")
    return {"botsing": verschillen(huidig, mijn), "ander": wie, "versie": huidig.versie}


def _formulier(
    request: Verzoek, formulier: Artikelformulier, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    getypt = formulier["tekst"].value() or ""
    bijlagen = lees(context["artikel"], context["concept"]) if "concept" in context else LEEG
    inhoud = {
        "formulier": formulier,
        "voorbeeld": artikel_html(str(getypt)[:LANGSTE_TEKST], bijlagen.beelden),
        "bijlagen": bijlagen.lijst,
        "kruimels": kruimels(),
        "inhoudsvelden": [formulier[naam] for naam in ("titel", "samenvatting")],
        "bronvelden": [formulier[naam] for naam in ("bron", "bronlink", "gemeente", "eigenaar", "herzien_voor")],
        "vindvelden": [formulier[naam] for naam in ("fase", "functie", "trefwoorden", "zie_ook", "leespad", "stap")],
        "keuzevelden": [formulier[naam] for naam in ("plekken", "verbanden")],
        "beginvelden": [formulier[naam] for naam in ("soort", "slug") if naam in formulier.fields],
        **context,
    }
    return toon(request, "bewerken", inhoud, status)


def _naar(slug: str, nummer: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("kennisbank:versie", args=[slug, nummer]))
