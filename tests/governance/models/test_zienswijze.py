"""The database keeps a zienswijze to its table of steps, its days to its state, and what was adopted as it was."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from governance.models import VOLGENDE_ZIENSWIJZESTATUS, Raadsvraag, Zienswijze, Zienswijzepunt, Zienswijzestatus
from governance.models.zienswijze import BIJ_DE_RAAD, NA_VASTSTELLEN
from samenwerkingswijzer.historie import bewaar
from tests.fabriek import NU, maak_gebruiker, maak_organisatie, maak_verband
from tests.governance.zienswijze.opzet import (
    FEITEN,
    maak_andere,
    maak_punt,
    maak_raadsvraag,
    maak_zienswijze,
    weg_naar,
)

pytestmark = pytest.mark.django_db
S = Zienswijzestatus
PAREN = list(product(S, S))
DAGVELDEN = {S.ADVIES: "advies_op", S.RAADSTEKST: "raadstekst_op", S.VASTGESTELD: "vastgesteld_op",
             S.VERZONDEN: "verzonden_op", S.BEANTWOORD: "antwoord_op", S.BEOORDEELD: "beoordeeld_op",
             S.GEEN: "geen_op"}  # fmt: skip


def zet(rij: Model, **velden: Any) -> None:
    """Write columns past Django and past every act."""
    kolommen = ", ".join(f"{naam} = %s" for naam in velden)
    with transaction.atomic(), connection.cursor() as cursor:
        tabel = rij._meta.db_table
        cursor.execute(f"UPDATE {tabel} SET {kolommen} WHERE id = %s", [*velden.values(), rij.pk])  # noqa: S608


def alles_tot(status: S) -> dict[str, Any]:
    """Every column that must be filled, and no other, in a state that is reached by the main way."""
    leeg = {naam: "" if isinstance(w, str) else None for feiten in FEITEN.values() for naam, w in feiten.items()}
    gevuld = {naam: w for stand in weg_naar(status) for naam, w in FEITEN[stand].items()}
    return leeg | gevuld if status != S.ONTVANGEN else leeg


def test_the_table_knows_every_state_and_leads_to_every_state() -> None:
    assert set(VOLGENDE_ZIENSWIJZESTATUS) == set(S)
    bereikt = {S.ONTVANGEN}
    for _ in S:
        bereikt |= {naar for van in bereikt for naar in VOLGENDE_ZIENSWIJZESTATUS[van]}
    assert bereikt == set(S)


@pytest.mark.parametrize(("van", "naar"), PAREN, ids=[f"{van}-{naar}" for van, naar in PAREN])
def test_only_listed_steps_exist(van: S, naar: S) -> None:
    """Of all pairs of states only those of the table pass the database, with all columns as the new state wants."""
    rij = maak_zienswijze(status=van)
    velden = alles_tot(naar) | {"status": naar.value}
    if van in NA_VASTSTELLEN:
        velden["raadstekst"] = rij.raadstekst
    if naar == van or naar in VOLGENDE_ZIENSWIJZESTATUS[van]:
        zet(rij, **velden)
        rij.refresh_from_db()
        assert rij.status == naar
    else:
        with pytest.raises(DatabaseError):
            zet(rij, **velden)


@pytest.mark.parametrize("status", [status for status in S if status != S.ONTVANGEN])
def test_a_dossier_begins_with_a_draft(status: S) -> None:
    rij = Zienswijze(verband=maak_verband(), stuk="begroting", jaar=2027, ontvangen_op=date(2026, 4, 13), status=status)
    for naam, waarde in alles_tot(status).items():
        setattr(rij, naam, waarde)
    with pytest.raises(DatabaseError), transaction.atomic():
        rij.save()


@pytest.mark.parametrize("status", list(DAGVELDEN))
def test_a_state_and_its_day_belong_together(status: S) -> None:
    rij = maak_zienswijze(status=status)
    with pytest.raises(DatabaseError):
        zet(rij, **{DAGVELDEN[status]: None})
    if status not in (S.ADVIES, S.RAADSTEKST):
        eerder = maak_zienswijze(status=S.ONTVANGEN)
        with pytest.raises(DatabaseError):
            zet(eerder, **{DAGVELDEN[status]: date(2026, 5, 30)})


@pytest.mark.parametrize(
    ("status", "leeg"),
    [
        (S.ADVIES, "adviestekst"),
        (S.RAADSTEKST, "raadstekst"),
        (S.RAADSTEKST, "lokale_betekenis"),
        (S.BEANTWOORD, "antwoord"),
        (S.GEEN, "geen_reden"),
    ],
)
def test_a_step_without_its_words_is_refused(status: S, leeg: str) -> None:
    rij = maak_zienswijze(status=status)
    with pytest.raises(DatabaseError):
        zet(rij, **{leeg: ""})
    setattr(rij, leeg, "")
    with pytest.raises(ValidationError):
        bewaar(rij, door=None, op=NU)


@pytest.mark.parametrize(
    ("veld", "te_vroeg"),
    [
        ("advies_op", date(2026, 4, 12)),
        ("raadstekst_op", date(2026, 4, 12)),
        ("vastgesteld_op", date(2026, 4, 27)),
        ("verzonden_op", date(2026, 5, 4)),
        ("antwoord_op", date(2026, 5, 5)),
        ("beoordeeld_op", date(2026, 5, 11)),
    ],
)
def test_the_days_follow_each_other(veld: str, te_vroeg: date) -> None:
    rij = maak_zienswijze(status=S.BEOORDEELD)
    with pytest.raises(DatabaseError):
        zet(rij, **{veld: te_vroeg})


@pytest.mark.parametrize("status", NA_VASTSTELLEN)
def test_an_adopted_text_stays(status: str) -> None:
    rij = maak_zienswijze(status=status, punten=1)
    with pytest.raises(DatabaseError, match="Cannot"):
        zet(rij, raadstekst="anders")


@pytest.mark.parametrize("status", list(S))
def test_what_the_raad_asks_stays_once_it_decided(status: S) -> None:
    rij = maak_zienswijze(status=status, punten=1)
    punt = Zienswijzepunt.objects.get(zienswijze=rij)
    if status in BIJ_DE_RAAD:
        zet(punt, vraag="anders")
        maak_punt(rij, 2)
        return
    for wat in ("vraag", "waarom"):
        with pytest.raises(DatabaseError, match="stays as it was adopted"):
            zet(punt, **{wat: "anders"})
    with pytest.raises(DatabaseError, match="stays as it was adopted"), transaction.atomic():
        maak_punt(rij, 2)
    with pytest.raises(DatabaseError, match="stays as it was adopted"), transaction.atomic():
        punt.delete()
    zet(punt, antwoord="wel", oordeel="deels")


def test_a_judgement_needs_an_answer() -> None:
    punt = maak_punt(maak_zienswijze())
    with pytest.raises(DatabaseError):
        zet(punt, oordeel="niet")
    with pytest.raises(DatabaseError):
        zet(punt, vraag="  ")


def test_one_dossier_per_paper_and_one_row_per_other_council() -> None:
    verband, organisatie = maak_verband(), maak_organisatie()
    rij = maak_zienswijze(verband)
    with pytest.raises(ValidationError, match="Dit dossier is er al"):
        maak_zienswijze(verband)
    maak_zienswijze(verband, aanduiding="tweede wijziging")
    maak_andere(rij, organisatie)
    with pytest.raises(ValidationError, match="staat er al een zienswijze"):
        maak_andere(rij, organisatie)
    with pytest.raises(ValidationError, match="hoe u dat weet"):
        maak_andere(rij, maak_organisatie(), bron=" ")


@pytest.mark.parametrize(
    "velden",
    [
        {"antwoord": "wel"},
        {"beantwoord_op": date(2026, 5, 21)},
        {"antwoord": "wel", "beantwoord_op": date(2026, 5, 21)},
        {"politiek_punt": " "},
        {"vraag": ""},
    ],
)
def test_a_question_keeps_its_pairs(velden: dict[str, Any]) -> None:
    with pytest.raises(DatabaseError):
        zet(maak_raadsvraag(), **velden)


def test_an_answer_comes_after_the_question() -> None:
    rij = maak_raadsvraag()
    vast = {"antwoord": "wel", "beantwoord_door_id": maak_gebruiker().pk}
    with pytest.raises(DatabaseError):
        zet(rij, beantwoord_op=date(2026, 5, 1), **vast)
    zet(rij, beantwoord_op=date(2026, 5, 21), **vast)
    with pytest.raises(DatabaseError):
        zet(rij, gesteld_op=date(2026, 5, 1))
    assert Raadsvraag.objects.beantwoord().count() == 1
