"""Taking in the national register: it fills an empty portal and otherwise only proposes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.models.gebeurtenis import Handeling, leg_vast
from verbanden.models import Samenwerkingsverband
from verbanden.register.bron import Bron
from verbanden.register.portaal import lees_portaal
from verbanden.register.voorstellen import Telling, leg_voor, zoek_verschillen
from verbanden.register.vullen import maak_verband
from verbanden.roo.beeld import Verbandbeeld, als_json
from verbanden.roo.gegevens import Gemeente as Registergemeente
from verbanden.roo.gegevens import Gemeenteregister
from verbanden.roo.overname import beelden
from verbanden.roo.vergelijking import koppel

EEN_IMPORT_TEGELIJK = 7_201_552_001  # number of the lock, ours alone
META = ("roo_regeling", "roo_organisatie", "roo_gewijzigd_op", "roo_geverifieerd_op")


class ImportGeweigerd(Exception):
    """The import does not fit this portal; nothing changed. The message is Dutch."""


@dataclass(frozen=True)
class Importresultaat:
    """What an import did. `oudste_controle` is the day on which the register last checked its oldest record."""

    gemeente: str
    bestand_van: date
    direct: bool
    verbanden: int
    deelnemers: int
    voorstellen: Telling
    oudste_controle: date | None
    opmerkingen: tuple[str, ...]


@transaction.atomic
def importeer(*, register: Gemeenteregister, op: datetime, direct: bool) -> Importresultaat:
    """Take in what the register says of one municipality.

    `direct` fills an empty portal at once. Without it everything becomes a proposal, and so does every difference
    later. Only the register's own numbers and dates of a partnership are kept up without asking.
    Raises ImportGeweigerd, or ValidationError when the portal cannot hold a value.
    """
    _wacht_op_beurt()
    _controleer(register, direct=direct)
    bron = Bron(register.bestand_datum, op)
    _stel_gemeente_in(register.gemeente, bron)
    alle = beelden(register)
    if direct:
        for beeld in alle:
            maak_verband(als_json(beeld), bron=bron)
    telling = _vergelijk(alle, register, bron)
    resultaat = _resultaat(register, alle, telling, direct=direct)
    _leg_vast(resultaat, register, bron)
    return resultaat


def _wacht_op_beurt() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [EEN_IMPORT_TEGELIJK])


def _controleer(register: Gemeenteregister, *, direct: bool) -> None:
    if direct and Samenwerkingsverband.objects.exists():
        raise ImportGeweigerd(
            "Er staan al verbanden in het portaal. Met --direct vult u alleen een leeg portaal. "
            "Laat --direct weg: dan worden de verschillen voorstellen."
        )
    gelezen = Samenwerkingsverband.objects.exclude(roo_bestand_van=None).order_by("-roo_bestand_van").first()
    laatst = gelezen.roo_bestand_van if gelezen else None
    if laatst and min(register.bestand_datum, register.peildatum) < laatst:
        raise ImportGeweigerd(
            f"Het portaal las al het register van {opmaak.datum(laatst)}. Dit bestand of deze peildatum is ouder."
        )


def _stel_gemeente_in(gevonden: Registergemeente, bron: Bron) -> None:
    """Make the one row of the municipality, or complete it; another municipality is refused."""
    huidig = Gemeente.objects.select_for_update().first() or Gemeente(id=1, naam=gevonden.korte_naam)
    if not _is_dezelfde(huidig, gevonden):
        raise ImportGeweigerd(
            f"Dit portaal is van de gemeente {huidig.naam}. U vroeg om {gevonden.naam} ({gevonden.code})."
        )
    if not huidig.tooi:
        huidig.tooi = gevonden.tooi
        bron.bewaar(huidig)


def _is_dezelfde(huidig: Gemeente, gevonden: Registergemeente) -> bool:
    if huidig.tooi:
        return huidig.tooi == gevonden.tooi
    return huidig.naam.casefold() in {gevonden.korte_naam.casefold(), gevonden.afkorting.casefold()}


def _vergelijk(alle: Sequence[Verbandbeeld], register: Gemeenteregister, bron: Bron) -> Telling:
    rijen = {rij.id: rij for rij in Samenwerkingsverband.objects.select_for_update(no_key=True).order_by("id")}
    koppeling = koppel(lees_portaal(), alle)
    telling = leg_voor(zoek_verschillen(koppeling, register.peildatum), bron=bron)
    for eigen, beeld in koppeling.paren:
        if not eigen.beeindigd:
            _houd_bij(rijen[eigen.nummer], beeld, bron)
    return telling


def _houd_bij(rij: Samenwerkingsverband, beeld: Verbandbeeld, bron: Bron) -> None:
    nieuw = {naam: getattr(beeld, naam) for naam in META} | {"roo_bestand_van": bron.bestand_van}
    if any(getattr(rij, naam) != waarde for naam, waarde in nieuw.items()):
        for naam, waarde in nieuw.items():
            setattr(rij, naam, waarde)
        bron.bewaar(rij)


def _resultaat(
    register: Gemeenteregister, alle: Sequence[Verbandbeeld], telling: Telling, *, direct: bool
) -> Importresultaat:
    controles = [beeld.roo_geverifieerd_op for beeld in alle if beeld.roo_geverifieerd_op]
    return Importresultaat(
        gemeente=register.gemeente.naam,
        bestand_van=register.bestand_datum,
        direct=direct,
        verbanden=len(alle),
        deelnemers=sum(len(beeld.deelnames) for beeld in alle),
        voorstellen=telling,
        oudste_controle=min(controles, default=None),
        opmerkingen=tuple(_opmerkingen(alle)),
    )


def _opmerkingen(alle: Iterable[Verbandbeeld]) -> list[str]:
    return [f"{beeld.naam}: {opmerking}" for beeld in alle for opmerking in beeld.opmerkingen]


def _leg_vast(resultaat: Importresultaat, register: Gemeenteregister, bron: Bron) -> None:
    leg_vast(
        Handeling.GEIMPORTEERD,
        door=bron.door,
        op=bron.op,
        over=Gemeente.objects.get(),
        herkomst="opdracht",
        bestand_van=register.bestand_datum.isoformat(),
        peildatum=register.peildatum.isoformat(),
        direct=resultaat.direct,
        verbanden=resultaat.verbanden,
        deelnemers=resultaat.deelnemers,
        voorstellen=resultaat.voorstellen.nieuw,
        bijgewerkt=resultaat.voorstellen.bijgewerkt,
        vervallen=resultaat.voorstellen.vervallen,
    )
