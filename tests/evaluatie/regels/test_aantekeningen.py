"""Notes are what a version adds: told by a table, and proved over every way to add a line above or below."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluatie.regels.aantekeningen import Aantekening, Versie, aantekeningen, klaar_sinds

DAG = date(2025, 9, 1)


def versies(*teksten: str) -> list[Versie]:
    return [Versie(DAG + timedelta(days=nummer), "bezig", tekst) for nummer, tekst in enumerate(teksten)]


@pytest.mark.parametrize(
    ("teksten", "notities"),
    [
        ((), []),
        (("",), []),
        (("Begonnen.",), ["Begonnen."]),
        (("", "Begonnen.", "Begonnen."), ["Begonnen."]),
        (("Begonnen.", "Begonnen.\nHalf klaar."), ["Begonnen.", "Half klaar."]),
        (("Begonnen.", "Half klaar.\n\nBegonnen."), ["Begonnen.", "Half klaar."]),
        (("Begonnen.", "Iets heel anders."), ["Begonnen.", "Iets heel anders."]),
        (("Begonnen.", "", "Begonnen."), ["Begonnen.", "Begonnen."]),
        (("  \n ",), []),
    ],
)
def test_een_aantekening_is_wat_erbij_kwam(teksten: tuple[str, ...], notities: list[str]) -> None:
    assert [een.tekst for een in aantekeningen(versies(*teksten))] == notities


@given(st.lists(st.tuples(st.text(alphabet="abc", min_size=1, max_size=6), st.booleans()), max_size=8))
def test_wie_steeds_een_regel_toevoegt_vindt_elke_regel_een_keer_terug(regels: list[tuple[str, bool]]) -> None:
    tekst, alle = "", []
    for nummer, (woord, boven) in enumerate(regels):
        regel = f"{nummer}: {woord}"
        tekst = "\n".join(filter(None, (regel, tekst) if boven else (tekst, regel)))
        alle.append(tekst)
    gevonden = list(aantekeningen(versies(*alle)))
    assert gevonden == [
        Aantekening(DAG + timedelta(days=nummer), f"{nummer}: {woord}") for nummer, (woord, _) in enumerate(regels)
    ]


@pytest.mark.parametrize(
    ("standen", "dag"),
    [
        ("", None),
        ("gb", None),
        ("gbk", 2),
        ("gbkk", 2),
        ("gbkb", None),
        ("gbkbk", 4),
    ],
)
def test_klaar_telt_vanaf_de_laatste_keer(standen: str, dag: int | None) -> None:
    rijen = [Versie(DAG + timedelta(days=nummer), letter, "") for nummer, letter in enumerate(standen)]
    assert klaar_sinds(rijen, "k") == (None if dag is None else DAG + timedelta(days=dag))
