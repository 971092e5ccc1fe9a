"""Moments and the agenda for a register of measuring size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from simple_history.utils import bulk_update_with_history

from governance.models import Moment, Raadsvergadering, Reces, Stukkenronde, Zienswijze
from verbanden.models import Samenwerkingsverband, Vorm
from verbanden.voorbeeld.meetrijen import BEGIN
from verbanden.voorbeeld.omvang import bewaar_alle

DAGEN_TUSSEN_VERGADERINGEN = 18
VERDER = 2  # years ahead


def maak_momenten(verbanden: Sequence[Samenwerkingsverband], per_verband: int = 8, *, nu: datetime) -> list[Moment]:
    """Half of them past, half of them still to come, 45 days apart."""
    rijen = (
        _moment(nummer, verband, keer - per_verband // 2, nu)
        for nummer, verband in enumerate(verbanden)
        for keer in range(per_verband)
    )
    return bewaar_alle(rijen, op=nu - BEGIN)


def _moment(nummer: int, verband: Samenwerkingsverband, keer: int, nu: datetime) -> Moment:
    datum = nu.date() + timedelta(days=nummer % 30 + 45 * keer)
    return Moment(
        verband=verband,
        datum=datum,
        wie=Moment.Wie.RAAD,
        titel="Zienswijze op de begroting",
        rol_raad=Moment.RolRaad.BESLUITVORMING,
        invloed="de tekst van de zienswijze wijzigen.",
        uiterlijk=datum + timedelta(days=14),
    )


def maak_agenda(verbanden: Sequence[Samenwerkingsverband], jaren: int = 10, *, nu: datetime) -> None:
    """Every partnership a regeling with a board, with budgets and accounts of so many years, and our own calendar."""
    _word_regeling(verbanden, nu)
    eerste = nu.year - jaren + 1 + VERDER
    reeks = range(eerste, eerste + jaren)
    bewaar_alle((ronde for jaar in reeks for ronde in _rondes(verbanden, jaar)), op=nu - BEGIN)
    begin, dagen = date(eerste - 1, 1, 5), (jaren + VERDER) * 365
    vergaderingen = (
        Raadsvergadering(datum=begin + timedelta(days=dag), soort=Raadsvergadering.Soort.RAAD)
        for dag in range(0, dagen, DAGEN_TUSSEN_VERGADERINGEN)
    )
    bewaar_alle(vergaderingen, op=nu - BEGIN)
    bewaar_alle((_dossier(verband, nummer, nu) for nummer, verband in enumerate(verbanden)), op=nu - BEGIN)
    recessen = (Reces(naam="zomerreces", van=date(jaar, 7, 11), tot=date(jaar, 8, 30)) for jaar in reeks)
    bewaar_alle(recessen, op=nu - BEGIN)


def _dossier(verband: Samenwerkingsverband, nummer: int, nu: datetime) -> Zienswijze:
    """A draft that came some weeks ago and on which nobody wrote yet."""
    return Zienswijze(
        verband=verband,
        stuk=Zienswijze.Stuk.BEGROTING,
        jaar=nu.year + 1,
        ontvangen_op=nu.date() - timedelta(days=nummer % 60),
    )


def _word_regeling(verbanden: Sequence[Samenwerkingsverband], nu: datetime) -> None:
    for verband in verbanden:
        verband.vorm, verband.wgr_hoofdstuk = Vorm.OPENBAAR_LICHAAM, "I"
    bulk_update_with_history(
        list(verbanden),
        Samenwerkingsverband,
        ["vorm", "wgr_hoofdstuk"],
        batch_size=2000,
        default_date=nu - BEGIN + timedelta(days=1),
        default_change_reason="Meetgegevens",
        manager=Samenwerkingsverband._base_manager,
    )


def _rondes(verbanden: Sequence[Samenwerkingsverband], jaar: int) -> Iterator[Stukkenronde]:
    """A budget that came in spring and accounts of two years before, each on its own days."""
    for nummer, verband in enumerate(verbanden):
        dag = date(jaar - 1, 3, 10) + timedelta(days=nummer % 45)
        vergadering = dag + timedelta(weeks=12, days=3)
        yield Stukkenronde(
            verband=verband,
            stuk=Stukkenronde.Stuk.BEGROTING,
            jaar=jaar,
            vergadering=vergadering,
            ontvangen=dag,
            gevraagd_voor=dag + timedelta(weeks=10),
        )
        yield Stukkenronde(
            verband=verband, stuk=Stukkenronde.Stuk.JAARREKENING, jaar=jaar - 2, vergadering=vergadering, ontvangen=dag
        )
