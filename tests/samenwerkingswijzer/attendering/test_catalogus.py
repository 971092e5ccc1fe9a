"""The rules as data: complete, in words, each with a finder or openly waiting for facts."""

from __future__ import annotations

from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.attendering.catalogus import GRENZEN, catalogus, ernstwoorden, groepen, regels, wachtend
from samenwerkingswijzer.attendering.signaal import Ernst, Signaal, Signaalregel
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.rechten import Rol

# Rules without a finder, because the portal does not have their facts yet. This list may only become shorter.
WACHT: set[str] = set()
# Rules that are never about a partnership.
ZONDER_VERBAND = {"artikel_nakijken"}
REGELS = pytest.mark.parametrize("regel", catalogus().values(), ids=lambda regel: regel.sleutel)


def test_elke_regel_heeft_een_vinder_of_wacht_openlijk() -> None:
    assert {regel.sleutel for regel in wachtend()} == WACHT
    assert register.signaalregels == {regel.sleutel for regel in regels()}


@REGELS
def test_een_regel_is_heel(regel: Signaalregel) -> None:
    for tekst in (regel.zin, regel.reden, regel.doen):
        assert tekst.endswith((".", "{uitleg}")), tekst
    assert regel.naam
    assert regel.bron
    assert regel.bewijs
    assert regel.voor
    assert regel.voor <= set(Rol.values)
    assert regel.groep in groepen()
    assert regel.ernst in ernstwoorden()
    assert (regel.sleutel in ZONDER_VERBAND) != ("verband" in _velden(regel))


def _velden(regel: Signaalregel) -> set[str]:
    """The fields in the sentence of a rule."""
    return {veld for _, veld, _, _ in Formatter().parse(regel.zin) if veld}


@REGELS
def test_de_standaard_ligt_binnen_de_grenzen(regel: Signaalregel) -> None:
    if regel.drempel:
        laagste, hoogste = GRENZEN[regel.drempel.eenheid]
        assert laagste <= regel.drempel.standaard <= hoogste


def signaal(*oorzaak: str, verband: str = "Verband", regel: str = "status_oud", verband_id: int = 1) -> Signaal:
    """A signal with this cause."""
    waarden = {"verband": verband, "datum": "1 mei 2026", "maanden": "7"}
    return Signaal(catalogus()[regel], verband_id, waarden, oorzaak, "/")


@given(st.lists(st.text(max_size=20), max_size=4), st.lists(st.text(max_size=20), max_size=4))
def test_dezelfde_oorzaak_is_hetzelfde_signaal_en_een_andere_niet(een: list[str], twee: list[str]) -> None:
    schoon = ["\x1f" not in deel for deel in (*een, *twee)]
    gelijk = signaal(*een).sleutel == signaal(*twee, verband="Anders genoemd").sleutel
    assert gelijk == (een == twee) or not all(schoon)


def test_verband_en_regel_horen_bij_het_signaal() -> None:
    een = signaal("a")
    assert een.sleutel != signaal("a", verband_id=2).sleutel
    assert een.merk != signaal("a", regel="geen_accounthouder").merk


@given(st.text(max_size=60))
def test_wat_in_een_naam_staat_blijft_tekst(naam: str) -> None:
    assert signaal("a", verband=naam).zin == f"De stand van zaken van {naam} is van 1 mei 2026: 7 maanden oud."


def test_dringend_gaat_voor() -> None:
    assert sorted(Ernst, key=lambda ernst: ernst.rang) == [Ernst.DRINGEND, Ernst.AANDACHT, Ernst.INFO]
