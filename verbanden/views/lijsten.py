"""The lawful list: all lists, the gate of one, and its way from concept to adopted."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django_htmx.http import HttpResponseClientRedirect

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.rechten import Recht, Rol, mag
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.handelingen import edities
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.lijst import druk
from verbanden.lijst import edities as editielijst
from verbanden.lijst.poort import Poort
from verbanden.lijst.toetsing import Lijst
from verbanden.lijst.treden import Stand, trap
from verbanden.lijst.uitgave import uitgave
from verbanden.models import Editie
from verbanden.regels.bbv.bevindingen import Ernst
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG, lees_versie, nu
from verbanden.views.lijstacties import knop, reden
from verbanden.views.lijstpagina import adres, eis_recht, lees_poort, lijstpagina, naar_poort
from verbanden.views.lijstwacht import wachtpagina
from verbanden.views.poging import TEGELIJK

INTUSSEN = "Iemand anders veranderde deze lijst intussen. Er is niets gebeurd. Kijk hieronder hoe zij er nu voor staat."
GEVOLGEN = {
    Ernst.ONTBREEKT: "blokkeert",
    Ernst.NIET_OPGEGEVEN: "komt zo in de lijst",
    Ernst.LET_OP: "klopt dit?",
}


def overzicht(request: Verzoek) -> HttpResponse:
    """The lists that can be made now, and those that were made."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(("GET", "HEAD"))
    rijen = editielijst.lijsten(request.peildatum)
    return render(request, "verbanden/lijsten.html", {"lijsten": rijen})


@lijstpagina("GET", "HEAD")
def poort(request: Verzoek, lijst: Lijst) -> HttpResponse:
    """What the law still lacks, who owes it, and whether the list may be adopted."""
    return _toon(request, lijst)


@lijstpagina("POST")
def begin(request: Verzoek, lijst: Lijst) -> HttpResponse:
    """Start a first concept, or the correction of an adopted list."""
    eis_recht(request, Recht.LIJST_SAMENSTELLEN)
    correctie = reden(request.POST, "correctie")

    def doe() -> None:
        edities.begin(soort=lijst.soort.value, jaar=lijst.jaar, correctie=correctie, door=request.user, op=nu())

    return _probeer(request, lijst, doe, "Het concept is begonnen. Schrijf de teksten en vraag op wat ontbreekt.")


@lijstpagina("POST")
def klaar(request: Verzoek, lijst: Lijst) -> HttpResponse:
    """Put the concept ready for someone else to adopt."""
    eis_recht(request, Recht.LIJST_SAMENSTELLEN)

    def doe() -> None:
        gelezen = _gezien(request, lijst)
        edities.zet_klaar(editie=gelezen.editie, ontbreekt=gelezen.blokkades, door=request.user, op=nu())

    return _probeer(request, lijst, doe, "De lijst staat klaar. Iemand anders kan haar nu vaststellen.")


@lijstpagina("POST")
def terug(request: Verzoek, lijst: Lijst) -> HttpResponse:
    """Make it a concept again, with the reason."""
    eis_recht(request, Recht.LIJST_SAMENSTELLEN)
    waarom = reden(request.POST, "reden")

    def doe() -> None:
        if not waarom:
            raise ValidationError("Schrijf op waarom de lijst weer een concept wordt.")
        edities.zet_terug(editie=_gezien(request, lijst).editie, door=request.user, op=nu(), reden=waarom)

    return _probeer(request, lijst, doe, "De lijst is weer een concept.")


@lijstpagina("POST")
def vaststellen(request: Verzoek, lijst: Lijst) -> HttpResponse:
    """Freeze the list, with four eyes."""
    eis_recht(request, Recht.LIJST_VASTSTELLEN)

    def doe() -> HttpResponse | None:
        gelezen = _gezien(request, lijst)
        edities.mag_vaststellen(editie=gelezen.editie, ontbreekt=gelezen.blokkades, door=request.user)
        return _stel_vast(request, lijst, gelezen)

    return _probeer(request, lijst, doe, "De lijst is vastgesteld. Gegevens, pdf en controlegetal liggen vast.")


