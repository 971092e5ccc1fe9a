"""The table of legal data: the source of each row, the letters, and what a later law does to it."""

import re
from dataclasses import replace

import pytest

from tests.verbanden.regels.bbv.partijen import BEGROTING, JAARSTUKKEN
from verbanden.regels.bbv.eisen import EERSTE_JAAR, EISEN, Eis, eis, vereist
from verbanden.regels.bbv.partij import Documentsoort

# Our summary of the BBV (BWBR0014606): letter, article and what the list must say of each party.
BEIDE = [
    ("categorie", "", "BBV art. 15 lid 1 b"),  # the list is in four parts, in this order
    ("naam", "", "BBV art. 15 (oud art. 69)"),  # name: from the old art. 69
    ("vestigingsplaats", "", "BBV art. 15 (oud art. 69)"),  # and the place
    ("wijze_van_belang", "a", "BBV art. 15 lid 2 a"),  # the way the municipality has an interest
    ("openbaar_belang", "a", "BBV art. 15 lid 2 a"),  # and the public interest it serves
    ("belang", "b", "BBV art. 15 lid 2 b"),  # the interest at the start and the (expected) end of the year
    ("eigen_vermogen", "c", "BBV art. 15 lid 2 c"),  # equity at start and end
    ("vreemd_vermogen", "c", "BBV art. 15 lid 2 c"),  # debt at start and end
    ("resultaat", "d", "BBV art. 15 lid 2 d"),  # the financial result of the year
    ("risicos", "e", "BBV art. 15 lid 2 e"),  # the risks in the sense of art. 11 lid 1 b
    ("programmas", "", "BBV art. 8 lid 3 b"),  # the part that parties play in each programme
]
ALLEEN_JAARSTUKKEN = [("wijzigingen", "", "BBV art. 26")]  # the accounts tell what changed


@pytest.mark.parametrize(("soort", "verwacht"), [(BEGROTING, BEIDE), (JAARSTUKKEN, BEIDE + ALLEEN_JAARSTUKKEN)])
def test_wat_de_wet_vraagt(soort: Documentsoort, verwacht: list[tuple[str, str, str]]) -> None:
    assert [(rij.sleutel, rij.letter, rij.artikel) for rij in vereist(soort, 2027)] == verwacht


@pytest.mark.parametrize("rij", EISEN, ids=lambda rij: rij.sleutel)
def test_elke_rij_noemt_haar_bron_en_haar_grens(rij: Eis) -> None:
    assert re.fullmatch(r"BBV art\. \d+.*", rij.artikel)
    assert rij.letter == "" or rij.artikel.endswith(f"lid 2 {rij.letter}")
    assert rij.zeker in ("V", "O")
    assert rij.omschrijving.endswith(".")
    assert rij.niet_gemodelleerd.endswith(".")
    assert rij.onderdeel in ("kenmerken", "belang", "motieven", "programmas", "cijfers", "risicos")


def test_alleen_artikel_26_is_nog_niet_gelezen() -> None:
    assert [rij.artikel for rij in EISEN if rij.zeker == "O"] == ["BBV art. 26"]


@pytest.mark.parametrize("soort", Documentsoort)
def test_een_jaar_zonder_regels_is_niet_stil_volledig(soort: Documentsoort) -> None:
    assert vereist(soort, EERSTE_JAAR)
    with pytest.raises(ValueError, match="no rules"):
        vereist(soort, EERSTE_JAAR - 1)


def test_een_nieuwe_wet_is_een_nieuwe_rij() -> None:
    later = replace(eis("naam", BEGROTING, 2027), artikel="BBV art. 99", geldig_vanaf=2030)
    weg = replace(eis("resultaat", BEGROTING, 2027), soorten=frozenset(), geldig_vanaf=2031)
    tabel = (later, weg, *EISEN)
    assert vereist(BEGROTING, 2029, eisen=tabel) == vereist(BEGROTING, 2029)
    assert [rij.artikel for rij in vereist(BEGROTING, 2030, eisen=tabel) if rij.sleutel == "naam"] == ["BBV art. 99"]
    assert "resultaat" not in [rij.sleutel for rij in vereist(BEGROTING, 2031, eisen=tabel)]
