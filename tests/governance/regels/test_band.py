"""The band: what lies in it, what a principle explains, what must be discussed; and the sentence that says so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.band import Toets, rang, toets, uitleg
from governance.regels.evenredigheid import Inbreng, Maat, Principe, Stemming, Uitkomst, evenredigheid
from governance.regels.uitleg import Reden, Uitleg

PROCENT = st.decimals(0, 100, places=3)
TIEN = Decimal(10)


def getoetst(stem: Any, aandeel: Any, principe: Principe | None = None, **velden: Any) -> Toets:
    gegevens: dict[str, Any] = {"maat": Maat.KOSTEN, "band": TIEN} | velden
    return Toets(stem=Decimal(stem), aandeel=Decimal(aandeel), principe=principe, **gegevens)


def van(deelnemers: list[Inbreng], stemming: Stemming = Stemming(), maat: Maat = Maat.KOSTEN) -> Toets:  # noqa: B008
    return toets(evenredigheid(deelnemers, stemming), TIEN, maat)


@pytest.mark.parametrize(
    ("stem", "uitkomst"),
    [("30", Uitkomst.BINNEN), ("30.001", Uitkomst.BESPREKEN), ("10", Uitkomst.BINNEN), ("9.999", Uitkomst.BESPREKEN)],
)
def test_precies_op_de_band_is_nog_binnen(stem: str, uitkomst: Uitkomst) -> None:
    assert getoetst(stem, 20, Principe.GEWOGEN).uitkomst is uitkomst


@pytest.mark.parametrize(
    ("principe", "uitkomst"),
    [
        (Principe.GELIJK, Uitkomst.UITGELEGD),
        (Principe.CONSENSUS, Uitkomst.UITGELEGD),
        (Principe.GEWOGEN, Uitkomst.BESPREKEN),
        (Principe.GEMENGD, Uitkomst.BESPREKEN),
        (None, Uitkomst.BESPREKEN),
    ],
)
def test_alleen_een_principe_legt_een_verschil_uit(principe: Principe | None, uitkomst: Uitkomst) -> None:
    assert getoetst(50, 20, principe).uitkomst is uitkomst


UITLEG = Uitleg(Reden.AFNAME, "Wie meer koopt, betaalt meer.", "Artikel 12", date(2026, 1, 1))


@pytest.mark.parametrize("principe", [Principe.GEWOGEN, Principe.GEMENGD, None])
def test_ook_een_vastgelegde_uitleg_legt_een_verschil_uit(principe: Principe | None) -> None:
    buiten = getoetst(50, 20, principe, uitleg=UITLEG)
    assert (buiten.uitkomst, uitleg(buiten)) == (Uitkomst.UITGELEGD, "Wie meer koopt, betaalt meer.")
    assert getoetst(25, 20, principe, uitleg=UITLEG).uitkomst is Uitkomst.BINNEN


def test_een_uitleg_die_het_register_tegenspreekt_geldt_niet() -> None:
    een_stem = replace(UITLEG, reden=Reden.GELIJK)
    buiten = getoetst(50, 20, Principe.GEWOGEN, uitleg=een_stem, gelijk=False)
    assert buiten.uitkomst is Uitkomst.BESPREKEN
    assert uitleg(buiten) == (
        "De uitleg is 'Eén deelnemer, één stem', maar de stemmen zijn niet gelijk. "
        "Kijk na waarom onze stem groter is dan ons deel van de kosten."
    )
    assert getoetst(50, 20, Principe.GEWOGEN, uitleg=een_stem).uitkomst is Uitkomst.UITGELEGD


@given(stem=PROCENT, aandeel=PROCENT, band=PROCENT, reden=st.sampled_from(Reden), gelijk=st.booleans())
def test_een_uitleg_verandert_nooit_iets_binnen_de_band(
    stem: Decimal, aandeel: Decimal, band: Decimal, reden: Reden, gelijk: bool
) -> None:
    velden: dict[str, Any] = {"band": band, "gelijk": gelijk}
    zonder, met = (
        getoetst(stem, aandeel, **velden),
        getoetst(stem, aandeel, uitleg=replace(UITLEG, reden=reden), **velden),
    )
    assert met.verschil == zonder.verschil
    assert met.uitkomst is zonder.uitkomst or zonder.uitkomst is Uitkomst.BESPREKEN


GELIJK = "Elke deelnemer telt even zwaar."
ONGELIJK = "Elke deelnemer zou even zwaar tellen, maar de stemmen zijn niet gelijk."
GEEN_FOUT = "Dat is een principe, geen fout."
GEEN_REDEN = "In het register staat niet waarom onze stem"


@pytest.mark.parametrize(
    ("stem", "principe", "velden", "zin"),
    [
        (25, Principe.GEWOGEN, {}, "De stemmen zijn gewogen. Onze stem past bij ons deel van de kosten."),
        (
            50,
            Principe.GELIJK,
            {},
            f"{GELIJK} Daardoor weegt onze stem zwaarder dan ons deel van de kosten. {GEEN_FOUT}",
        ),
        (
            5,
            Principe.GELIJK,
            {"maat": Maat.INWONERS},
            f"{GELIJK} Daardoor weegt onze stem minder zwaar dan ons deel van de inwoners. {GEEN_FOUT}",
        ),
        (
            50,
            Principe.GELIJK,
            {"klopt": False},
            f"{ONGELIJK} Kijk na waarom onze stem groter is dan ons deel van de kosten.",
        ),
        (
            5,
            Principe.GEMENGD,
            {},
            f"Het hangt van het besluit af hoe de stemmen tellen. {GEEN_REDEN} kleiner is dan ons deel van de kosten.",
        ),
        (
            50,
            None,
            {},
            f"Hoe de stemmen zijn verdeeld, is niet vastgelegd. {GEEN_REDEN} groter is dan ons deel van de kosten.",
        ),
    ],
)
def test_de_zin_legt_de_uitkomst_uit(stem: int, principe: Principe | None, velden: Any, zin: str) -> None:
    assert uitleg(getoetst(stem, 20, principe, **velden)) == zin


@pytest.mark.parametrize(
    ("deelnemers", "stemming", "maat", "zin"),
    [
        ([Inbreng("B", stemmen=1, kosten=TIEN)], Stemming(None, 1, 2), Maat.KOSTEN,
         "Onze gemeente staat niet bij de deelnemers."),
        ([], Stemming(), Maat.KOSTEN, "Onze gemeente staat niet bij de deelnemers."),
        ([Inbreng("A", eigen=True, kosten=TIEN)], Stemming(), Maat.KOSTEN, "Onze stemmen zijn niet bekend."),
        ([Inbreng("A", eigen=True, kosten=TIEN)], Stemming(Principe.CONSENSUS), Maat.KOSTEN,
         "De deelnemers beslissen samen. Er zijn geen stemmen geteld."),
        ([Inbreng("A", eigen=True)], Stemming(None, 1, 2), Maat.KOSTEN, "Ons deel van de kosten is niet bekend."),
        ([Inbreng("A", eigen=True, kosten=TIEN)], Stemming(None, 1, 2), Maat.INWONERS,
         "Van geen van de deelnemers is het aantal inwoners bekend."),
        ([Inbreng("A", eigen=True, inwoners=9), Inbreng("P", gemeente=False)], Stemming(None, 1, 2), Maat.INWONERS,
         "P is geen gemeente. Daarom vergelijken wij de inwoners niet."),
    ],
)  # fmt: skip
def test_wat_niet_te_vergelijken_is_zegt_waarom(
    deelnemers: list[Inbreng], stemming: Stemming, maat: Maat, zin: str
) -> None:
    uitkomst = van(deelnemers, stemming, maat)
    assert (uitkomst.uitkomst, uitkomst.verschil, uitleg(uitkomst)) == (Uitkomst.ONVERGELIJKBAAR, None, zin)


def test_gelijke_stemmen_zijn_nooit_een_fout_en_ongelijke_zijn_geen_gelijke() -> None:
    wij = Inbreng("A", eigen=True, stemmen=1, kosten=Decimal(80))
    assert van([wij, Inbreng("B", stemmen=1)], Stemming(Principe.GELIJK, 1, 2)).uitkomst is Uitkomst.UITGELEGD
    assert van([wij, Inbreng("B", stemmen=4)], Stemming(Principe.GELIJK, 1, 5)).uitkomst is Uitkomst.BESPREKEN


def test_de_band_blijft_tussen_nul_en_honderd() -> None:
    assert getoetst(1, 5).grenzen == (Decimal(0), Decimal(15))
    assert getoetst(1, 95).grenzen == (Decimal(85), Decimal(100))
    assert van([Inbreng("A", eigen=True)], Stemming(None, 1, 2)).grenzen is None


@given(PROCENT, PROCENT, PROCENT, st.sampled_from([*Principe, None]))
def test_andersom_is_het_verschil_even_groot(stem: Decimal, deel: Decimal, band: Decimal, principe: Any) -> None:
    heen, terug = getoetst(stem, deel, principe, band=band), getoetst(deel, stem, principe, band=band)
    assert heen.verschil == -(terug.verschil or 0)
    assert heen.uitkomst is terug.uitkomst


@given(PROCENT, PROCENT, PROCENT)
def test_het_principe_van_gelijke_stemmen_vraagt_nooit_om_een_gesprek(stem: Decimal, deel: Decimal, band: Any) -> None:
    uitkomst = getoetst(stem, deel, Principe.GELIJK, band=band)
    assert uitkomst.uitkomst in (Uitkomst.BINNEN, Uitkomst.UITGELEGD)
    assert uitleg(uitkomst).startswith("Elke deelnemer telt even zwaar.")
    assert ("geen fout" in uitleg(uitkomst)) is (abs(stem - deel) > band)


@given(st.integers(1, 40), PROCENT, PROCENT)
def test_een_stem_per_deelnemer_vraagt_nooit_om_een_gesprek(aantal: int, kosten: Decimal, band: Decimal) -> None:
    deelnemers = [Inbreng(f"{n}", eigen=n == 0, stemmen=1, kosten=kosten) for n in range(aantal)]
    vergeleken = evenredigheid(deelnemers, Stemming(Principe.GELIJK, 1, aantal))
    assert toets(vergeleken, band).uitkomst in (Uitkomst.BINNEN, Uitkomst.UITGELEGD)


@given(st.lists(st.tuples(PROCENT, PROCENT, st.text(max_size=3)), max_size=12), st.randoms())
def test_het_grootste_verschil_staat_voorop_hoe_de_rij_ook_ligt(rijen: Any, toeval: Any) -> None:
    alle = [(getoetst(stem, deel), naam) for stem, deel, naam in rijen]
    alle.append((van([]), "zonder"))
    gezet = sorted(toeval.sample(alle, len(alle)), key=lambda rij: rang(*rij))
    assert [rang(*rij) for rij in gezet] == sorted(rang(*rij) for rij in alle)
    verschillen = [abs(toets.verschil) for toets, _ in gezet if toets.verschil is not None]
    assert verschillen == sorted(verschillen, reverse=True)
    assert gezet[-1][1] == "zonder"
