"""Plausibility: errors that stood in real lists, and what is no error."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samenwerkingswijzer.opmaak import VASTE_SPATIE
from tests.verbanden.regels.bbv.partijen import BEGROTING, JAAR, JAARSTUKKEN, cijfer, gat, met, volledige_partij
from verbanden.regels.bbv.bevinding import Bevinding, Ernst
from verbanden.regels.bbv.controles import controles
from verbanden.regels.bbv.partij import Documentsoort, Partij, Risicoregel


def let_op(
    partij: Partij,
    soort: Documentsoort = BEGROTING,
    *,
    drempel: Decimal = Decimal(10),
    vorige_moment: date | None = None,
) -> list[Bevinding]:
    return list(controles(partij, soort, JAAR, drempel_sprong=drempel, vorige_moment=vorige_moment))


def kort(lijst: list[Bevinding]) -> list[tuple[str, ...]]:
    """Letter, datum and explanation, with plain spaces."""
    assert all(wat.ernst is Ernst.LET_OP and wat.wie_id == 3 and wat.partij_id == 7 for wat in lijst)
    return [(wat.letter, *(tekst.replace(VASTE_SPATIE, " ") for tekst in (wat.gegeven, wat.uitleg))) for wat in lijst]


@pytest.mark.parametrize("soort", Documentsoort)
def test_een_partij_die_klopt(soort: Documentsoort) -> None:
    assert let_op(volledige_partij(soort), soort, vorige_moment=date(2026, 7, 3)) == []


@pytest.mark.parametrize(
    ("post", "vorig", "letter", "gegeven", "uitleg"),
    [
        # A share printed as 0,11 % that had to be 0,22 % shows in the next opening.
        (
            "belang_eind",
            "17.78",
            "b",
            "Belang op 1 januari 2027 is anders dan op 31 december 2026",
            "Op 1 januari 18%, de dag ervoor 17,78%.",
        ),
        (
            "eigen_vermogen_eind",
            3_999_999,
            "c",
            "Eigen vermogen op 1 januari 2027 is anders dan op 31 december 2026",
            "Op 1 januari € 4.000.000, de dag ervoor € 3.999.999.",
        ),
        (
            "vreemd_vermogen_eind",
            1,
            "c",
            "Vreemd vermogen op 1 januari 2027 is anders dan op 31 december 2026",
            "Op 1 januari € 9.000.000, de dag ervoor € 1.",
        ),
    ],
)
def test_begin_is_het_einde_van_het_jaar_ervoor(
    post: str, vorig: int | str, letter: str, gegeven: str, uitleg: str
) -> None:
    partij = volledige_partij(BEGROTING)
    anders = replace(partij, cijfers_vorig={**partij.cijfers_vorig, post: cijfer(vorig, "verwacht")})
    assert kort(let_op(anders)) == [(letter, gegeven, uitleg)]
    onbekend = replace(partij, cijfers_vorig={**partij.cijfers_vorig, post: gat()})
    assert let_op(onbekend) == []


def test_een_einde_van_een_andere_soort_wordt_niet_vergeleken() -> None:
    """What was budgeted for the end of a year need not be how the next year really began."""
    partij = volledige_partij(JAARSTUKKEN)
    begroot = replace(partij, cijfers_vorig={**partij.cijfers_vorig, "eigen_vermogen_eind": cijfer(1, "begroot")})
    assert let_op(begroot, JAARSTUKKEN) == []
    vast = replace(partij, cijfers_vorig={**partij.cijfers_vorig, "eigen_vermogen_eind": cijfer(1, "vastgesteld")})
    assert [wat.veld for wat in let_op(vast, JAARSTUKKEN)] == ["eigen_vermogen_begin"]


@pytest.mark.parametrize(
    ("resultaat", "uitleg"),
    [
        (-60_000, "Verschil van € 40.000."),
        (0, "Verschil van € 100.000."),
        (100_000, "Verschil van € 200.000. Is een tekort als overschot ingevuld, of andersom?"),
    ],
)
def test_resultaat_past_bij_het_eigen_vermogen(resultaat: int, uitleg: str) -> None:
    partij = met(volledige_partij(BEGROTING), resultaat=cijfer(resultaat))
    (wat,) = let_op(partij)
    assert kort([wat]) == [("d", "Resultaat en eigen vermogen passen niet bij elkaar", uitleg)]
    assert (wat.artikel, wat.veld) == ("BBV art. 15 lid 2 d", "resultaat")


def test_wat_niet_bij_het_document_past_wordt_niet_vergeleken() -> None:
    assert let_op(met(volledige_partij(BEGROTING), resultaat=cijfer(1, "vastgesteld"))) == []


@pytest.mark.parametrize(
    ("aandelen", "gegeven"),
    [
        ((), None),
        (("60", "39.9"), None),
        (("60", "40.1"), None),
        (("60", "39.89"), "Aandelen van de deelnemers zijn samen 99,89%"),
        (("60", "39.6"), "Aandelen van de deelnemers zijn samen 99,6%"),
        (("60", "40.2"), "Aandelen van de deelnemers zijn samen 100,2%"),
    ],
)
def test_aandelen_van_deelnemers_zijn_samen_honderd(aandelen: tuple[str, ...], gegeven: str | None) -> None:
    lijst = let_op(volledige_partij(BEGROTING, kostenaandelen=tuple(map(Decimal, aandelen))))
    assert kort(lijst) == ([("b", gegeven, "Dat moet 100% zijn.")] if gegeven else [])
    assert [wat.onderdeel for wat in lijst] == (["deelnemers"] if gegeven else [])


@pytest.mark.parametrize(
    ("aandelen", "belang", "uitleg"),
    [
        (None, "0.11", None),
        ((22, 10_000), "0.22", None),
        ((1, 3), "33.33", None),
        ((22, 10_000), "0.11", "Er staat 0,11%; 22 van de 10.000 aandelen is 0,22%."),
        ((0, 0), "5", "Er staat 5%; 0 van de 0 aandelen is 0%."),
    ],
)
def test_aandelen_passen_bij_het_belang(aandelen: tuple[int, int] | None, belang: str, uitleg: str | None) -> None:
    partij = met(volledige_partij(BEGROTING, aandelen=aandelen), belang_eind=cijfer(belang))
    gegeven = "Belang op 31 december 2027 past niet bij de aandelen"
    assert kort(let_op(partij)) == ([("b", gegeven, uitleg)] if uitleg else [])
    assert let_op(met(partij, belang_eind=gat())) == []


@pytest.mark.parametrize(
    ("toen", "nu", "gegeven", "uitleg"),
    [
        ("1000", "1100", None, ""),
        ("1000", "900", None, ""),
        (
            "1000",
            "1101",
            "Bijdrage stijgt 10,1%",
            "Meer dan de grens van 10%. Klopt het? Geef een uitleg.",
        ),
        ("1000", "899", "Bijdrage daalt 10,1%", "Meer dan de grens van 10%. Klopt het? Geef een uitleg."),
        ("1000", "0", "Bijdrage daalt 100,0%", "Meer dan de grens van 10%. Klopt het? Geef een uitleg."),
        ("0", "500", "Bijdrage is € 500", "In 2026 was de bijdrage nul. Klopt het? Geef een uitleg."),
        ("0", "0", None, ""),
    ],
)
def test_sprong_van_de_bijdrage(toen: str, nu: str, gegeven: str | None, uitleg: str) -> None:
    lijst = let_op(volledige_partij(BEGROTING, bijdragen={2026: Decimal(toen), 2027: Decimal(nu)}))
    assert kort(lijst) == ([("", gegeven, uitleg)] if gegeven else [])
    assert [(wat.artikel, wat.veld) for wat in lijst] == ([("Eigen controle", "bijdrage")] if gegeven else [])


@pytest.mark.parametrize(
    "bijdragen", [{}, {2027: Decimal(5)}, {2026: Decimal(5)}, {2025: Decimal(1), 2027: Decimal(9)}]
)
def test_zonder_twee_jaren_geen_sprong(bijdragen: dict[int, Decimal]) -> None:
    assert let_op(volledige_partij(BEGROTING, bijdragen=bijdragen)) == []


def test_de_drempel_is_instelbaar() -> None:
    partij = volledige_partij(BEGROTING, bijdragen={2026: Decimal(100), 2027: Decimal(109)})
    assert [wat.gegeven for wat in let_op(partij, drempel=Decimal(5))] == ["Bijdrage stijgt 9,0%"]


def test_cijfers_ouder_dan_het_vorige_moment() -> None:
    """Real lists print 'most recent figures of 12 March': one finding, at the first datum that is too old."""
    oud: dict[str, Any] = {
        "eigen_vermogen_begin": cijfer(4_000_000, peildatum=date(2025, 7, 4)),
        "resultaat": cijfer(-100_000, peildatum=date(2025, 3, 12)),
    }
    partij = met(volledige_partij(BEGROTING), **oud)
    uitleg = "Ouder dan het vorige moment van begroting of jaarstukken, 11 november 2025."
    (wat,) = let_op(partij, vorige_moment=date(2025, 11, 11))
    assert kort([wat]) == [
        ("c", "Oudste cijfers zijn van 12 maart 2025", f"{uitleg} Het gaat om: eigen vermogen, resultaat.")
    ]
    assert let_op(partij) == []
    assert let_op(partij, vorige_moment=date(2025, 3, 12)) == []


def test_ook_een_oude_bijdrage_valt_op() -> None:
    partij = met(volledige_partij(BEGROTING), bijdrage=cijfer(1_050, peildatum=date(2025, 3, 12)))
    (wat,) = let_op(partij, vorige_moment=date(2025, 11, 15))
    assert (wat.gegeven, wat.veld) == ("Oudste cijfers zijn van 12 maart 2025", "bijdrage")
    assert wat.uitleg.endswith("Het gaat om: bijdrage.")


def test_geen_risicos_en_toch_een_risico() -> None:
    partij = volledige_partij(JAARSTUKKEN, geen_risicos=True, risicos=(Risicoregel("Brand"), Risicoregel("Water")))
    uitleg = "Er staat dat er geen risico is, maar er staan ook risico's: 2."
    assert kort(let_op(partij, JAARSTUKKEN)) == [("e", "Wel of geen risico's voor de gemeente", uitleg)]
