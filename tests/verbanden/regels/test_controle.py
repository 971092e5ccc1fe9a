"""Cross-checks on figures."""

from decimal import Decimal

import pytest

from verbanden.regels.controle import Aansluiting, Bedragen, Bevinding, Resultaatverschil, Sprong, controleer


@pytest.mark.parametrize(
    ("nu", "toen", "gevonden"),
    [
        ({}, {}, {}),
        ({"belang_begin": Decimal(18)}, {"belang_eind": Decimal(18)}, {}),
        (
            {"belang_begin": Decimal(18)},
            {"belang_eind": Decimal(19)},
            {"belang": Aansluiting(Decimal(18), Decimal(19))},
        ),
        ({"belang_begin": Decimal(18)}, {"belang_eind": None}, {}),
        (
            {"eigen_vermogen_begin": Decimal(4), "eigen_vermogen_eind": Decimal(5), "resultaat": Decimal(1)},
            {"eigen_vermogen_eind": Decimal(4)},
            {},
        ),
        (
            {"eigen_vermogen_begin": Decimal(4), "eigen_vermogen_eind": Decimal(5), "resultaat": Decimal(-2)},
            {},
            {"resultaat": Resultaatverschil(Decimal(-2), Decimal(1))},
        ),
        ({"bijdrage": Decimal(110)}, {"bijdrage": Decimal(100)}, {}),
        ({"bijdrage": Decimal(120)}, {"bijdrage": Decimal(100)}, {"bijdrage": Sprong(Decimal(20))}),
        ({"bijdrage": Decimal(50)}, {"bijdrage": Decimal(100)}, {"bijdrage": Sprong(Decimal(-50))}),
        ({"bijdrage": Decimal(50)}, {"bijdrage": Decimal(0)}, {}),
    ],
)
def test_controles(nu: Bedragen, toen: Bedragen, gevonden: dict[str, Bevinding]) -> None:
    assert controleer(nu, toen, drempel=Decimal(10)) == gevonden


def test_de_drempel_van_de_gemeente_geldt() -> None:
    nu, toen = {"bijdrage": Decimal(108)}, {"bijdrage": Decimal(100)}
    assert controleer(nu, toen, drempel=Decimal(5)) == {"bijdrage": Sprong(Decimal(8))}
    assert controleer(nu, toen, drempel=Decimal(8)) == {}
