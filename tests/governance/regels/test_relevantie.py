"""The handreiking politieke relevantie: cases with the class that people of the field expect, and what always holds."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.instrument import WEET_NIET
from governance.regels.relevantie.handreiking import lees
from governance.regels.relevantie.toets import fouten
from governance.regels.relevantie.voorstel import stel_voor
from verbanden.models import Klasse
from verbanden.models.keuzes import Reden

INHOUD: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[3] / "governance" / "instrumenten" / "politieke_relevantie.yaml").read_text("utf-8")
)
HANDREIKING = lees(INHOUD)
GEVALLEN: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "relevantie.yaml").read_text("utf-8"))[
    "voorbeelden"
]
antwoorden = st.fixed_dictionaries(
    {vraag.id: st.sampled_from([optie.id for optie in vraag.opties]) for vraag in HANDREIKING.vragen}
)


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["id"] for geval in GEVALLEN])
def test_elk_geval_krijgt_de_klasse_die_een_kenner_verwacht(geval: dict[str, Any]) -> None:
    voorstel = stel_voor(HANDREIKING, geval["antwoorden"])
    assert (voorstel.klasse.id, voorstel.genoeg) == (geval["verwacht"], True)


# Counted by hand on the twelve questions: political and administrative points of 36.
@pytest.mark.parametrize(
    ("geval", "verwacht"),
    [
        ("vb_zeer", (80, 91, "a1", ())),  # 3+2+3+2+1+3+3+3+3+2+3+1 = 29; 3+3+3+3+2+3+3+2+3+2+3+3 = 33
        ("vb_ambtelijk", (0, 2, "a4", ())),  # 0; only the raad can change little: 1
    ],
)
def test_de_telling_met_de_hand_nagerekend(geval: str, verwacht: tuple[int, int, str, tuple[str, ...]]) -> None:
    gegeven = next(een["antwoorden"] for een in GEVALLEN if een["id"] == geval)
    voorstel = stel_voor(HANDREIKING, gegeven)
    tillers = tuple(grens.id for grens in voorstel.opgetild_door)
    assert (voorstel.politiek, voorstel.bestuurlijk, voorstel.telregel.id, tillers) == verwacht


def test_een_ondergrens_tilt_op_en_zegt_waarom() -> None:
    licht = dict(next(een["antwoorden"] for een in GEVALLEN if een["id"] == "vb_ambtelijk"))
    voorstel = stel_voor(HANDREIKING, {**licht, "keuzevraagstuk": "een"})
    assert (voorstel.telregel.klasse, voorstel.klasse.id) == ("ambtelijk_belangrijk", "politiek_belangrijk")
    assert [grens.reden for grens in voorstel.opgetild_door] == [
        "Zodra er een politieke keuze ligt, is de raad aan zet."
    ]


def test_zonder_antwoorden_is_er_te_weinig_om_voor_te_stellen() -> None:
    voorstel = stel_voor(HANDREIKING, {})
    assert (voorstel.klasse.id, voorstel.genoeg, voorstel.politiek) == ("ambtelijk_belangrijk", False, 0)
    assert len(voorstel.open) == 12


def test_de_woorden_zijn_die_van_het_register() -> None:
    assert [klasse.id for klasse in HANDREIKING.klassen] == list(Klasse.values)
    assert {een.reden for een in HANDREIKING.afleidingen} <= set(Reden.values)


@given(antwoorden, st.randoms(use_true_random=False))
def test_de_volgorde_maakt_niets_uit_en_weet_niet_telt_niet(gegeven: dict[str, str], toeval: random.Random) -> None:
    paren = list(gegeven.items())
    toeval.shuffle(paren)
    zonder = {vraag: optie for vraag, optie in paren if optie != WEET_NIET}
    assert stel_voor(HANDREIKING, dict(paren)) == stel_voor(HANDREIKING, gegeven) == stel_voor(HANDREIKING, zonder)


@given(antwoorden)
def test_nooit_lichter_dan_een_ondergrens_en_nooit_lichter_dan_de_telling(gegeven: dict[str, str]) -> None:
    voorstel = stel_voor(HANDREIKING, gegeven)
    zwaarte = HANDREIKING.zwaarte(voorstel.klasse.id)
    grenzen = [
        grens.klasse
        for grens in HANDREIKING.ondergrenzen
        if all(gegeven[vraag] == optie for vraag, optie in grens.als.items())
    ]
    assert zwaarte == max(HANDREIKING.zwaarte(klasse) for klasse in [voorstel.telregel.klasse, *grenzen])
    assert 0 <= voorstel.politiek <= 100
    assert 0 <= voorstel.bestuurlijk <= 100


@given(antwoorden, st.sampled_from(HANDREIKING.vragen), st.data())
def test_een_zwaarder_antwoord_telt_nooit_lichter(gegeven: dict[str, str], vraag: Any, data: st.DataObject) -> None:
    telt = [optie for optie in vraag.opties if optie.id != WEET_NIET]
    een, ander = data.draw(st.sampled_from(telt)), data.draw(st.sampled_from(telt))
    if (een.politiek, een.bestuurlijk) > (ander.politiek, ander.bestuurlijk):
        een, ander = ander, een
    licht, zwaar = (stel_voor(HANDREIKING, {**gegeven, vraag.id: optie.id}) for optie in (een, ander))
    assert licht.politiek <= zwaar.politiek
    if een.bestuurlijk <= ander.bestuurlijk:
        assert HANDREIKING.zwaarte(licht.telregel.klasse) <= HANDREIKING.zwaarte(zwaar.telregel.klasse)


def test_onze_vulling_is_heel() -> None:
    assert fouten(INHOUD) == []


@pytest.mark.parametrize(
    ("maak_stuk", "melding"),
    [
        (lambda i: i.pop("vragen"), "heeft niet de opbouw van een handreiking"),
        (lambda i: i["vragen"].append(i["vragen"][0]), "De vraag maatschappelijk_effect staat er 2 keer."),
        (lambda i: i["vragen"][0]["opties"].pop(), "mist het antwoord 'weet ik nog niet'"),
        (lambda i: i["vragen"][0]["opties"][0].update(politiek=4), "heeft punten buiten 0 tot en met 3"),
        (lambda i: i["advies"]["telling"][0].update(klasse="verzonnen"), "noemt een klasse die er niet is: verzonnen"),
        (lambda i: i["advies"]["telling"].pop(), "De laatste regel van de telling moet altijd gelden."),
        (lambda i: i["advies"]["altijd_minstens"][0].update(als={"geld": "veel"}), "geld is veel"),
    ],
)
def test_wat_niet_klopt_wordt_gezegd(maak_stuk: Any, melding: str) -> None:
    inhoud = copy.deepcopy(INHOUD)
    maak_stuk(inhoud)
    assert any(melding in fout for fout in fouten(inhoud))