def _stel_vast(request: Verzoek, lijst: Lijst, gelezen: Poort) -> HttpResponse | None:
    """Make the document and freeze it; as long as it is in the making, a page to wait on, and nothing is frozen."""
    editie, moment = gelezen.editie, nu()
    inhoud = uitgave(editie, request.peildatum, gemeente_van(request)).gegevens
    teken = druk.Ondertekening(
        klaargezet_door=Rol(editie.klaargezet_door.rol).label,
        vastgesteld_door=Rol(request.user.rol).label,
        vastgesteld_op=opmaak.datum(moment),
        controlegetal=controlegetal(inhoud),
    )
    if settings.DRUK_BUITEN_WEB:
        opdracht = druk.bestel(inhoud, teken)
        if not opdracht.klaar:
            return wachtpagina(request, lijst, opdracht)
    edities.stel_vast(
        editie=editie,
        gegevens=inhoud,
        pdf=druk.pdf(inhoud, teken),
        ontbreekt=gelezen.blokkades,
        door=request.user,
        op=moment,
    )
    return None


def _gezien(request: Verzoek, lijst: Lijst) -> Poort:
    """The gate as it is now, when the reader acts on the edition that they saw; otherwise a conflict."""
    gelezen = lees_poort(request, lijst)
    huidig = gelezen.editie
    if huidig is None or huidig.versie != lees_versie(request.POST.get("versie")):
        raise VersieConflict(huidig, None)
    return gelezen


def _probeer(request: Verzoek, lijst: Lijst, doe: Callable[[], HttpResponse | None], gelukt: str) -> HttpResponse:
    """Do it and go back to the gate; or show the gate with what is wrong, or the page that `doe` gives to wait on."""
    try:
        wachten = doe()
    except VersieConflict:
        return _weiger(request, lijst, [INTUSSEN], BOTSING)
    except ValidationError as fout:
        return _weiger(request, lijst, fout.messages, ONGELDIG)
    except IntegrityError:
        return _weiger(request, lijst, [TEGELIJK], BOTSING)
    if wachten is not None:
        return wachten
    messages.success(request, gelukt)
    return HttpResponseClientRedirect(adres("lijst", lijst)) if request.htmx else naar_poort(lijst)


def _weiger(request: Verzoek, lijst: Lijst, fouten: list[str], status: int) -> HttpResponse:
    if not request.htmx:
        return _toon(request, lijst, fouten, status)
    for fout in fouten:  # asked by the page that waits: what is wrong is told at the gate
        messages.error(request, fout)
    return HttpResponseClientRedirect(adres("lijst", lijst))


def _toon(request: Verzoek, lijst: Lijst, fouten: list[str] | None = None, status: int = 200) -> HttpResponse:
    gelezen = lees_poort(request, lijst)
    treden, schrijft = trap(_stand(request, gelezen)), _schrijft(request, gelezen)
    context = {
        "lijst": lijst,
        "poort": gelezen,
        "editie": gelezen.editie,
        "trap": treden,
        "acties": [knop(actie, lijst, request.POST) for actie in treden.acties],
        "edities": editielijst.vastgesteld(lijst, request.peildatum),
        "ernsten": [(ernst.value, gelezen.per_ernst[ernst], gevolg) for ernst, gevolg in GEVOLGEN.items()],
        "kan_vragen": schrijft,
        "mag_schrijven": schrijft,
        "fouten": [("", tekst) for tekst in fouten or ()],
    }
    return render(request, "verbanden/lijst_poort.html", context, status=status)


def _stand(request: Verzoek, gelezen: Poort) -> Stand:
    editie, verleden = gelezen.editie, request.peildatum.verleden
    return Stand(
        status=editie.status if editie else "",
        ontbreekt=gelezen.ontbreekt,
        teksten=len(gelezen.lege_teksten),
        eigen=editie is not None and request.user.id in (editie.klaargezet_door_id, editie.bewerkt_door_id),
        mag_samenstellen=not verleden and mag(request.user, Recht.LIJST_SAMENSTELLEN),
        mag_vaststellen=not verleden and mag(request.user, Recht.LIJST_VASTSTELLEN),
    )


def _schrijft(request: Verzoek, gelezen: Poort) -> bool:
    """Whether this reader may write texts and ask for data now: of a concept, today."""
    concept = gelezen.editie is not None and gelezen.editie.status == Editie.Status.CONCEPT
    return concept and not request.peildatum.verleden and mag(request.user, Recht.LIJST_SAMENSTELLEN)
