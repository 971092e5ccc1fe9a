"""What the database itself holds of positions, shares and the self-check, whatever the code above it does."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from governance.models import Partijaandeel, Spelerspunt, Standpunt
from governance.models.spelerspunt import PUNTEN
from governance.regels import samenspeler
from tests.fabriek import NU, maak_aandeel, maak_organisatie, maak_spelerspunt, maak_standpunt, maak_verband

pytestmark = pytest.mark.django_db
STANDPUNT = {"datum": date(2026, 3, 1), "perspectief": "zelf_per_verband", "belangen": "", "bron": "gesprek", "url": ""}
AANDEEL = {"jaar": 2026, "soort": "eigendom", "doet": "", "deel_taak": None, "deel_baten": None, "deel_sleutel": None,
           "kosten": None, "baten": None, "resultaat": "", "bron": "verslag"}  # fmt: skip
PUNT = {"jaar": 2026, "punt": "betrokken", "oordeel": "goed", "bewijs": "besluit"}


def zet(tabel: str, waarden: dict[str, Any]) -> None:
    """Insert a row by hand: no model, no form, no act."""
    waarden = {"versie": 1, **waarden}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO governance_{tabel} ({', '.join(waarden)}) VALUES ({', '.join(['%s'] * len(waarden))})",  # noqa: S608
            list(waarden.values()),
        )


@pytest.fixture
def ids() -> dict[str, int]:
    return {"verband_id": maak_verband().id, "partij_id": maak_organisatie().id}


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({}, None),
        ({"perspectief": "onbekend", "belangen": "rust"}, None),
        ({"perspectief": "onbekend"}, "standpunt_zegt_iets"),
        ({"perspectief": "onbekend", "belangen": " \n"}, "standpunt_zegt_iets"),
        ({"bron": " "}, "standpunt_heeft_bron"),
        ({"perspectief": "scheef"}, "standpunt_perspectief_bekend"),
    ],
)
def test_een_standpunt_zegt_iets_en_heeft_een_bron(
    ids: dict[str, int], velden: dict[str, Any], regel: str | None
) -> None:
    if regel is None:
        zet("standpunt", {**STANDPUNT, **ids, **velden})
        assert Standpunt.objects.count() == 1
        return
    with pytest.raises(IntegrityError, match=regel):
        zet("standpunt", {**STANDPUNT, **ids, **velden})


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"deel_taak": 0, "deel_baten": 100, "deel_sleutel": 33.333, "kosten": 0, "baten": 12.5}, None),
        ({"soort": "eigen_inkoop", "deel_baten": 10, "kosten": 5}, None),
        ({"soort": "eigen_inkoop", "deel_sleutel": 0}, "partijaandeel_inkoop_zonder_sleutel"),
        ({"soort": "eigen_inkoop", "deel_sleutel": 10}, "partijaandeel_inkoop_zonder_sleutel"),
        ({"soort": "huur"}, "partijaandeel_soort_bekend"),
        ({"deel_taak": -1}, "partijaandeel_taak_procent"),
        ({"deel_baten": 100.001}, "partijaandeel_baten_procent"),
        ({"deel_sleutel": 101}, "partijaandeel_sleutel_procent"),
        ({"kosten": -1}, "partijaandeel_kosten_positief"),
        ({"baten": -0.01}, "partijaandeel_baten_positief"),
        ({"jaar": 1900}, "partijaandeel_jaar_zinnig"),
        ({"bron": ""}, "partijaandeel_heeft_bron"),
    ],
)
def test_een_aandeel_klopt(ids: dict[str, int], velden: dict[str, Any], regel: str | None) -> None:
    if regel is None:
        zet("partijaandeel", {**AANDEEL, **ids, **velden})
        assert Partijaandeel.objects.count() == 1
        return
    with pytest.raises(IntegrityError, match=regel):
        zet("partijaandeel", {**AANDEEL, **ids, **velden})


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({}, None),
        ({"oordeel": "onbekend", "bewijs": ""}, None),
        ({"bewijs": " "}, "spelerspunt_heeft_bewijs"),
        ({"oordeel": "niet", "bewijs": ""}, "spelerspunt_heeft_bewijs"),
        ({"oordeel": "prima"}, "spelerspunt_oordeel_bekend"),
        ({"punt": "aardig"}, "spelerspunt_punt_bekend"),
        ({"jaar": 3000}, "spelerspunt_jaar_zinnig"),
    ],
)
def test_een_punt_heeft_bewijs(ids: dict[str, int], velden: dict[str, Any], regel: str | None) -> None:
    vast = {**PUNT, "verband_id": ids["verband_id"], **velden}
    if regel is None:
        zet("spelerspunt", vast)
        assert Spelerspunt.objects.count() == 1
        return
    with pytest.raises(IntegrityError, match=regel):
        zet("spelerspunt", vast)


def test_per_dag_en_per_jaar_een_rij() -> None:
    verband, partij = maak_verband(), maak_organisatie()
    vast = {"verband_id": verband.id, "partij_id": partij.id}
    for tabel, waarden, anders in (
        ("standpunt", {**STANDPUNT, **vast}, {"datum": date(2026, 3, 2)}),
        ("partijaandeel", {**AANDEEL, **vast}, {"soort": "eigen_inkoop"}),
        ("spelerspunt", {**PUNT, "verband_id": verband.id}, {"jaar": 2025}),
    ):
        zet(tabel, waarden)
        zet(tabel, {**waarden, **anders})
        with pytest.raises(IntegrityError, match=f"{tabel}_een_per_"):
            zet(tabel, waarden)


@pytest.mark.parametrize(
    ("tabel", "kolom", "waarde"),
    [
        ("standpunt", "datum", "2026-01-01"),
        ("partijaandeel", "jaar", 2025),
        ("partijaandeel", "soort", "eigen_inkoop"),
        ("spelerspunt", "jaar", 2025),
        ("spelerspunt", "punt", "krachten_bundelen"),
    ],
)
def test_wat_een_rij_is_verandert_nooit(ids: dict[str, int], tabel: str, kolom: str, waarde: Any) -> None:
    gewoon = {"standpunt": {**STANDPUNT, **ids}, "partijaandeel": {**AANDEEL, **ids}}
    zet(tabel, gewoon.get(tabel) or {**PUNT, "verband_id": ids["verband_id"]})
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE governance_{tabel} SET {kolom} = %s", [waarde])  # noqa: S608


def test_mensen_krijgen_een_zin() -> None:
    verband, partij = maak_verband(), maak_organisatie()
    with pytest.raises(ValidationError) as gevonden:
        maak_aandeel(verband, partij, soort="eigen_inkoop", deel_sleutel=10, bron=" ")
    assert gevonden.value.messages == [
        "Inkoop voor eigen rekening telt niet mee in de verdeelsleutel.",
        "Noem de bron: het stuk of de berekening waar dit uit komt.",
    ]
    with pytest.raises(ValidationError, match="Kies een perspectief of schrijf op welke belangen er zijn"):
        maak_standpunt(verband, partij, "onbekend", belangen="")
    with pytest.raises(ValidationError, match="Schrijf op waar dit uit blijkt"):
        maak_spelerspunt(verband, bewijs="")


def test_de_geschiedenis_blijft_en_een_rij_heeft_een_naam() -> None:
    verband, partij = maak_verband(), maak_organisatie()
    assert str(maak_standpunt(verband, partij)) == "standpunt van 2026-03-01"
    assert str(maak_aandeel(verband, partij)) == "Samen eigenaar 2026"
    assert str(maak_spelerspunt(verband)) == "Betrokken 2026"
    for model in (Standpunt, Partijaandeel, Spelerspunt):
        assert list(model.history.values_list("verband_id", "history_date")) == [(verband.id, NU)]


def test_de_punten_en_oordelen_zijn_die_van_de_regel() -> None:
    assert list(PUNTEN) == [punt.sleutel for punt in samenspeler.PUNTEN]
    assert Spelerspunt.Oordeel.values == [oordeel.value for oordeel in samenspeler.Oordeel]
