"""Our own filling of the prestatieladder is whole, and what is changed in it stays whole or is told."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from governance.instrumenten import eigen_invulling
from governance.regels.prestatieladder.bewerking import met_nieuwe_trede, met_regel, met_trede
from governance.regels.prestatieladder.ladder import lees
from governance.regels.prestatieladder.toets import fouten

Maak = Callable[[dict[str, Any]], object]
TEKSTEN = {
    "naam": "Wens",
    "uitleg": "Wat wij wensen.",
    "toetsvraag": "Is het een wens?",
    "let_op": "Het is er nog niet.",
}


@pytest.fixture
def inhoud() -> dict[str, Any]:
    return copy.deepcopy(eigen_invulling("prestatieladder"))


def test_onze_vulling_is_heel_en_noemt_geen_gemeente(inhoud: dict[str, Any]) -> None:
    assert fouten(inhoud) == []
    ladder = lees(inhoud)
    assert [trede.nummer for trede in ladder.treden] == [1, 2, 3, 4, 5]
    assert all(trede.voorbeeld(hoek.id) for trede in ladder.treden for hoek in ladder.invalshoeken)
    assert "maassluis" not in str(inhoud).lower()
    assert len(ladder.toets) == 14


@pytest.mark.parametrize(
    ("maak_stuk", "melding"),
    [
        (lambda i: i.pop("treden"), "Dit bestand heeft niet de opbouw van een prestatieladder: KeyError 'treden'."),
        (lambda i: i["toets"][0].update(controle="gevoel"), "Dit bestand heeft niet de opbouw"),
        (lambda i: i["treden"].append(i["treden"][0]), "De trede inzet staat er 2 keer."),
        (lambda i: i["treden"][0].update(id="Inzet!"), "De trede Inzet! heeft geen geldige sleutel."),
        (lambda i: i["treden"][0].update(naam=" "), "Trede inzet mist een naam of een uitleg."),
        (lambda i: i["treden"].__delitem__(slice(1, None)), "Een ladder heeft minstens twee treden."),
        (lambda i: i["treden"][0]["voorbeelden"][0].update(invalshoek="geld"), "Een voorbeeld van trede inzet noemt"),
        (lambda i: i["toets"][1].update(velden=["kleur"]), "Regel t02 kijkt naar een gegeven dat een doel niet heeft"),
        (lambda i: i["toets"][1].update(velden=[]), "Regel t02 noemt geen gegeven om naar te kijken."),
        (lambda i: i["toets"][0].update(woorden=[" "]), "Regel t01 noemt geen woorden."),
        (lambda i: i["toets"][9].update(vanaf=6), "Regel t10 noemt een trede die er niet is: 6."),
        (lambda i: i["toets"][0].update(hulp=""), "Regel t01 zegt niet wat er mist of hoe het beter kan."),
        (lambda i: i["uitslag"].update(minimaal_adviezen=40), "Er kloppen nooit 40 adviezen: er zijn er 9."),
    ],
)
def test_wat_niet_klopt_wordt_gezegd(inhoud: dict[str, Any], maak_stuk: Maak, melding: str) -> None:
    maak_stuk(inhoud)
    gevonden = fouten(inhoud)
    assert gevonden
    assert gevonden[0].startswith(melding)


def test_bewerken_verandert_alleen_woorden(inhoud: dict[str, Any]) -> None:
    anders = met_trede(inhoud, "effect", teksten={**TEKSTEN, "id": "x"}, voorbeelden={"inhoud": {"goed": "Beter zo."}})
    trede = lees(anders).trede("effect")
    assert trede is not None
    assert (trede.naam, trede.voorbeelden[0].goed) == ("Wens", "Beter zo.")
    regel = lees(met_regel(inhoud, "t08", teksten={"soort": "verplicht"}, woorden=["mooi"])).toets[7]
    assert (regel.verplicht, regel.woorden, regel.kort) == (True, ("mooi",), "Geen vage woorden")
    assert fouten(anders) == []


@pytest.mark.parametrize("plek", [1, 3, 6])
def test_een_trede_erbij_schuift_de_andere_op(inhoud: dict[str, Any], plek: int) -> None:
    nieuw = lees(met_nieuwe_trede(inhoud, TEKSTEN, plek))
    assert [trede.nummer for trede in nieuw.treden] == [1, 2, 3, 4, 5, 6]
    assert nieuw.treden[plek - 1].id == "wens"
    assert len(inhoud["treden"]) == 5
