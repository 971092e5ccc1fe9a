"""The law as rows: each has a source, versions join without a gap, and every row of our sources is covered."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from governance.regels import wgr
from governance.regels.termijnen.begroting import Begrotingsfeiten
from governance.regels.termijnen.grondslag import (
    EERSTE_DAG,
    MET_REGELS,
    Grondslag,
    Hoofdstuk,
    Verlenging,
    geldend,
    minst_zeker,
    versies,
    wetboek,
)
from governance.regels.termijnen.grondslagen import GRONDSLAGEN, NIET_GEMODELLEERD, TERMIJNENWET, WETBOEK
from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.rekenen import Wet, vaste_dag
from governance.regels.termijnen.stap import Regeling
from governance.regels.termijnen.tijd import LANGSTE_VERLENGDE_TERMIJN, InJaar, Termijn, VoorDag, Weken, ZonderTermijn
from verbanden.models.keuzes import WgrHoofdstuk

EEN_DAG = timedelta(days=1)
ARTIKEL = re.compile(r"art\. \d+[a-z]?(?: lid \d+)?")
EEN, VIER, GEEN = Hoofdstuk.GEMEENTEN, Hoofdstuk.MET_PROVINCIE, Hoofdstuk.GEEN
WETTEN = {
    "Wet gemeenschappelijke regelingen": "BWBR0003740",
    "Gemeentewet": "BWBR0005416",
    "Algemene termijnenwet": "BWBR0002448",
}
PAREN = sorted({(rij.sleutel, rij.hoofdstuk) for rij in GRONDSLAGEN})
# The rows of chapter 3 of our sources (domein.md), in their order: step, article, mark, keys of ours, term today.
BRONNEN: list[tuple[str, str, str, dict[str, Termijn]]] = [
    ("kaders (kadernota GR)", "art. 34b", "V", {"kaders": VoorDag(30, 4, -1)}),
    ("voorlopige jaarrekening", "art. 34b", "V", {"voorlopige_jaarrekening": VoorDag(30, 4, 1)}),
    ("ontwerpbegroting sent", "art. 35 lid 1", "V", {"ontwerp_toezenden": Weken(12)}),
    ("zienswijze raad", "art. 35 lid 3", "V", {"zienswijze_begroting": Weken(12)}),
    ("reaction to zienswijzen, with reasons", "art. 35", "V", {"reactie_zienswijzen": ZonderTermijn()}),
    ("begroting adopted", "art. 34 lid 1", "V", {"begroting_vaststellen": InJaar(-1)}),
    (
        "begroting to supervisor",
        "art. 34 lid 2",
        "V",
        {"begroting_toezicht": VoorDag(15, 9, -1), "begroting_toezicht_weken": Weken(2)},
    ),
    ("jaarrekening adopted", "art. 34 lid 3", "V", {"jaarrekening_vaststellen": InJaar(1)}),
    (
        "jaarrekening to supervisor",
        "art. 34 lid 4",
        "V",
        {"jaarrekening_toezicht": VoorDag(15, 7, 1), "jaarrekening_toezicht_weken": Weken(2)},
    ),
    (
        "begrotingswijziging",
        "art. 35 lid 5",
        "O",
        {"wijziging_toezenden": Weken(12), "zienswijze_wijziging": Weken(12)},
    ),
    (
        "(changed) regeling, toetreding, uittreding",
        "art. 1",
        "V",
        {
            "ontwerp_regeling": ZonderTermijn(),
            "zienswijze_regeling": Weken(8),
            "toestemming_regeling": ZonderTermijn(),
        },
    ),
    (
        "municipal begroting / jaarstukken to GS",
        "art. ",
        "O",
        {"gemeente_begroting": VoorDag(15, 11, -1), "gemeente_jaarstukken": VoorDag(15, 7, 1)},
    ),
]
# What we added to those rows.
ERBIJ = {"wensen_en_bedenkingen", "vooraf_inlichten"} | {rij.sleutel for rij in TERMIJNENWET}
VANDAAG = date(2026, 11, 22)


@pytest.mark.parametrize(("stap", "artikel", "zeker", "regels"), BRONNEN, ids=[rij[0] for rij in BRONNEN])
def test_elke_rij_van_de_bronnen_is_een_regel(stap: str, artikel: str, zeker: str, regels: dict[str, Termijn]) -> None:
    for sleutel, termijn in regels.items():
        rij = geldend(WETBOEK, sleutel, GEEN if sleutel.startswith("gemeente_") else EEN, VANDAAG)
        assert rij is not None, stap
        assert (rij.termijn, rij.zeker) == (termijn, zeker)
        assert rij.artikel.startswith(artikel)


def test_er_is_geen_regel_zonder_rij_in_de_bronnen() -> None:
    uit_bronnen = {sleutel for *_, regels in BRONNEN for sleutel in regels}
    assert {rij.sleutel for rij in GRONDSLAGEN} == uit_bronnen | ERBIJ


@pytest.mark.parametrize("rij", GRONDSLAGEN, ids=lambda rij: f"{rij.sleutel}-{rij.hoofdstuk}-{rij.geldig_vanaf}")
def test_elke_regel_heeft_een_bron_en_zegt_wat_zij_weglaat(rij: Grondslag) -> None:
    assert WETTEN[rij.wet] == rij.bwb
    assert re.fullmatch(r"art\. \d+[a-z]?( lid \d+)?( en \d+)?", rij.artikel)
    assert rij.bron == f"{rij.wet}, {rij.artikel}"
    assert rij.adres == f"https://wetten.overheid.nl/{rij.bwb}/"
    assert rij.zeker in {"V", "D", "O"}
    assert rij.eenheid in {"weken", "dag van het jaar", "kalenderjaar", "geen termijn"}
    assert rij.geldig_vanaf >= EERSTE_DAG
    for zin in (rij.regel, rij.niet_gemodelleerd, *NIET_GEMODELLEERD):
        assert zin[0].isupper()
        assert zin.endswith(".")


@pytest.mark.parametrize("rij", GRONDSLAGEN, ids=lambda rij: f"{rij.sleutel}-{rij.hoofdstuk}-{rij.geldig_vanaf}")
def test_elke_regel_zegt_of_de_termijnenwet_geldt(rij: Grondslag) -> None:
    """A term that runs is extended, one that is counted back is not, a fixed day stays where it is."""
    verwacht = {
        VoorDag: {Verlenging.VASTE_DAG},
        InJaar: {Verlenging.VASTE_DAG},
        ZonderTermijn: {Verlenging.GEEN_TERMIJN},
        Weken: {Verlenging.JA, Verlenging.TERUGGEREKEND},
    }[type(rij.termijn)]
    if rij not in TERMIJNENWET:
        assert rij.verlenging in verwacht
    if isinstance(rij.termijn, Weken):
        assert rij.termijn.aantal <= LANGSTE_VERLENGDE_TERMIJN
        assert (rij.verlenging is Verlenging.TERUGGEREKEND) == rij.sleutel.endswith("_toezenden")


@pytest.mark.parametrize(("sleutel", "hoofdstuk"), PAREN)
def test_versies_sluiten_aan_zonder_gat_en_zonder_overlap(sleutel: str, hoofdstuk: Hoofdstuk) -> None:
    reeks = versies(WETBOEK, sleutel, hoofdstuk)
    for eerder, later in pairwise(reeks):
        assert eerder.geldig_tot is not None
        assert later.geldig_vanaf == eerder.geldig_tot + EEN_DAG
    assert reeks[-1].geldig_tot is None
    assert len({rij.geldig_vanaf for rij in reeks}) == len(reeks)


def test_hoofdstuk_iv_heeft_dezelfde_regels_als_hoofdstuk_i() -> None:
    def vorm(hoofdstuk: Hoofdstuk) -> set[tuple[str, object, date]]:
        return {(r.sleutel, r.termijn, r.geldig_vanaf) for r in GRONDSLAGEN if r.hoofdstuk == hoofdstuk}

    assert vorm(EEN) == vorm(VIER)
    assert set(MET_REGELS) == {EEN, VIER}
    gelezen = {rij.artikel for rij in GRONDSLAGEN if rij.hoofdstuk is VIER and rij.zeker == "V"}
    assert gelezen == {"art. 58 lid 1", "art. 58 lid 2", "art. 58 lid 3", "art. 58 lid 4"}


def test_het_register_kent_dezelfde_hoofdstukken() -> None:
    assert [hoofdstuk.value for hoofdstuk in Hoofdstuk] == WgrHoofdstuk.values


def test_de_dagen_van_de_wetswijziging() -> None:
    """Read in a comparison of before and after 1 July 2022: 8 to 12 weeks, 15 to 30 April, 1 August to 15 September."""
    for sleutel, oud, nieuw in (
        ("ontwerp_toezenden", Weken(8), Weken(12)),
        ("zienswijze_begroting", Weken(8), Weken(12)),
        ("kaders", VoorDag(15, 4, -1), VoorDag(30, 4, -1)),
        ("voorlopige_jaarrekening", VoorDag(15, 4, 1), VoorDag(30, 4, 1)),
        ("begroting_toezicht", VoorDag(1, 8, -1), VoorDag(15, 9, -1)),
    ):
        eerder, later = versies(WETBOEK, sleutel, EEN)
        assert (eerder.termijn, later.termijn, later.geldig_vanaf) == (oud, nieuw, wgr.GELDIG_VANAF)
        assert (eerder.geldt(date(2022, 6, 30)), later.geldt(date(2022, 6, 30))) == (True, False)
        assert (eerder.geldt(date(2022, 7, 1)), later.geldt(date(2022, 7, 1))) == (False, True)
    assert versies(WETBOEK, "zienswijze_regeling", EEN)[0].geldig_vanaf == wgr.GELDIG_VANAF


def test_elk_jaar_geeft_precies_een_versie_een_dag() -> None:
    for sleutel in ("kaders", "begroting_toezicht", "begroting_vaststellen", "voorlopige_jaarrekening"):
        for jaar in range(2016, 2101):
            past = [
                rij
                for rij in versies(WETBOEK, sleutel, EEN)
                if isinstance(rij.termijn, VoorDag | InJaar) and rij.geldt(rij.termijn.laatste_dag(jaar))
            ]
            assert len(past) == 1, (sleutel, jaar)


def test_een_gewijzigde_wet_is_een_nieuwe_rij() -> None:
    """A made-up change in 2030 moves the dates from then on and none before."""
    tot = date(2029, 12, 31)
    rijen = [replace(r, geldig_tot=tot) if (r.sleutel, r.geldig_tot) == ("kaders", None) else r for r in GRONDSLAGEN]
    nieuw = replace(versies(WETBOEK, "kaders", EEN)[-1], termijn=VoorDag(1, 4, -1), geldig_vanaf=date(2030, 1, 1))
    rekenaar, ol = Rekenaar(boek=wetboek([nieuw, *rijen])), Regeling("openbaar_lichaam")
    dagen = {j: rekenaar.begroting(ol, j, Begrotingsfeiten()).stap("kaders").wettelijk for j in (2030, 2031)}
    assert dagen == {2030: date(2029, 4, 29), 2031: date(2030, 3, 31)}


def test_de_grens_van_de_termijnenwet_is_die_van_de_tabel() -> None:
    rij = geldend(WETBOEK, "langste_termijn", GEEN, VANDAAG)
    assert rij is not None
    assert rij.termijn == Weken(LANGSTE_VERLENGDE_TERMIJN)


def test_wat_er_niet_is_geeft_niets() -> None:
    assert vaste_dag(Wet(Hoofdstuk.ANDERS), "kaders", 2027) is None
    assert vaste_dag(Wet(EEN), "zienswijze_begroting", 2027) is None
    assert minst_zeker([]) == ""
    assert minst_zeker("VDO") == "O"


def test_elke_regel_staat_in_de_tabel_van_de_wetgeving(basis: Path) -> None:
    """docs/wetgeving.md names each article under the heading of its own law."""
    delen = (basis / "docs" / "wetgeving.md").read_text("utf-8").split("\n## ")
    for rij in GRONDSLAGEN:
        deel = next(deel for deel in delen if f"{rij.bwb})" in deel.partition("\n")[0])
        artikelen = {naam for regel in deel.splitlines() for naam in ARTIKEL.findall(regel.split(" | ")[0])}
        eerste, _, tweede = rij.artikel.partition(" en ")
        assert eerste in artikelen, rij.artikel
        assert not tweede or f"{eerste.rpartition(' ')[0]} {tweede}" in artikelen, rij.artikel
