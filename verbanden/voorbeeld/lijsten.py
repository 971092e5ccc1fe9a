"""Lists of verbonden partijen in the data files that were adopted: run through the acts, so that all of it is real."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from verbanden.handelingen import edities
from verbanden.lijst import druk, poort
from verbanden.lijst.toetsing import Lijst
from verbanden.lijst.uitgave import uitgave
from verbanden.models import Editie
from verbanden.regels.bbv.partij import Documentsoort
from verbanden.voorbeeld.secties import Zoeker

TEKSTEN = ("visie", "voornemens", "ontwikkelingen", "college_op", "raad_op")


def stel_vast(gegevens: Mapping[str, Any], zoek: Zoeker, op: datetime) -> None:
    """Write it and put it ready (`door`), and let someone else adopt it (`vaststeller`), all on one moment."""
    samensteller, vaststeller = zoek(Gebruiker, gegevens["door"]), zoek(Gebruiker, gegevens["vaststeller"])
    vast: dict[str, Any] = {"door": samensteller, "op": op}
    editie = edities.begin(soort=gegevens["soort"], jaar=gegevens["jaar"], **vast)
    waarden = {naam: gegevens[naam] for naam in TEKSTEN if naam in gegevens}
    editie = edities.schrijf(editie=editie, waarden=waarden, versie=editie.versie, **vast)
    editie = edities.zet_klaar(editie=editie, ontbreekt=_blokkades(editie, op), **vast)
    inhoud = uitgave(editie, _nu(op), Gemeente.huidige()).gegevens
    pdf = druk.pdf(inhoud, _ondertekening(inhoud, samensteller, vaststeller, op))
    ontbreekt = _blokkades(editie, op)
    edities.stel_vast(editie=editie, gegevens=inhoud, pdf=pdf, ontbreekt=ontbreekt, door=vaststeller, op=op)


def _blokkades(editie: Editie, op: datetime) -> int:
    """What the law still lacks: the acts refuse a list that lacks anything, in an example too."""
    lijst = Lijst(Documentsoort(editie.soort), editie.jaar)
    drempel = Gemeente.huidige().drempel_bijdrage
    return poort.lees(lijst, _nu(op), drempel=drempel, plek=lambda *_: "").blokkades


def _nu(op: datetime) -> Peildatum:
    """The rows as they are while the example is being loaded: those of this moment."""
    return Peildatum(timezone.localdate(op))


def _ondertekening(inhoud: Mapping[str, Any], een: Gebruiker, ander: Gebruiker, op: datetime) -> druk.Ondertekening:
    return druk.Ondertekening(
        klaargezet_door=Rol(een.rol).label,
        vastgesteld_door=Rol(ander.rol).label,
        vastgesteld_op=datum(op),
        controlegetal=controlegetal(inhoud),
    )
