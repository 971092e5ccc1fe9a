"""Our own filling of the evaluatiekader is whole, and what is changed in it stays whole or is told."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from evaluatie.models.evaluatie import Stap
from evaluatie.models.evaluatieoordeel import Waardering
from governance.instrumenten import eigen_invulling
from governance.regels.evaluatiekader.bewerking import met_criterium, met_nieuw_criterium
from governance.regels.evaluatiekader.kader import FASEN, OORDELEN, STAPPEN, lees
from governance.regels.evaluatiekader.toets import fouten

Maak = Callable[[dict[str, Any]], object]


@pytest.fixture
def inhoud() -> dict[str, Any]:
    return copy.deepcopy(eigen_invulling("evaluatiekader"))


def test_onze_vulling_is_heel_en_noemt_geen_gemeente(inhoud: dict[str, Any]) -> None:
    assert fouten(inhoud) == []
    kader = lees(inhoud)
    assert "maassluis" not in str(inhoud).lower()
    assert {fase: len(kader.standaard(fase)) for fase in FASEN} == {"aangaan": 5, "bestaand": 8, "beeindigen": 5}
    assert [thema.id for thema, _ in kader.per_thema(["risicos_beheerst", "doelen_gehaald"])] == [
        "doelbereik",
        "risico",
    ]


def test_de_stappen_en_de_schaal_zijn_die_van_een_evaluatie() -> None:
    assert list(STAPPEN) == Stap.values
    assert list(OORDELEN) == Waardering.values


@pytest.mark.parametrize(
    ("maak_stuk", "melding"),
    [
        (lambda i: i.pop("themas"), "Dit bestand heeft niet de opbouw van een evaluatiekader: KeyError 'themas'."),
        (lambda i: i["stappen"][0].update(dag="einde"), "Dit bestand heeft niet de opbouw"),
        (lambda i: i["stappen"][0].update(dag="02-29"), "De dag van stap opzet bestaat niet."),
        (lambda i: i["stappen"].reverse(), "Een evaluatie heeft precies deze stappen"),
        (lambda i: i["schaal"].pop(), "De schaal heeft precies deze woorden"),
        (lambda i: i["schaal"][0].update(waarde=None), "Het oordeel onvoldoende heeft geen goede waarde."),
        (lambda i: i["criteria"].append(i["criteria"][0]), "Het criterium meerwaarde_opgeschreven staat er 2 keer."),
        (lambda i: i["themas"][0].update(id="Meer!"), "Het thema Meer! heeft geen geldige sleutel."),
        (lambda i: i["criteria"][0].update(thema="geld"), "Criterium meerwaarde_opgeschreven hoort bij een thema"),
        (lambda i: i["criteria"][0].update(fasen=["ooit"]), "Criterium meerwaarde_opgeschreven noemt geen fase"),
        (lambda i: i["criteria"][0].update(vraag=" "), "Criterium meerwaarde_opgeschreven mist een naam of een vraag."),
        (lambda i: i["criteria"][0].update(bewijs=[]), "Criterium meerwaarde_opgeschreven zegt niet welk bewijs"),
        (lambda i: i["criteria"][0]["woorden"].pop("goed"), "Criterium meerwaarde_opgeschreven zegt niet wat elk"),
        (lambda i: [een.update(standaard=False) for een in i["criteria"]], "Voor de fase aangaan staat geen enkel"),
    ],
)
def test_wat_niet_klopt_wordt_gezegd(inhoud: dict[str, Any], maak_stuk: Maak, melding: str) -> None:
    maak_stuk(inhoud)
    gevonden = fouten(inhoud)
    assert gevonden
    assert gevonden[0].startswith(melding)


def test_een_criterium_veranderen_en_erbij(inhoud: dict[str, Any]) -> None:
    waarden = {**inhoud["criteria"][0], "criterium": "Wij leren ervan", "id": "x"}
    anders = lees(met_criterium(inhoud, "geleerd", waarden)).criteria["geleerd"]
    assert (anders.naam, anders.thema) == ("Wij leren ervan", "meerwaarde")
    erbij = met_nieuw_criterium(inhoud, waarden)
    assert lees(erbij).criteria["wij_leren_ervan"].naam == "Wij leren ervan"
    assert fouten(erbij) == []
    assert "wij_leren_ervan" not in lees(inhoud).criteria
