"""Adding to an instrument and taking away: the other way round gives the same content, and ids never change."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.instrumenten import eigen_invulling
from governance.regels import uitbreiding as u
from governance.regels.instrument import Soort
from governance.regels.toets import fouten

KADER: dict[str, Any] = eigen_invulling("afwegingskader")
ZELF: dict[str, Any] = eigen_invulling("zelf_doen_of_samenwerken")
INHOUD = st.sampled_from([KADER, ZELF])
rustig = settings(deadline=None, max_examples=40)
TEKST = st.text(min_size=1, max_size=60).filter(lambda tekst: tekst.strip())
TEKSTEN_KEUZE = {
    "uitleg": "Een. Twee.",
    "past_als": "altijd.",
    "vraagt_van_ons": "tijd.",
    "let_op": "",
    "grondslag": "",
}
WET = {"werking": "waarschuwen", "zekerheid": "te_controleren", "artikel": "Wet, artikel 1", "reden": "Zo is het."}


def ids(inhoud: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every id with the place it has, in order."""
    for vraag in inhoud["kenmerken"]:
        yield "vraag", vraag["id"]
        yield from ((f"antwoord bij {vraag['id']}", optie["id"]) for optie in vraag["opties"])
    for soort, rijen in inhoud["repertoire"].items():
        yield from ((soort, rij["id"]) for rij in rijen)
    for lijst in ("matchregels", "harde_regels", "basisregels"):
        yield from ((lijst, rij["id"]) for rij in inhoud[lijst])


def erbij(voor: dict[str, Any], na: dict[str, Any]) -> list[str]:
    """The ids that came; nothing else may have moved."""
    nieuw = set(ids(na)) - set(ids(voor))
    assert [paar for paar in ids(na) if paar not in nieuw] == list(ids(voor))
    return [id_ for _, id_ in ids(na) if any(id_ == een for _, een in nieuw)]


@rustig
@given(inhoud=INHOUD, woorden=TEKST, antwoorden=st.lists(TEKST, min_size=2, max_size=6))
def test_een_vraag_erbij_en_weer_weg_is_hetzelfde(inhoud: dict[str, Any], woorden: str, antwoorden: list[str]) -> None:
    oud = copy.deepcopy(inhoud)
    teksten = dict.fromkeys(("vraag", "toelichting", "waarom"), woorden)
    nieuw = u.met_nieuwe_vraag(inhoud, teksten=teksten, groep="tijd", antwoorden=antwoorden)
    assert (fouten(nieuw), inhoud) == ([], oud)
    erbij(inhoud, nieuw)
    assert len(nieuw["kenmerken"][-1]["opties"]) == len(antwoorden) + 1
    assert u.zonder_vraag(nieuw, nieuw["kenmerken"][-1]["id"]) == oud


@rustig
@given(inhoud=INHOUD, tekst=TEKST, data=st.data())
def test_een_antwoord_erbij_en_weer_weg_is_hetzelfde(inhoud: dict[str, Any], tekst: str, data: Any) -> None:
    oud = copy.deepcopy(inhoud)
    kenmerk = data.draw(st.sampled_from([rij["id"] for rij in inhoud["kenmerken"]]))
    nieuw = u.met_optie(inhoud, kenmerk, tekst)
    opties = next(rij["opties"] for rij in nieuw["kenmerken"] if rij["id"] == kenmerk)
    assert (fouten(nieuw), opties[-1]["id"], inhoud) == ([], "weet_niet", oud)
    erbij(inhoud, nieuw)
    assert u.zonder_optie(nieuw, kenmerk, opties[-2]["id"]) == oud


@rustig
@given(soort=st.sampled_from(Soort), naam=TEKST)
def test_een_keuze_erbij_en_weer_weg_is_hetzelfde(soort: Soort, naam: str) -> None:
    oud = copy.deepcopy(KADER)
    nieuw = u.met_nieuwe_keuze(KADER, soort, {"naam": naam, **TEKSTEN_KEUZE})
    keuze = nieuw["repertoire"][soort.value][-1]["id"]
    assert fouten(nieuw, concept=True) == []
    assert fouten(nieuw) == [f"Over keuze {keuze} gaat geen enkele regel."]
    erbij(KADER, nieuw)
    assert (u.zonder_keuze(nieuw, keuze), oud) == (oud, KADER)


