"""A session of every status for the security tests: raad and college take part, the college member is the chair."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from governance.handelingen import scores, sessiebesluiten, sessies
from governance.handelingen.sessiebesluiten import Uitkomst
from governance.models import Sessie, Sessiedeelnemer, Sessieverband
from governance.sessie import besluit, besluitenlijst
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests import fabriek
from verbanden.models import Klasse, Samenwerkingsverband

STANDEN = ("voorbereiding", "scoren", "bespreken", "vastgesteld")
ZIN = "verzonnen zin voor het gesprek"


def belangsessies(gebruikers: dict[str, Gebruiker], verband: Samenwerkingsverband) -> dict[str, int]:
    """One session per status by its name, and `vreemd`: one that is open for others."""
    deelnemers = [gebruikers["raadslid"], gebruikers["college"]]
    gevonden = {
        stand: _sessie(2010 + nummer, stand, gebruikers, deelnemers, verband) for nummer, stand in enumerate(STANDEN)
    }
    anderen = [fabriek.maak_gebruiker(Rol.RAADSLID), fabriek.maak_gebruiker(Rol.COLLEGE)]
    return gevonden | {"vreemd": _sessie(2020, "scoren", gebruikers, anderen, verband)}


def belangdeelnemers(sessies_: dict[str, int]) -> dict[str, int]:
    """Per session by its name the member of the raad who takes part."""
    raad = Sessiedeelnemer.objects.filter(kant="raad", sessie_id__in=sessies_.values())
    per = dict(raad.values_list("sessie_id", "id"))
    return {naam: per[nummer] for naam, nummer in sessies_.items()}


def _sessie(
    jaar: int, stand: str, gebruikers: dict[str, Gebruiker], deelnemers: list[Gebruiker], verband: Samenwerkingsverband
) -> int:
    vast: dict[str, Any] = {"door": gebruikers["griffie"], "op": fabriek.NU}
    datum = fabriek.VANDAAG.replace(year=jaar)
    sessie = sessies.bereid_voor(jaar=jaar, datum=datum, vergadering="verzonnen raad", **vast)
    sessie = sessies.wijzig(sessie=sessie, waarden={"openbaarheid": "op_naam"}, versie=sessie.versie, **vast)
    sessies.voeg_deelnemers_toe(sessie=sessie, gebruikers=deelnemers, **vast)
    sessies.voeg_verbanden_toe(sessie=sessie, verbanden=[verband], **vast)
    sessie = sessies.vervang_voorzitter(sessie=sessie, voorzitter=deelnemers[1], **vast)
    if stand != "voorbereiding":
        _breng(sessies.stel_open(sessie=sessie, **vast), stand, deelnemers, gebruikers["griffie"])
    return sessie.pk


def _breng(sessie: Sessie, stand: str, deelnemers: list[Gebruiker], griffie: Gebruiker) -> None:
    op = fabriek.NU + timedelta(minutes=5)
    (rij,) = Sessieverband.objects.filter(sessie=sessie)
    if stand != "scoren":
        for wie, klasse in zip(deelnemers, (Klasse.POLITIEK_ZEER, Klasse.AMBTELIJK), strict=True):
            scores.score(sessieverband=rij, klasse=klasse, redenen=["geld"], zin=ZIN, door=wie, op=op)
        sessie = sessies.sluit(sessie=sessie, door=griffie, op=op)
    if stand == "vastgesteld":
        uitkomst = Uitkomst(Klasse.POLITIEK)
        sessiebesluiten.leg_uitkomst_vast(
            sessieverband=rij, uitkomst=uitkomst, versie=rij.versie, door=deelnemers[1], op=op
        )
        gegevens = besluit.gegevens(sessie, door=griffie, op=op)
        pdf = besluitenlijst.document(gegevens, gemeente="Voorbeeldstad", controlegetal="verzonnen")
        sessiebesluiten.stel_vast(sessie=sessie, gegevens=gegevens, pdf=pdf, door=griffie, op=op)
