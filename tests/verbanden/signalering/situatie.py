"""A partnership about which every rule of the portal speaks, and one about which none does."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from governance.models import Moment
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_cijfer,
    maak_deelname,
    maak_doel,
    maak_gebruiker,
    maak_ontwikkelpunt,
    maak_organisatie,
    maak_portefeuille,
    maak_risico,
    maak_stand,
    maak_verband,
    maak_voortgang,
    maak_wgrpunt,
    onze_organisatie,
)
from verbanden.models import (
    Klasse,
    Oordeel,
    Post,
    Samenwerkingsverband,
    Stadium,
    Vertegenwoordiging,
    Vorm,
    Zeggenschap,
)
from verbanden.models.zeggenschap import Bestuursorgaan
from verbanden.signalering.lezen import Melding, lees

PEILDATUM = Peildatum(VANDAAG)
EERDER = NU - timedelta(days=400)


def maak_moment(verband: Samenwerkingsverband, over: int = 9, **velden: Any) -> Moment:
    """A moment of the raad so many days from today."""
    vast = {"datum": VANDAAG + timedelta(days=over), "wie": Moment.Wie.RAAD, "titel": "Begroting", **velden}
    rij = Moment(verband=verband, **vast)
    bewaar(rij, door=None, op=NU)
    return rij


def stil(**velden: Any) -> Samenwerkingsverband:
    """A partnership that asks nothing of anybody: led, judged, with a mandate, no regeling, not of the raad."""
    verband = maak_verband(vorm=Vorm.CONVENANT, **velden)
    maak_accounthouder(verband)
    maak_stand(verband)
    maak_belangrijkheid(verband, Klasse.BESTUURLIJK, mandaat="Tot € 100.000.")
    maak_voortgang(verband)
    return verband


def alarm(**velden: Any) -> Samenwerkingsverband:
    """A partnership about which every rule speaks, but for the list, and for the terms and papers of the raad.

    The list is not due in May; the others have tests of their own.
    """
    wie = "wethouder zorg"
    portefeuille = maak_portefeuille(houder=wie)
    verband = maak_verband(EERDER, rollen="eigenaar en opdrachtgever", portefeuille=portefeuille, **velden)
    auteur = maak_gebruiker(Rol.CONTROLLER, is_active=False)  # gets no message
    maak_stand(verband, Oordeel.OP_KOERS, auteur=auteur, datum=date(2025, 3, 1))
    maak_stand(verband, Oordeel.BIJSTUREN, auteur=auteur, datum=date(2025, 9, 1))
    _geld(verband)
    _zeggenschap(verband, wie)
    maak_wgrpunt(verband, "evaluatie", "niet_geregeld")
    maak_moment(verband, 9, uiterlijk=VANDAAG + timedelta(days=3), rol_raad="oordeelsvorming", mandaat="nee")
    maak_moment(verband, -10, wie=Moment.Wie.COLLEGE, titel="Overleg")
    maak_doel(verband, titel="Minder wachten")
    maak_ontwikkelpunt(verband, stand="gepland", eigenaar="adviseur", termijn=date(2026, 1, 1))
    return verband


def _geld(verband: Samenwerkingsverband) -> None:
    vast: dict[str, Any] = {"stadium": Stadium.VASTGESTELD, "peildatum": date(2025, 6, 1)}
    maak_cijfer(verband, 2025, 1_000_000, **vast)
    maak_cijfer(verband, 2026, 1_100_000, peildatum=date(2025, 6, 1))
    maak_cijfer(verband, 2025, -5_000, Post.RESULTAAT, **vast)
    maak_cijfer(verband, 2025, 10, Post.EIGEN_VERMOGEN_EIND, **vast)
    maak_cijfer(verband, 2025, 990, Post.VREEMD_VERMOGEN_EIND, **vast)
    maak_risico(verband, gedekt="nee")


def _zeggenschap(verband: Samenwerkingsverband, wie: str) -> None:
    orgaan = Bestuursorgaan.ALGEMEEN_BESTUUR
    maak_deelname(verband, onze_organisatie(), kostenaandeel=Decimal(60), stemmen=1)
    maak_deelname(verband, maak_organisatie(), kostenaandeel=Decimal(40), stemmen=9)
    gewogen = Zeggenschap.Principe.GEWOGEN
    bewaar(
        Zeggenschap(verband=verband, orgaan=orgaan, principe=gewogen, onze_stemmen=1, totaal_stemmen=10),
        door=None,
        op=NU,
    )
    bewaar(Vertegenwoordiging(verband=verband, orgaan=orgaan, wie=wie), door=None, op=NU)


def per_regel(verband: Samenwerkingsverband, peildatum: Peildatum = PEILDATUM) -> dict[str, Melding]:
    """The signals about a partnership by the key of their rule; the last of each."""
    return {melding.signaal.regel.sleutel: melding for melding in lees(peildatum, verband.id)}


def raadslid() -> Any:
    """Somebody who reads."""
    return maak_gebruiker(Rol.RAADSLID)
