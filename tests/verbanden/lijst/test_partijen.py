"""Which parties stand on a list, and what is read of them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection

from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import (
    NU,
    maak_cijfer,
    maak_deelname,
    maak_gemeente,
    maak_organisatie,
    maak_programma,
    maak_verband,
    onze_organisatie,
)
from verbanden.lijst.document import gegevens
from verbanden.lijst.partijen import kandidaten, partijen
from verbanden.lijst.toetsing import Lijst, toetsing
from verbanden.models import Editie, Levensfase, Post, Samenwerkingsverband, Stadium
from verbanden.regels.bbv.bevindingen import Bevinding, Ernst
from verbanden.regels.bbv.partij import Documentsoort, Partij

pytestmark = pytest.mark.django_db
BEGROTING, JAARSTUKKEN = Documentsoort
PEILDATUM = Peildatum(NU.date())
JA = {"bestuurlijk_belang": "ja", "financieel_belang": "ja"}


def verbonden(**velden: Any) -> Samenwerkingsverband:
    """A verbonden partij that was founded in 2015."""
    maak_gemeente()
    return maak_verband(**(JA | {"sinds": date(2015, 1, 1)} | velden))


def gelezen(soort: Documentsoort = JAARSTUKKEN, jaar: int = 2025, peildatum: Peildatum = PEILDATUM) -> Partij | None:
    """The one party of the list, if there is one."""
    gevonden = partijen(soort, jaar, peildatum)
    assert len(gevonden) < 2
    return gevonden[0] if gevonden else None


def bevindingen(partij: Partij, soort: Documentsoort = JAARSTUKKEN, jaar: int = 2025) -> tuple[Bevinding, ...]:
    """What is said of it on the gate of the list."""
    return toetsing(Lijst(soort, jaar), PEILDATUM, Decimal(10)).van(partij)


@pytest.mark.parametrize(
    ("periode", "dagen"),
    [
        ({"van": date(2025, 7, 1)}, (date(2025, 7, 1), None)),
        ({"van": date(2015, 1, 1), "tot": date(2025, 6, 30)}, (None, date(2025, 6, 30))),
    ],
)
def test_onze_eigen_deelname_zegt_wanneer_wij_kwamen_of_gingen(periode: dict[str, Any], dagen: Any) -> None:
    verband = verbonden(sinds=date(1998, 1, 1))
    maak_deelname(verband, onze_organisatie(), **periode)
    maak_deelname(verband, maak_organisatie(), van=date(2025, 2, 1))
    partij = gelezen()
    assert partij is not None
    assert (partij.ingetreden, partij.uitgetreden) == dagen
    (wat,) = [wat for wat in bevindingen(partij) if wat.artikel == "BBV art. 26"]
    assert "De gemeente trad" in wat.uitleg


@pytest.mark.parametrize(
    ("velden", "eigen", "staat_erop"),
    [
        ({}, {"van": date(2015, 1, 1), "tot": date(2024, 7, 1)}, False),
        ({"sinds": date(2026, 2, 1)}, None, False),
        ({"sinds": date(2025, 12, 31)}, None, True),
        ({"levensfase": "beeindigd", "beeindigd_op": date(2024, 12, 31)}, None, False),
        ({"levensfase": "beeindigd", "beeindigd_op": date(2025, 1, 31)}, None, True),
        ({}, None, True),
        ({"sinds": None}, {"van": None}, True),
    ],
)
def test_op_de_jaarstukken_staat_wie_in_dat_jaar_een_partij_was(
    velden: dict[str, Any], eigen: dict[str, Any] | None, staat_erop: bool
) -> None:
    verband = verbonden(**velden)
    if eigen:
        maak_deelname(verband, onze_organisatie(), **eigen)
    assert (gelezen() is not None) is staat_erop
    assert bool(kandidaten(JAARSTUKKEN, 2025, PEILDATUM)) is staat_erop


@pytest.mark.parametrize(
    ("fase", "sinds", "van", "staat_erop"),
    [
        (Levensfase.AANGAAN, date(2027, 1, 1), None, True),
        (Levensfase.AANGAAN, date(1998, 1, 1), date(2027, 1, 1), True),
        (Levensfase.AANGAAN, date(2028, 1, 1), None, False),
        (Levensfase.AANGAAN, date(1998, 1, 1), None, False),
        (Levensfase.AANGAAN, None, None, False),
        (Levensfase.VERKENNEN, date(2027, 1, 1), date(2027, 1, 1), False),
        (Levensfase.UITVOEREN, None, date(2028, 1, 1), False),
    ],
)
def test_de_begroting_kent_ook_wie_erbij_komt(
    fase: Levensfase, sinds: date | None, van: date | None, staat_erop: bool
) -> None:
    verband = verbonden(levensfase=fase, sinds=sinds)
    if van:
        maak_deelname(verband, onze_organisatie(), van=van)
    partij = gelezen(BEGROTING, 2027)
    assert (partij is not None) is staat_erop
    assert partij is None or partij.ingetreden == date(2027, 1, 1)


def test_op_een_eerdere_peildatum_telt_wat_toen_bekend_was() -> None:
    verband = verbonden(op=NU - timedelta(days=9))
    maak_deelname(verband, onze_organisatie(NU - timedelta(days=9)), van=date(2015, 1, 1), tot=date(2024, 7, 1))
    toen = Peildatum.van(date(2026, 5, 15), vandaag=NU.date())
    assert gelezen() is None
    assert gelezen(peildatum=toen) is not None


@pytest.mark.parametrize(
    ("soort", "stadia", "gekozen"),
    [
        # An honest gap does not hide an amount that fits as well.
        (BEGROTING, {"begroot": 100, "verwacht": None}, ("begroot", 100)),
        (BEGROTING, {"begroot": 100, "verwacht": 90}, ("verwacht", 90)),
        (BEGROTING, {"verwacht": None, "vastgesteld": 80}, ("verwacht", None)),
        (JAARSTUKKEN, {"voorlopig": 70, "vastgesteld": None}, ("voorlopig", 70)),
        (JAARSTUKKEN, {"voorlopig": None, "begroot": 100}, ("voorlopig", None)),
        (JAARSTUKKEN, {"voorlopig": 70, "vastgesteld": 80}, ("vastgesteld", 80)),
    ],
)
def test_het_cijfer_dat_past_en_het_meest_zegt(
    soort: Documentsoort, stadia: dict[str, int | None], gekozen: tuple[str, int | None]
) -> None:
    verband = verbonden()
    for stadium, bedrag in stadia.items():
        maak_cijfer(verband, 2025, bedrag, post=Post.RESULTAAT, stadium=Stadium(stadium))
    partij = gelezen(soort)
    assert partij is not None
    cijfer = partij.cijfers[Post.RESULTAAT]
    assert (cijfer.stadium, cijfer.bedrag) == gekozen


@pytest.mark.parametrize(
    ("soort", "stadium", "uitleg"),
    [
        (JAARSTUKKEN, "begroot", "Wat er staat is begroot. Voor de jaarstukken is nodig: voorlopig of vastgesteld."),
        (BEGROTING, "vastgesteld", "Wat er staat is vastgesteld. Voor de begroting is nodig: begroot of verwacht."),
        (JAARSTUKKEN, "voorlopig", ""),
        (BEGROTING, "verwacht", ""),
    ],
)
def test_een_bijdrage_van_een_andere_soort_telt_niet_mee(soort: Documentsoort, stadium: str, uitleg: str) -> None:
    verband = verbonden()
    maak_programma(verband, "Veilig", aandeel=Decimal(100))
    maak_cijfer(verband, 2025, 500, stadium=Stadium(stadium))
    partij = gelezen(soort)
    assert partij is not None
    editie = Editie(soort=soort, jaar=2025, nummer=1)
    inhoud = gegevens(editie, [partij], peildatum=NU.date(), gemeente=maak_gemeente())
    (gedrukt,) = [p["cijfers"]["bijdrage"] for deel in inhoud["delen"] for p in deel["partijen"]]
    assert (gedrukt is None) == bool(uitleg)
    assert inhoud["programmas"] == [
        {"naam": "Veilig", "bijdrage": "0" if uitleg else "500", "onvolledig": bool(uitleg)}
    ]
    gevonden = [wat for wat in bevindingen(partij, soort) if wat.veld == "bijdrage"]
    assert [(wat.ernst, wat.gegeven, wat.uitleg) for wat in gevonden] == (
        [(Ernst.LET_OP, "Bijdrage over 2025 telt niet mee", uitleg)] if uitleg else []
    )


def test_een_sprong_vergelijkt_alleen_cijfers_van_dezelfde_soort() -> None:
    verband = verbonden()
    maak_cijfer(verband, 2024, 100, stadium=Stadium.BEGROOT)
    maak_cijfer(verband, 2025, 500, stadium=Stadium.VASTGESTELD)
    partij = gelezen()
    assert partij is not None
    assert [wat.gegeven for wat in bevindingen(partij) if wat.veld == "bijdrage"] == []
    maak_cijfer(verband, 2024, 400, stadium=Stadium.VASTGESTELD)
    partij = gelezen()
    assert partij is not None
    assert [wat.gegeven for wat in bevindingen(partij) if wat.veld == "bijdrage"] == ["Bijdrage stijgt 25,0%"]


@pytest.mark.parametrize(("belang", "uitleg"), [
    ("0.11", ["Er staat 0,11%; 22 van de 10.000 aandelen is 0,22%."]),
    ("0.22", []),
])  # fmt: skip
def test_het_belang_volgt_uit_de_aandelen(belang: str, uitleg: list[str]) -> None:
    """Published as 0,11 % where the shares say 0,22 %."""
    verband = verbonden(vorm="nv", aandelen_ons=22, aandelen_totaal=10_000)
    maak_cijfer(verband, 2025, belang, post=Post.BELANG_EIND, stadium=Stadium.VASTGESTELD)
    partij = gelezen()
    assert partij is not None
    gevonden = [wat.uitleg for wat in bevindingen(partij) if "aandelen" in wat.gegeven]
    assert gevonden == uitleg


@pytest.mark.parametrize(("ons", "totaal"), [(22, None), (None, 10), (11, 10), (0, 0)])
def test_de_database_kent_geen_halve_of_onmogelijke_aandelen(ons: int | None, totaal: int | None) -> None:
    verband = verbonden()
    vraag = "UPDATE verbanden_samenwerkingsverband SET aandelen_ons = %s, aandelen_totaal = %s WHERE id = %s"
    with pytest.raises(IntegrityError, match="verband_aandelen_passen"), connection.cursor() as cursor:
        cursor.execute(vraag, [ons, totaal, verband.id])


def test_evenveel_vragen_bij_elk_aantal_partijen(django_assert_num_queries: Any) -> None:
    for aantal in (1, 3):
        while len(kandidaten(JAARSTUKKEN, 2025, PEILDATUM)) < aantal:
            maak_deelname(verbonden(), onze_organisatie())
        with django_assert_num_queries(10):
            partijen(JAARSTUKKEN, 2025, PEILDATUM)
