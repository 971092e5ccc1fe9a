"""Matching against cases whose outcome people of the field find sensible, and the properties that always hold."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.gevoeligheid import anders, ommekeren, open_vragen
from governance.regels.instrument import WEET_NIET, Afwegingskader, Regel, Soort, Werking
from governance.regels.lezer import lees
from governance.regels.matching import passend, punten_van, weeg

INHOUD = Path(__file__).parents[3] / "governance" / "instrumenten" / "afwegingskader.yaml"
KADER = lees(yaml.safe_load(INHOUD.read_text(encoding="utf-8")))
GEVALLEN: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "gevallen.yaml").read_text(encoding="utf-8"))[
    "gevallen"
]
ZELF = lees(yaml.safe_load((INHOUD.parent / "zelf_doen_of_samenwerken.yaml").read_text(encoding="utf-8")))
VOORBEELDEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "voorbeelden.yaml").read_text(encoding="utf-8")
)["voorbeelden"]
VORMEN = [vorm.id for vorm in KADER.van(Soort.VORM)]
antwoorden = st.fixed_dictionaries(
    {kenmerk.id: st.sampled_from([optie.id for optie in kenmerk.opties]) for kenmerk in KADER.kenmerken}
)


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["id"] for geval in GEVALLEN])
def test_elk_geval_krijgt_de_vormen_die_een_kenner_verwacht(geval: dict[str, Any]) -> None:
    uitkomst = weeg(KADER, geval["antwoorden"])
    verwacht = geval["verwacht_top2"]
    assert [vorm.keuze.id for vorm in uitkomst.vormen[: len(verwacht)]] == verwacht
    assert uitkomst.genoeg


def test_een_score_is_de_som_van_haar_redenen() -> None:
    geval = next(geval for geval in GEVALLEN if geval["id"] == "archiefbeheer")
    eerste = weeg(KADER, geval["antwoorden"]).vormen[0]
    assert (eerste.keuze.id, eerste.punten, eerste.woord) == ("centrumregeling", 22, "past heel goed")
    assert sum(bijdrage.punten for bijdrage in eerste.bijdragen) == 22
    assert all(bijdrage.regel.reden and KADER.bronnen[bijdrage.regel.bron] for bijdrage in eerste.bijdragen)
    assert [b.punten for b in eerste.voor] == sorted((b.punten for b in eerste.voor), reverse=True)


def test_wie_eigen_personeel_wil_leest_welke_wet_de_lichte_vormen_uitsluit() -> None:
    uitkomst = weeg(KADER, {"eigen_organisatie": "eigen"})
    assert {(uit.keuze.id, uit.regels[0].artikel) for uit in uitkomst.uitgesloten} == {
        ("gemeenschappelijk_orgaan", "Wet gemeenschappelijke regelingen, artikel 8"),
        ("centrumregeling", "Wet gemeenschappelijke regelingen, artikel 8"),
        ("regeling_zonder_meer", "Wet gemeenschappelijke regelingen, artikel 8"),
        ("convenant", "Burgerlijk Wetboek, Boek 2"),
        ("netwerk", "Burgerlijk Wetboek, Boek 2"),
    }


@given(antwoorden)
def test_elke_vorm_staat_op_volgorde_of_is_uitgesloten_en_nooit_allebei(gegeven: dict[str, str]) -> None:
    uitkomst = weeg(KADER, gegeven)
    geordend, weg = [v.keuze.id for v in uitkomst.vormen], [uit.keuze.id for uit in uitkomst.uitgesloten]
    assert sorted(geordend + weg) == sorted(VORMEN)
    punten = [vorm.punten for vorm in uitkomst.vormen]
    assert punten == sorted(punten, reverse=True)
    assert uitkomst.beantwoord + len(uitkomst.open) == len(KADER.kenmerken)


@given(antwoorden, st.randoms(use_true_random=False))
def test_de_volgorde_van_regels_en_antwoorden_maakt_niets_uit(gegeven: dict[str, str], toeval: random.Random) -> None:
    regels, hard, paren = list(KADER.regels), list(KADER.harde_regels), list(gegeven.items())
    for rij in (regels, hard, paren):
        toeval.shuffle(rij)
    anders_gelegd = replace(KADER, regels=tuple(regels), harde_regels=tuple(hard))
    assert _punten(weeg(anders_gelegd, dict(paren))) == _punten(weeg(KADER, gegeven))


@given(antwoorden, st.sampled_from(VORMEN), st.integers(1, 3))
def test_meer_gewicht_maakt_een_vorm_nooit_slechter(gegeven: dict[str, str], vorm: str, meer: int) -> None:
    extra = Regel("extra", "", "", {vorm: meer}, "Meer gewicht.", "praktijk")
    voor, na = weeg(KADER, gegeven), weeg(replace(KADER, regels=(*KADER.regels, extra)), gegeven)
    plek = {v.keuze.id: nummer for nummer, v in enumerate(voor.vormen)}
    if vorm in plek:
        nieuw = next(nummer for nummer, v in enumerate(na.vormen) if v.keuze.id == vorm)
        assert nieuw <= plek[vorm]
        assert na.vormen[nieuw].punten == voor.vormen[plek[vorm]].punten + meer


@given(antwoorden, st.sampled_from(VORMEN))
def test_een_harde_regel_wint_van_elk_gewicht(gegeven: dict[str, str], vorm: str) -> None:
    duwen = tuple(Regel(f"duw{nr}", "", "", {vorm: 3}, "Duw.", "praktijk") for nr in range(50))
    geduwd = weeg(replace(KADER, regels=(*KADER.regels, *duwen)), gegeven)
    uit_de_wet = {
        keuze
        for regel in KADER.harde_regels
        if regel.werking is Werking.UITSLUITEN and gegeven[regel.kenmerk] == regel.optie
        for keuze in regel.keuzes
    }
    assert {uit.keuze.id for uit in geduwd.uitgesloten} == uit_de_wet
    assert (geduwd.eerste is not None and geduwd.eerste.keuze.id == vorm) == (vorm not in uit_de_wet)


@given(antwoorden, st.data())
def test_het_bereik_omvat_elk_antwoord_dat_nog_kan_komen(gegeven: dict[str, str], data: st.DataObject) -> None:
    kenmerk = data.draw(st.sampled_from(KADER.kenmerken))
    optie = data.draw(st.sampled_from(kenmerk.opties))
    open_ = weeg(KADER, {**gegeven, kenmerk.id: WEET_NIET})
    for dicht in weeg(KADER, {**gegeven, kenmerk.id: optie.id}).vormen:
        eerder = open_.van(dicht.keuze.id)
        assert eerder is not None
        assert eerder.laagst <= dicht.laagst <= dicht.punten <= dicht.hoogst <= eerder.hoogst


@given(antwoorden)
def test_weet_ik_nog_niet_is_hetzelfde_als_geen_antwoord(gegeven: dict[str, str]) -> None:
    zonder = {kenmerk: optie for kenmerk, optie in gegeven.items() if optie != WEET_NIET}
    assert weeg(KADER, gegeven) == weeg(KADER, zonder)
    assert weeg(KADER, {**zonder, "bestaat_niet": "ja", "aard_taak_": "x"}) == weeg(KADER, zonder)


@given(antwoorden, st.sampled_from(VORMEN), st.sampled_from([Soort.ROL, Soort.AFSPRAAK]))
def test_wat_past_sluit_elkaar_niet_uit_en_bestaat_bij_de_vorm(
    gegeven: dict[str, str], vorm: str, soort: Soort
) -> None:
    gekozen = passend(KADER, gegeven, vorm, soort)
    ids = {een.keuze.id for een in gekozen}
    assert all(een.keuze.hoort_bij(vorm) and not een.keuze.sluit_uit & ids for een in gekozen)


def test_elk_genoemd_antwoord_zet_echt_een_andere_vorm_voorop_en_geen_ander_doet_dat() -> None:
    for geval in GEVALLEN:
        gegeven = geval["antwoorden"]
        eerste = _eerste(KADER, gegeven)
        omgekeerd = {(om.kenmerk.id, om.optie.id) for om in ommekeren(KADER, gegeven)}
        nagerekend = {
            (kenmerk.id, optie.id)
            for kenmerk in KADER.kenmerken
            for optie in kenmerk.opties
            if optie.id != WEET_NIET and _eerste(KADER, {**gegeven, kenmerk.id: optie.id}) != eerste
        }
        assert omgekeerd == nagerekend


def test_een_open_vraag_die_de_eerste_vorm_nog_kan_veranderen_wordt_genoemd() -> None:
    gegeven = next(geval["antwoorden"] for geval in GEVALLEN if geval["id"] == "gedeelde_bedrijfsvoering")
    assert open_vragen(KADER, gegeven) == ()
    zonder = {**gegeven, "politiek_gewicht": WEET_NIET}
    assert [kenmerk.id for kenmerk in open_vragen(KADER, zonder)] == ["politiek_gewicht"]


def test_bij_een_rol_staat_welk_antwoord_haar_anders_maakt() -> None:
    gegeven = next(geval["antwoorden"] for geval in GEVALLEN if geval["id"] == "rogplus")
    rol = next(
        een
        for een in passend(KADER, gegeven, "openbaar_lichaam", Soort.ROL)
        if een.keuze.id == "eigenaar_opdrachtgever_gescheiden"
    )
    assert rol.woord == "aanbevolen"
    verschillen = anders(KADER, gegeven, rol)
    assert verschillen
    for verschil in verschillen:
        straks = {**gegeven, verschil.kenmerk.id: verschil.optie.id}
        opnieuw = sum(
            punten_van(KADER, kenmerk.id, straks[kenmerk.id], rol.keuze.id) for kenmerk in KADER.kenmerken
        ) + punten_van(KADER, "", "", rol.keuze.id)
        assert KADER.woord(Soort.ROL, opnieuw) == verschil.woord != rol.woord


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=[voorbeeld["id"] for voorbeeld in VOORBEELDEN])
def test_zelf_doen_of_samenwerken_geeft_wat_een_kenner_verwacht(voorbeeld: dict[str, Any]) -> None:
    assert _eerste(ZELF, voorbeeld["antwoorden"]) == voorbeeld["verwacht"]


@given(st.fixed_dictionaries({k.id: st.sampled_from([o.id for o in k.opties]) for k in ZELF.kenmerken}))
def test_voorrang_gaat_voor_punten_en_de_wet_gaat_voor_alles(gegeven: dict[str, str]) -> None:
    uitkomst = weeg(ZELF, gegeven)
    volgorde = [vorm.keuze.id for vorm in uitkomst.vormen]
    gewoon = (gegeven["doel"], gegeven["eigen_kracht"], gegeven["schaal"]) == ("gewoon_doen", "ja", "lokaal")
    if gegeven["verplicht"] == "ja":
        assert {"zelf_doen", "subsidie"}.isdisjoint(volgorde)
    elif gewoon:
        assert volgorde[0] == "zelf_doen"
    if (gegeven["partners"], gegeven["verplicht"]) == ("nee", "nee"):
        assert volgorde[-1] == "verband"
    zonder = [vorm.punten for vorm in uitkomst.vormen if vorm.voorrang is None]
    assert zonder == sorted(zonder, reverse=True)


def _punten(uitkomst: Any) -> list[tuple[str, int, int, int]]:
    return [(vorm.keuze.id, vorm.punten, vorm.laagst, vorm.hoogst) for vorm in uitkomst.vormen]


def _eerste(kader: Afwegingskader, gegeven: dict[str, str]) -> str:
    eerste = weeg(kader, gegeven).eerste
    return eerste.keuze.id if eerste else ""
