"""Asking account holders for what their parties still lack: recorded first, mailed after the commit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby

from django.contrib import messages
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.http import HttpResponse

from samenwerkingswijzer.context import gemeente_van
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.post import gaat_weg, maak_bericht
from samenwerkingswijzer.rechten import Recht
from samenwerkingswijzer.verzoek import Verzoek
from verbanden.adressen import invulplek
from verbanden.handelingen import edities
from verbanden.lijst.poort import Eigenaar, Poort, Regel
from verbanden.lijst.toetsing import Lijst
from verbanden.models import Editie, Opvraging
from verbanden.views.bewerkpagina import nu
from verbanden.views.lijstpagina import eis_recht, lees_poort, lijstpagina, naar_poort

NIET_GEVRAAGD = "Er is niets gevraagd: bij deze persoon ontbreekt niets meer, of er is geen concept van de lijst."


@dataclass(frozen=True)
class Vraag:
    """What is asked of one person: the request that was recorded, and the mail about it."""

    opvraging: Opvraging
    mail: EmailMultiAlternatives


@lijstpagina("POST")
def vraag(request: Verzoek, lijst: Lijst) -> HttpResponse:
    """Ask one person (`wie`) or everybody for what is missing."""
    eis_recht(request, Recht.LIJST_SAMENSTELLEN)
    gelezen = lees_poort(request, lijst)
    eigenaren = _gekozen(gelezen, request.POST.get("wie", ""))
    if not eigenaren:
        messages.error(request, NIET_GEVRAAGD)
        return naar_poort(lijst)
    ontvangers = Gebruiker.objects.in_bulk([eigenaar.wie_id for eigenaar in eigenaren])
    with transaction.atomic():
        vragen = [_leg_vast(request, gelezen, eigenaar, ontvangers[eigenaar.wie_id or 0]) for eigenaar in eigenaren]
        transaction.on_commit(partial(_verstuur, request, vragen))
    return naar_poort(lijst)


def _gekozen(gelezen: Poort, wie: str) -> list[Eigenaar]:
    """Whom to ask: everybody without a choice; nobody unless there is a concept."""
    if gelezen.editie is None or gelezen.editie.status != Editie.Status.CONCEPT:
        return []
    return [eigenaar for eigenaar in gelezen.te_vragen if wie in ("", str(eigenaar.wie_id))]


def _leg_vast(request: Verzoek, gelezen: Poort, eigenaar: Eigenaar, aan: Gebruiker) -> Vraag:
    punten = [_punt(request, gelezen.lijst, regel) for regel in eigenaar.ontbreekt]
    opvraging = edities.vraag_op(editie=gelezen.editie, aan=aan, gegevens=punten, door=request.user, op=nu())
    return Vraag(opvraging, _mail(request, gelezen.lijst, aan, punten))


def _punt(request: Verzoek, lijst: Lijst, regel: Regel) -> dict[str, str]:
    """One missing datum, with the address where the account holder fills it in."""
    bevinding = regel.bevinding
    pad = invulplek(regel.slug, bevinding.onderdeel, bevinding.anker, lijst.jaar)
    return {
        "verband": regel.verband,
        "gegeven": bevinding.gegeven,
        "letter": bevinding.letter,
        "artikel": bevinding.artikel,
        "uitleg": bevinding.uitleg,
        "url": request.build_absolute_uri(pad),
    }


def _mail(request: Verzoek, lijst: Lijst, aan: Gebruiker, punten: list[dict[str, str]]) -> EmailMultiAlternatives:
    """The same message as text and as HTML."""
    context = {
        "lijst": lijst,
        "aan": aan.naam,
        "van": request.user.naam,
        "gemeente": gemeente_van(request).naam,
        "aantal": len(punten),
        "groepen": [(verband, list(groep)) for verband, groep in groupby(punten, key=lambda punt: punt["verband"])],
        "start": request.build_absolute_uri("/"),
    }
    onderwerp = f"Gegevens nodig voor de lijst bij de {lijst}"
    return maak_bericht(aan.email, onderwerp, "verbanden/mail/opvraging", context)


def _verstuur(request: Verzoek, vragen: list[Vraag]) -> None:
    """Send the mails; a request whose mail did not leave is taken back, so that the page never claims it was asked."""
    gelukt = [vraag for vraag in vragen if gaat_weg(vraag.mail)]
    for vraag in vragen:
        if vraag not in gelukt:
            reden = "De e-mail kon niet worden verstuurd."
            edities.trek_in(opvraging=vraag.opvraging, door=request.user, op=nu(), reden=reden)
            messages.error(
                request, f"De e-mail aan {vraag.opvraging.aan.naam} kon niet worden verstuurd. Probeer het later."
            )
    if gelukt:
        aantal = sum(len(vraag.opvraging.gegevens) for vraag in gelukt)
        wat = "1 gegeven is" if aantal == 1 else f"{aantal} gegevens zijn"
        namen = ", ".join(vraag.opvraging.aan.naam for vraag in gelukt)
        messages.success(request, f"{wat} opgevraagd bij {namen}.")
