"""Two roles with one office or with more; and honestly when it cannot be seen."""

import pytest

from governance.regels.meerogen import Ogen, meerogen

BEIDE = "eigenaar en opdrachtgever"
ZORG, GELD = "wethouder zorg", "wethouder financiën"


@pytest.mark.parametrize(
    ("rollen", "stemmers", "houder", "uitkomst", "zin"),
    [
        ("", [ZORG], ZORG, Ogen.ONBEKEND, "Niet te zien: onze rollen zijn niet vastgelegd."),
        ("deelnemer", [ZORG], ZORG, Ogen.EEN_ROL, "Wij zijn hier niet eigenaar én opdrachtgever."),
        ("eigenaar, geen opdrachtgever", [ZORG], ZORG, Ogen.EEN_ROL, "Wij zijn hier niet eigenaar én opdrachtgever."),
        (BEIDE, [], ZORG, Ogen.NIET_TE_ZIEN, "Wie namens ons stemt, is niet vastgelegd."),
        (BEIDE, [" "], ZORG, Ogen.NIET_TE_ZIEN, "Wie namens ons stemt, is niet vastgelegd."),
        (BEIDE, [ZORG], "", Ogen.NIET_TE_ZIEN, "Wie de portefeuille heeft, is niet bekend."),
        (BEIDE, [ZORG, " Wethouder  Zorg"], "WETHOUDER ZORG", Ogen.ZELFDE,
         "Wethouder zorg stemt namens ons én heeft de portefeuille. Het register noemt verder niemand."),
        (BEIDE, [ZORG], GELD, Ogen.MEER,
         "Betrokken zijn 2 functies: wethouder zorg, wethouder financiën. Wie welke rol heeft, is niet vastgelegd."),
        (BEIDE, [ZORG, GELD], ZORG, Ogen.MEER,
         "Betrokken zijn 2 functies: wethouder zorg, wethouder financiën. Wie welke rol heeft, is niet vastgelegd."),
    ],
)  # fmt: skip
def test_wat_het_register_laat_zien(rollen: str, stemmers: list[str], houder: str, uitkomst: Ogen, zin: str) -> None:
    gezien = meerogen(rollen, stemmers, houder)
    assert (gezien.uitkomst, gezien.zin) == (uitkomst, zin)


@pytest.mark.parametrize(
    "rollen",
    [
        "Eigenaar en opdrachtgever",
        "mede-eigenaar, opdrachtgever",
        "opdrachtgever; aandeelhouder",
        "EIGENAAR/OPDRACHTGEVER",
        "medeopdrachtgever en mede-aandeelhouder",
    ],
)
def test_beide_rollen_worden_herkend(rollen: str) -> None:
    assert meerogen(rollen, [ZORG], ZORG).uitkomst is Ogen.ZELFDE
