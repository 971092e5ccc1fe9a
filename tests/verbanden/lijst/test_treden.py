"""The stairs: one step is next, and only what is possible is offered."""

from itertools import product

import pytest

from verbanden.lijst.treden import KLAAR, LATER, NU, Actie, Stand, trap

MAG = {"mag_samenstellen": True, "mag_vaststellen": True}


@pytest.mark.parametrize(
    ("stand", "kop", "acties", "staten"),
    [
        (Stand("", 3, 2, **MAG), "Deze lijst is nog niet begonnen", (Actie.BEGIN,), (NU, LATER, LATER, LATER)),
        (Stand("", 0, 0, **MAG), "Deze lijst is nog niet begonnen", (Actie.BEGIN,), (NU, LATER, LATER, LATER)),
        (Stand("concept", 3, 0, **MAG), "Vaststellen kan nog niet", (), (NU, LATER, LATER, LATER)),
        (Stand("concept", 0, 1, **MAG), "Vaststellen kan nog niet", (), (NU, LATER, LATER, LATER)),
        (Stand("concept", 0, 0, **MAG), "De lijst kan klaarstaan", (Actie.KLAARZETTEN,), (KLAAR, NU, LATER, LATER)),
        (
            Stand("klaargezet", 0, 0, **MAG),
            "De lijst staat klaar",
            (Actie.VASTSTELLEN, Actie.TERUGZETTEN),
            (KLAAR, KLAAR, NU, LATER),
        ),
        (
            Stand("klaargezet", 0, 0, eigen=True, **MAG),
            "Wacht op iemand anders",
            (Actie.TERUGZETTEN,),
            (KLAAR, KLAAR, NU, LATER),
        ),
        (
            Stand("klaargezet", 1, 0, **MAG),
            "Vaststellen kan nog niet",
            (Actie.TERUGZETTEN,),
            (NU, LATER, LATER, LATER),
        ),
        (
            Stand("vastgesteld", 0, 0, **MAG),
            "Deze lijst is vastgesteld",
            (Actie.CORRIGEREN,),
            (KLAAR, KLAAR, KLAAR, KLAAR),
        ),
    ],
)
def test_trap(stand: Stand, kop: str, acties: tuple[Actie, ...], staten: tuple[str, ...]) -> None:
    gevonden = trap(stand)
    assert (gevonden.kop, gevonden.acties) == (kop, acties)
    assert tuple(trede.staat for trede in gevonden.treden) == staten


@pytest.mark.parametrize(
    ("ontbreekt", "teksten", "zin"),
    [
        (1, 0, "Nog 1 gegeven."),
        (17, 1, "Nog 17 gegevens en 1 tekst."),
        (0, 2, "Nog 2 teksten."),
        (0, 0, "Alle wettelijke gegevens en teksten zijn er."),
    ],
)
def test_wat_er_nog_nodig_is(ontbreekt: int, teksten: int, zin: str) -> None:
    assert trap(Stand("concept", ontbreekt, teksten)).treden[0].uitleg == zin


def test_zonder_recht_is_er_niets_te_doen() -> None:
    for status, open_ in product(("", "concept", "klaargezet", "vastgesteld"), (0, 1)):
        assert trap(Stand(status, open_, 0)).acties == ()


def test_wie_zelf_klaarzette_leest_waarom_een_ander_moet() -> None:
    uitleg = trap(Stand("klaargezet", 0, 0, eigen=True, **MAG)).treden[2].uitleg
    assert uitleg == "U zette de lijst klaar of bewerkte haar het laatst. Iemand anders stelt haar vast."
