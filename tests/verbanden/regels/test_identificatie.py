import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbanden.regels.identificatie import (
    OngeldigKenmerk,
    Tooi,
    kvk_nummer,
    oin,
    oin_opmerking,
    rsin,
    tooi,
    voldoet_aan_elfproef,
)

# Source: record 'Stroomopwaarts MVS' in the Register van Overheidsorganisaties, export of 16 May 2026.
STROOMOPWAARTS = {
    "kvk": "62911872",
    "rsin": "855010496",
    "oin": "00000001855010496000",
    "tooi": "https://identifier.overheid.nl/tooi/id/so/so0851",
}


def rsin_bij(eerste_acht: str) -> str | None:
    """The RSIN that begins with eight digits: its ninth digit is their weighted sum modulo 11, if that is a digit."""
    rest = sum(int(cijfer) * gewicht for cijfer, gewicht in zip(eerste_acht, range(9, 1, -1), strict=True)) % 11
    return None if rest == 10 else f"{eerste_acht}{rest}"


geldige_rsins = (
    st.text("0123456789", min_size=8, max_size=8).map(rsin_bij).filter(lambda nummer: nummer not in (None, "0" * 9))
)


@pytest.mark.parametrize(("controle", "soort"), [(kvk_nummer, "kvk"), (rsin, "rsin"), (oin, "oin")])
def test_registered_identifiers_are_accepted(controle, soort):
    assert controle(STROOMOPWAARTS[soort]) == STROOMOPWAARTS[soort]


def test_registered_oin_holds_the_registered_rsin():
    assert oin_opmerking(STROOMOPWAARTS["oin"], STROOMOPWAARTS["rsin"]) == ""


def test_tooi_is_taken_apart_and_put_together():
    delen = tooi(STROOMOPWAARTS["tooi"])
    assert delen == Tooi(soort="so", code="so0851")
    assert delen.uri == STROOMOPWAARTS["tooi"]


@pytest.mark.parametrize(
    ("controle", "geschreven", "verwacht"),
    [
        (kvk_nummer, " 62.911.872 ", "62911872"),
        (rsin, "8550 10 496", "855010496"),
        (kvk_nummer, "01234567", "01234567"),
    ],
)
def test_separators_go_and_leading_zeros_stay(controle, geschreven, verwacht):
    assert controle(geschreven) == verwacht


@pytest.mark.parametrize("waarde", ["", "6291187", "629118720", "6291187a", "\u0661" * 8, "62911872\n", "\x0062911872"])
def test_wrong_kvk_is_refused(waarde):
    with pytest.raises(OngeldigKenmerk, match="8 cijfers"):
        kvk_nummer(waarde)


@pytest.mark.parametrize("waarde", ["", "85501049", "8550104960", "85501049x", "\u0661" * 9])
def test_rsin_of_wrong_shape_is_refused(waarde):
    with pytest.raises(OngeldigKenmerk, match="9 cijfers"):
        rsin(waarde)


@pytest.mark.parametrize("waarde", ["000000000", "855010497", "123456789"])
def test_rsin_that_fails_the_elfproef_is_refused(waarde):
    with pytest.raises(OngeldigKenmerk, match="elfproef"):
        rsin(waarde)


# 'I0000003343669660000' stands in the register as OIN of a joint ombudsman (export of 16 May 2026).
@pytest.mark.parametrize("waarde", ["", "0000000185501049600", "I0000003343669660000"])
def test_wrong_oin_is_refused(waarde):
    with pytest.raises(OngeldigKenmerk, match="20 cijfers"):
        oin(waarde)


@pytest.mark.parametrize(
    ("nummer", "bijbehorend", "deel"),
    [
        ("00000001855010497000", "", "elfproef"),
        ("00000001855010496000", "111222333", "ander"),
        ("00000003343669660000", "855010496", ""),
        ("00000001855010496001", "855010496", ""),
    ],
)
def test_structure_of_an_oin_only_gives_a_remark(nummer, bijbehorend, deel):
    opmerking = oin_opmerking(oin(nummer), bijbehorend)
    assert (deel in opmerking) if deel else opmerking == ""


@pytest.mark.parametrize(
    "waarde",
    [
        "",
        "gm0556",
        "http://identifier.overheid.nl/tooi/id/gemeente/gm0556",
        "https://identifier.overheid.nl.voorbeeld.nl/tooi/id/gemeente/gm0556",
        "https://identifier.overheid.nl/tooi/id/gemeente/gm0556/",
        "https://identifier.overheid.nl/tooi/id/gemeente/gm0556?x=1",
        "javascript:alert(1)//https://identifier.overheid.nl/tooi/id/gemeente/gm0556",
    ],
)
def test_wrong_tooi_is_refused(waarde):
    with pytest.raises(OngeldigKenmerk, match="TOOI"):
        tooi(waarde)


@given(geldige_rsins)
def test_every_number_with_the_right_check_digit_is_accepted(nummer):
    assert rsin(nummer) == nummer


@given(geldige_rsins, st.integers(0, 8), st.integers(1, 9))
def test_every_change_of_one_digit_is_noticed(nummer, plaats, verschil):
    ander = str((int(nummer[plaats]) + verschil) % 10)
    assert not voldoet_aan_elfproef(nummer[:plaats] + ander + nummer[plaats + 1 :])


@given(st.text(max_size=40))
def test_arbitrary_text_gives_a_value_or_the_one_error(tekst):
    for controle in (kvk_nummer, rsin, oin, tooi):
        with contextlib.suppress(OngeldigKenmerk):
            assert controle(tekst)
