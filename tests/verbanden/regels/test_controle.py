"""Cross-checks on figures."""

from decimal import Decimal as D

import pytest

from verbanden.regels.controle import Aansluiting, Bedragen, Bevinding, Resultaatverschil, Sprong, controleer


@pytest.mark.parametrize(
    ("nu", "toen", "gevonden"),
    [
        ({}, {}, {}),
        ({"belang_begin": D(18)}, {"belang_eind": D(18)}, {}),
        ({"belang_begin": D(18)}, {"belang_eind": D(19)}, {"belang": Aansluiting(D(18), D(19))}),
        ({"belang_begin": D(18)}, {"belang_eind": None}, {}),
        (
            {"eigen_vermogen_begin": D(4), "eigen_vermogen_eind": D(5), "resultaat": D(1)},
            {"eigen_vermogen_eind": D(4)},
            {},
        ),
        (
            {"eigen_vermogen_begin": D(4), "eigen_vermogen_eind": D(5), "resultaat": D(-2)},
            {},
            {"resultaat": Resultaatverschil(D(-2), D(1))},
        ),
        ({"bijdrage": D(119)}, {"bijdrage": D(100)}, {}),
        ({"bijdrage": D(120)}, {"bijdrage": D(100)}, {"bijdrage": Sprong(D(20))}),
        ({"bijdrage": D(50)}, {"bijdrage": D(100)}, {"bijdrage": Sprong(D(-50))}),
        ({"bijdrage": D(50)}, {"bijdrage": D(0)}, {}),
    ],
)
def test_controles(nu: Bedragen, toen: Bedragen, gevonden: dict[str, Bevinding]) -> None:
    assert controleer(nu, toen) == gevonden
