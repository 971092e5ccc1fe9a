"""An instrument that is not whole is refused, and says what is wrong."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from governance.instrumenten import eigen_invulling
from governance.regels.instrument import Soort
from governance.regels.lezer import lees, vulling
from governance.regels.toets import fouten

INHOUD = Path(__file__).parents[3] / "governance" / "instrumenten" / "afwegingskader.yaml"
KEUZE = "eigenaar_opdrachtgever_gescheiden"
WEET_NIET = {"id": "weet_niet", "tekst": "Weet ik nog niet"}
NAAM_KAN_NIET = " heeft een naam die niet kan: kleine letters, cijfers en liggende streepjes."
GEGEVENS: dict[str, Any] = eigen_invulling("afwegingskader")


def test_de_eerste_vulling_is_heel_en_rijk_genoeg() -> None:
    kader = lees(GEGEVENS)
    assert fouten(GEGEVENS) == []
    assert 12 <= len(kader.kenmerken) <= 18
    assert (len(kader.van(Soort.VORM)), len(kader.van(Soort.ROL)), len(kader.van(Soort.AFSPRAAK))) == (12, 15, 32)
    for keuze in kader.keuzes:
        assert keuze.uitleg.count(".") >= 2, keuze.id  # two sentences
        assert keuze.past_als, keuze.id
        assert keuze.vraagt_van_ons, keuze.id


def test_de_vulling_noemt_geen_gemeente() -> None:
    for bestand in INHOUD.parent.glob("*.yaml"):
        assert "Maassluis" not in bestand.read_text(encoding="utf-8")


def test_elke_vraag_van_elk_instrument_noemt_een_uitgangspunt_met_zijn_plek_in_de_grondtekst() -> None:
    for soort in ("afwegingskader", "zelf_doen_of_samenwerken"):
        for kenmerk in lees(eigen_invulling(soort)).kenmerken:
            assert kenmerk.uitgangspunt is not None, kenmerk.id
            assert kenmerk.uitgangspunt.bron.startswith("Grondtekst 1.1"), kenmerk.id


@pytest.mark.parametrize(("eerder", "later"), [("1.0", "1.1"), ("1.9", "1.10"), ("1", "1.0"), ("", "0.1")])
def test_een_latere_vulling_is_te_herkennen(eerder: str, later: str) -> None:
    assert vulling({"instrument": {"versie": eerder}}) < vulling({"instrument": {"versie": later}})


def test_wat_niet_op_een_afwegingskader_lijkt_wordt_geweigerd() -> None:
    assert fouten({"instrument": {}}) == [
        "Dit bestand heeft niet de opbouw van een afwegingskader: KeyError 'repertoire'."
    ]


@pytest.mark.parametrize(("pad", "waarde", "melding"), [
    (("kenmerken", 1, "id"), "aard_taak", "De vraag aard_taak staat er 2 keer."),
    (("kenmerken", 0, "id"), "Aard Taak", "De vraag 'Aard Taak'" + NAAM_KAN_NIET),
    (("kenmerken", 0, "opties"), [WEET_NIET], "Vraag aard_taak heeft minder dan twee antwoorden."),
    (("repertoire", "rolkeuzes", 0, "sluit_uit"), ["iets"], f"Keuze {KEUZE} sluit iets uit dat er niet is: iets."),
    (("repertoire", "rolkeuzes", 0, "bij_vormen"), ["iets"], f"Keuze {KEUZE} hoort bij een vorm die er niet is: iets."),
    (("kenmerken", 0, "uitgangspunt"), "iets", "Vraag aard_taak noemt een uitgangspunt dat er niet is: iets."),
    (("uitgangspunten", "overzicht", "bron"), " ", "Uitgangspunt overzicht mist een naam, een tekst of een bron."),
    (("matchregels", 0, "bron"), "iets", "Regel m001 noemt een bron die er niet is: iets."),
    (("matchregels", 0, "reden"), " ", "Regel m001 heeft geen reden."),
    (("matchregels", 0, "gewichten"), {"netwerk": 4}, "Regel m001 geeft netwerk een gewicht dat niet kan: 4."),
    (("matchregels", 0, "gewichten"), {"netwerk": True}, "Regel m001 geeft netwerk een gewicht dat niet kan: True."),
    (("matchregels", 0, "gewichten"), {"iets": 1}, "Regel m001 gaat over een keuze die er niet is: iets."),
    (("matchregels", 0, "optie"), "iets", "Regel m001 gaat over een antwoord dat er niet is: aard_taak, iets."),
    (("matchregels", 0, "optie"), "weet_niet", "Regel m001 gaat over 'weet ik nog niet', en dat telt nergens mee."),
    (("harde_regels", 0, "zekerheid"), "te_controleren", "Harde regel h01 sluit uit, maar is niet zeker."),
    (("harde_regels", 0, "artikel"), "", "Harde regel h01 noemt geen artikel."),
    (("harde_regels", 0, "keuzes"), ["iets"], "Harde regel h01 gaat over een vorm die er niet is: iets."),
])  # fmt: skip
def test_elke_fout_krijgt_haar_eigen_melding(pad: tuple[Any, ...], waarde: Any, melding: str) -> None:
    gegevens = copy.deepcopy(GEGEVENS)
    plek: Any = gegevens
    for stap in pad[:-1]:
        plek = plek[stap]
    plek[pad[-1]] = waarde
    assert melding in fouten(gegevens)
