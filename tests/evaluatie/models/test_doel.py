"""What the database itself holds of goals, measurements and judgements."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from evaluatie.models import Doel, Doeloordeel, Meting
from evaluatie.models.doel import maat_van
from evaluatie.regels.voortgang import Maat
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import maak_doel, maak_doeloordeel, maak_gebruiker, maak_meting, maak_verband

pytestmark = pytest.mark.django_db
DOEL: dict[str, Any] = {
    "titel": "Doel",
    "omschrijving": "In 2028 is het klaar.",
    "invalshoek": "inhoud",
    "trede": "effect",
    "indicator": "",
    "eenheid": "",
    "richting": "hoger",
    "marge": Decimal(0),
    "nulmeting": Decimal(1),
    "nulmeting_jaar": 2024,
    "streefwaarde": Decimal(2),
    "streefjaar": 2028,
    "ritme": "jaar",
    "bron": "",
    "motief": "",
    "lokaal": "",
    "invloed": "",
}


def zet(tabel: str, **waarden: Any) -> None:
    """Insert a row by hand: no model, no form, no act."""
    alle = {**waarden, "versie": 1}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO evaluatie_{tabel} ({', '.join(alle)}) VALUES ({', '.join(['%s'] * len(alle))})",  # noqa: S608
            list(alle.values()),
        )


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"nulmeting": None, "nulmeting_jaar": None, "streefwaarde": None, "streefjaar": None, "richting": ""},
        {"richting": "gelijk", "marge": Decimal("2.5")},
        {"nulmeting": Decimal(-5), "streefwaarde": Decimal(0)},
    ],
)
def test_een_doel_dat_klopt_mag(velden: dict[str, Any]) -> None:
    zet("doel", **{**DOEL, **velden}, verband_id=maak_verband().id)
    assert Doel.objects.count() == 1


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"titel": " "}, "doel_heeft_zin_en_trede"),
        ({"omschrijving": ""}, "doel_heeft_zin_en_trede"),
        ({"trede": ""}, "doel_heeft_zin_en_trede"),
        ({"invalshoek": "geld"}, "doel_invalshoek_bekend"),
        ({"richting": "meer"}, "doel_richting_bekend"),
        ({"ritme": "dag"}, "doel_ritme_bekend"),
        ({"motief": "zin"}, "doel_motief_bekend"),
        ({"marge": Decimal(1)}, "doel_marge_alleen_bij_gelijk"),
        ({"marge": Decimal(-1), "richting": "gelijk"}, "doel_marge_alleen_bij_gelijk"),
        ({"nulmeting": None}, "doel_nulmeting_heeft_jaar"),
        ({"nulmeting_jaar": None}, "doel_nulmeting_heeft_jaar"),
        ({"streefjaar": 2024}, "doel_streefjaar_na_nulmeting"),
        ({"nulmeting_jaar": 1800}, "doel_nulmeting_jaar_bestaat"),
        ({"streefjaar": 3000}, "doel_streefjaar_bestaat"),
    ],
)
def test_een_doel_dat_niet_klopt_weigert_de_database(velden: dict[str, Any], regel: str) -> None:
    with pytest.raises(IntegrityError, match=regel):
        zet("doel", **{**DOEL, **velden}, verband_id=maak_verband().id)


def test_een_meting_heeft_een_bron_en_is_er_een_per_dag() -> None:
    doel = maak_doel(maak_verband())
    meting = {"verband_id": doel.verband_id, "doel_id": doel.pk, "waarde": 1, "toelichting": ""}
    zet("meting", **meting, datum=date(2026, 1, 1), bron="telling")
    with pytest.raises(IntegrityError, match="meting_een_per_dag"):
        zet("meting", **meting, datum=date(2026, 1, 1), bron="telling")
    with pytest.raises(IntegrityError, match="meting_heeft_bron"):
        zet("meting", **meting, datum=date(2026, 1, 2), bron=" ")


def test_een_meting_hoort_bij_het_verband_van_haar_doel() -> None:
    doel, ander = maak_doel(maak_verband()), maak_verband()
    with pytest.raises(DatabaseError, match="the goal belongs to another partnership"):
        zet("meting", verband_id=ander.pk, doel_id=doel.pk, waarde=1, datum=date(2026, 1, 1), bron="x", toelichting="")
    assert Meting.objects.count() == 0


def oordeel(doel: Doel, **velden: Any) -> None:
    """A judgement by hand: 'gehaald' with nothing under it, unless told otherwise."""
    gegevens = {
        "verband_id": doel.verband_id,
        "doel_id": doel.pk,
        "oordeel": "gehaald",
        "zin": "Een verzonnen reden.",
        "onderbouwing": "",
        "meting_id": None,
        "datum": date(2026, 5, 1),
        "auteur_id": maak_gebruiker(Rol.CONTROLLER).pk,
    }
    zet("doeloordeel", **(gegevens | velden))


def test_gehaald_zonder_meting_of_getekende_toelichting_bestaat_niet() -> None:
    doel = maak_doel(maak_verband())
    for onderbouwing in ("", "  \n"):
        with pytest.raises(IntegrityError, match="doeloordeel_gehaald_is_onderbouwd"):
            oordeel(doel, onderbouwing=onderbouwing)
    with pytest.raises(IntegrityError, match="auteur_id"):
        oordeel(doel, onderbouwing="Het contract is getekend.", auteur_id=None)
    oordeel(doel, onderbouwing="Het contract is getekend.")
    oordeel(doel, meting_id=maak_meting(doel, 200).pk)
    oordeel(doel, oordeel="op_koers")
    assert Doeloordeel.objects.count() == 3


def test_gehaald_rust_op_een_meting_van_hetzelfde_doel() -> None:
    verband = maak_verband()
    doel, ander = maak_doel(verband), maak_doel(verband)
    with pytest.raises(DatabaseError, match="the measurement belongs to another goal"):
        oordeel(doel, meting_id=maak_meting(ander, 200).pk)


@pytest.mark.parametrize(
    ("velden", "regel"),
    [({"oordeel": "mooi"}, "doeloordeel_bekend"), ({"oordeel": "achter", "zin": "kort"}, "doeloordeel_heeft_zin")],
)
def test_een_oordeel_dat_niet_klopt_weigert_de_database(velden: dict[str, Any], regel: str) -> None:
    with pytest.raises(IntegrityError, match=regel):
        oordeel(maak_doel(maak_verband()), **velden)


@pytest.mark.parametrize("tabel", ["meting", "doeloordeel"])
def test_bij_welk_doel_iets_hoort_verandert_nooit(tabel: str) -> None:
    verband = maak_verband()
    doel, ander = maak_doel(verband), maak_doel(verband)
    rij = maak_meting(doel) if tabel == "meting" else maak_doeloordeel(doel)
    with pytest.raises(DatabaseError, match="onveranderlijk"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE evaluatie_{tabel} SET doel_id = %s WHERE id = %s", [ander.pk, rij.pk])  # noqa: S608


def test_een_doel_is_een_maat_met_de_houdbaarheid_van_zijn_ritme() -> None:
    doel = maak_doel(maak_verband(), ritme="kwartaal")
    assert maat_van(doel) == Maat("hoger", Decimal(100), 2024, Decimal(200), 2028, Decimal(0), 6)