@rustig
@given(inhoud=INHOUD, gewicht=st.sampled_from([-3, -2, -1, 1, 2, 3]), data=st.data())
def test_een_regel_erbij_en_weer_weg_is_hetzelfde(inhoud: dict[str, Any], gewicht: int, data: Any) -> None:
    oud = copy.deepcopy(inhoud)
    vraag = data.draw(st.sampled_from(inhoud["kenmerken"]))
    optie = data.draw(st.sampled_from([o["id"] for o in vraag["opties"] if o["id"] != "weet_niet"]))
    vormen = [rij["id"] for rij in inhoud["repertoire"]["vormen"]]
    vast = {"kenmerk": vraag["id"], "optie": optie}
    nieuw = u.met_regel(
        inhoud, **vast, keuze=data.draw(st.sampled_from(vormen)), gewicht=gewicht, reden="x", bron="praktijk"
    )
    hard = u.met_harde_regel(nieuw, WET | vast | {"keuzes": data.draw(st.lists(st.sampled_from(vormen), min_size=1))})
    assert (fouten(hard), inhoud) == ([], oud)
    erbij(inhoud, hard)
    assert u.zonder_harde_regel(hard, hard["harde_regels"][-1]["id"]) == nieuw
    assert u.zonder_regel(nieuw, nieuw["matchregels"][-1]["id"]) == oud


@rustig
@given(inhoud=INHOUD, data=st.data())
def test_wat_weg_mag_laat_niets_los_hangen(inhoud: dict[str, Any], data: Any) -> None:
    """Whatever is taken away, what is left refers to nothing that is not there."""
    vraag = data.draw(st.sampled_from(inhoud["kenmerken"]))
    optie = data.draw(st.sampled_from(vraag["opties"]))
    keuze = data.draw(st.sampled_from([rij for rijen in inhoud["repertoire"].values() for rij in rijen]))
    for zonder in (
        lambda: u.zonder_vraag(inhoud, vraag["id"]),
        lambda: u.zonder_optie(inhoud, vraag["id"], optie["id"]),
        lambda: u.zonder_keuze(inhoud, keuze["id"]),
    ):
        try:
            over = zonder()
        except u.NogInGebruik:
            continue
        assert [fout for fout in fouten(over, concept=True) if "die er niet is" in fout] == []


@pytest.mark.parametrize(("zonder", "melding"), [
    (lambda: u.zonder_vraag(KADER, "tempo"), "Deze vraag is nog in gebruik: regels m"),
    (lambda: u.zonder_vraag(KADER, "wettelijk_kader"), "regels uit de wet h01"),
    (lambda: u.zonder_vraag(ZELF, "doel"), "voorrangsregels zv1"),
    (lambda: u.zonder_optie(KADER, "tempo", "ruim"), "Dit antwoord is nog in gebruik: regels m142."),
    (lambda: u.zonder_optie(KADER, "tempo", "weet_niet"), "elke vraag heeft dit antwoord"),
    (lambda: u.zonder_optie(ZELF, "doel", "gewoon_doen"), "voorrangsregels zv1"),
    (lambda: u.zonder_keuze(KADER, "netwerk"), "Deze keuze is nog in gebruik: gewichten in de regels"),
    (lambda: u.zonder_keuze(KADER, "openbaar_lichaam"), "keuzes die hierbij horen"),
    (lambda: u.zonder_keuze(KADER, "eigenaar_opdrachtgever_samen"), "keuzes die dit uitsluiten"),
])  # fmt: skip
def test_wat_nog_wordt_genoemd_kan_niet_weg(zonder: Any, melding: str) -> None:
    with pytest.raises(u.NogInGebruik) as fout:
        zonder()
    assert melding in str(fout.value)


@pytest.mark.parametrize(("tekst", "bezet", "id_"), [
    ("Wie doet mee?", [], "wie_doet_mee"), ("Één", ["een"], "een_2"), ("2 of 3", [], "x_2_of_3"), ("???", [], "x"),
    ("???", ["x", "x_2"], "x_3"), ("a" * 99, [], "a" * 40),
])  # fmt: skip
def test_een_id_is_leesbaar_en_nieuw(tekst: str, bezet: list[str], id_: str) -> None:
    assert u.nieuwe_id(tekst, bezet) == id_


def test_een_regel_uit_de_wet_krijgt_andere_woorden_en_houdt_zijn_id() -> None:
    velden = {"kenmerk": "tempo", "optie": "snel", "keuzes": ["nv"], **WET}
    nieuw = u.met_harde_regel(KADER, velden, "h01")
    assert nieuw["harde_regels"][0] == {"id": "h01", **velden}
    assert list(ids(nieuw)) == list(ids(KADER))


@pytest.mark.parametrize(("wat", "melding"), [
    ("matchregels", "Regel m001 geeft geen enkele keuze een gewicht."),
    ("harde_regels", "Harde regel h01 gaat over geen enkele vorm."),
])  # fmt: skip
def test_wat_niet_af_is_mag_in_een_concept_en_niet_naar_buiten(wat: str, melding: str) -> None:
    inhoud = copy.deepcopy(KADER)
    inhoud[wat][0] |= {"gewichten": {}} if wat == "matchregels" else {"keuzes": []}
    assert (fouten(inhoud, concept=True), fouten(inhoud)) == ([], [melding])
