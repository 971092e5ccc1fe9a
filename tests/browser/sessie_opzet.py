"""Makes a session in the example municipality, for the browser: run by `manage.py shell` on its database."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from typing import Any

from governance.handelingen import scores, sessies
from governance.models import Sessie, Sessieverband
from samenwerkingswijzer.historie import met_verantwoording
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.browser.portaal import NU, ROLLEN
from verbanden.models import Klasse, Samenwerkingsverband

GRIFFIE = ROLLEN["griffie"]
DOMEIN = "sessie.example"
RAAD = {"a": ("a1", "a2", "a3", "a4"), "b": ("b1", "b2"), "c": ("c1",)}
COLLEGE = ("w1", "w2", "w3")
REDENEN = (["geld"], ["opgave", "risicos"], ["kansen"], ["geld", "opgave"])
KLASSEN = list(Klasse)


def adres(naam: str) -> str:
    """The e-mail address of somebody of the session."""
    return f"{naam}@{DOMEIN}"


def mensen() -> dict[str, Gebruiker]:
    """Seven members of the raad out of three fracties, three of the college, and a second one of the griffie."""
    nodig = [(naam, Rol.RAADSLID, f"Fractie {fractie.upper()}") for fractie, namen in RAAD.items() for naam in namen]
    nodig += [(naam, Rol.COLLEGE, "") for naam in COLLEGE] + [("g2", Rol.GRIFFIE, "")]
    return {naam: _mens(naam, rol, fractie) for naam, rol, fractie in nodig}


def _mens(naam: str, rol: Rol, fractie: str) -> Gebruiker:
    bekend = Gebruiker.objects.filter(email=adres(naam)).first()
    gebruiker = bekend or Gebruiker(email=adres(naam), naam=f"{rol.label} {naam.upper()}", rol=rol, fractie=fractie)
    if bekend is None:
        gebruiker.set_unusable_password()
        met_verantwoording(gebruiker, door=None, op=NU, reden="")
        gebruiker.save()
    return gebruiker


def maak(openbaarheid: str, tot: str, *, verbanden: int = 3, jaar: int = 2026, dag: int = 0) -> None:
    """A session up to a status; prints its number. With `tot="gescoord"` everybody scored and scoring is still open."""
    griffie, allen = Gebruiker.objects.get(email=GRIFFIE), mensen()
    deelnemers = [een for een in allen.values() if een.rol != Rol.GRIFFIE]
    vast: dict[str, Any] = {"door": griffie, "op": NU}
    datum = NU.date() - timedelta(days=dag)
    sessie = sessies.bereid_voor(jaar=jaar, datum=datum, vergadering="Raad bij de kadernota", **vast)
    waarden = {"openbaarheid": openbaarheid}
    sessie = sessies.wijzig(sessie=sessie, waarden=waarden, versie=sessie.versie, **vast)
    sessies.voeg_deelnemers_toe(sessie=sessie, gebruikers=deelnemers, **vast)
    rijen = list(Samenwerkingsverband.objects.lopend().order_by("naam")[:verbanden])
    sessies.voeg_verbanden_toe(sessie=sessie, verbanden=rijen, **vast)
    _stel_voor(sessie, griffie)
    sessie = sessies.vervang_voorzitter(sessie=sessie, voorzitter=allen["a1"], **vast)
    _breng(sessie, tot, deelnemers, griffie)
    sys.stdout.write(json.dumps(sessie.pk))


def _stel_voor(sessie: Sessie, griffie: Gebruiker) -> None:
    rij = Sessieverband.objects.filter(sessie=sessie).first()
    assert rij
    waarden = {"voorstel_klasse": Klasse.POLITIEK, "voorstel_toelichting": "De handreiking wijst op veel geld."}
    sessies.stel_voor(sessieverband=rij, waarden=waarden, versie=rij.versie, door=griffie, op=NU)


def _breng(sessie: Sessie, tot: str, deelnemers: list[Gebruiker], griffie: Gebruiker) -> None:
    if tot == "voorbereiding":
        return
    sessie = sessies.stel_open(sessie=sessie, door=griffie, op=NU)
    if tot == "scoren":
        return
    for plaats, rij in enumerate(Sessieverband.objects.filter(sessie=sessie)):
        for nummer, wie in enumerate(deelnemers if tot != "deels" else deelnemers[: 5 - plaats]):
            _scoor(rij, wie, nummer, plaats)
    if tot == "bespreken":
        sessies.sluit(sessie=sessie, door=griffie, op=NU)


def _scoor(rij: Sessieverband, wie: Gebruiker, nummer: int, plaats: int) -> None:
    klasse = KLASSEN[(nummer * (3 - plaats) // 3 + (wie.rol == Rol.COLLEGE)) % 4 if plaats < 2 else 1]
    zin = "Wachttijd voor wie zware hulp nodig heeft" if nummer % 3 == 0 else ""
    scores.score(sessieverband=rij, klasse=klasse, redenen=REDENEN[nummer % 4], zin=zin, door=wie, op=NU)
