"""Every chain against dates that were worked out by hand, and what each step says of itself."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from governance.regels.termijnen import keten as ingang
from governance.regels.termijnen.begroting import Begrotingsfeiten
from governance.regels.termijnen.jaarrekening import Rekeningfeiten
from governance.regels.termijnen.keten import Rekenaar
from governance.regels.termijnen.privaat import VORMEN, Besluit, Privaatfeiten
from governance.regels.termijnen.regeling import Handeling, Regelingfeiten
from governance.regels.termijnen.stap import Keten, Regeling, Verschuiving, verschuivingen
from governance.regels.wgr import REGELINGEN
from tests.governance.regels.termijnen.ketens import dagen, maak
from verbanden.models import Vorm

GEVALLEN: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "termijnen.yaml").read_text("utf-8"))[
    "gevallen"
]
PER_ID = {geval["id"]: geval for geval in GEVALLEN}
OL = Regeling("openbaar_lichaam")


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["id"])
def test_de_dagen_die_met_de_hand_zijn_uitgerekend(geval: dict[str, Any]) -> None:
    assert dagen(maak(geval)) == geval["verwacht"]


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["id"])
def test_elk_geval_noemt_de_wet_en_hoe_er_is_geteld(geval: dict[str, Any]) -> None:
    assert re.search(r"(Wgr|Gemeentewet) art\. \d+", geval["wet"])
    assert len(geval["uitgerekend"]) > 40


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["id"])
def test_elke_stap_noemt_zijn_grond_en_waar_hij_uit_komt(geval: dict[str, Any]) -> None:
    keten = maak(geval)
    bekend = {stap.sleutel for stap in keten.stappen} | set(geval["feiten"])
    for stap in keten.stappen:
        assert stap.grondslagen, stap.sleutel
        assert stap.zeker in {"V", "D", "O"}
        assert set(stap.berekend_uit) <= bekend
        assert stap.uitleg[0].isupper()
        assert stap.uitleg.endswith(".")
        assert all((stap.wie, stap.aan, stap.titel))
        assert all(rij.hoofdstuk in ("", geval.get("hoofdstuk", "")) for rij in stap.grondslagen)


def test_de_verlenging_staat_in_de_uitleg_en_is_een_eigen_grond() -> None:
    stap = maak(PER_ID["einde_op_koningsdag"]).stap("zienswijze_begroting")
    assert "eindigt op Koningsdag 27 april 2026" in stap.uitleg
    assert "verlengt haar tot 28 april 2026" in stap.uitleg
    assert [rij.artikel for rij in stap.grondslagen] == ["art. 35 lid 3", "art. 1 lid 1"]


def test_wie_stuurt_en_wie_toezicht_houdt() -> None:
    gewoon, provincie = maak(PER_ID["begroting_met_vergadering"]), maak(PER_ID["met_een_provincie"])
    assert [(stap.wie, stap.aan) for stap in gewoon.stappen] == [
        ("dagelijks bestuur", "raden"),
        ("dagelijks bestuur", "raden"),
        ("raad", "dagelijks bestuur"),
        ("dagelijks bestuur", "raden"),
        ("algemeen bestuur", "dagelijks bestuur"),
        ("dagelijks bestuur", "gedeputeerde staten"),
    ]
    assert provincie.stap("begroting_inzenden").aan == "minister van Binnenlandse Zaken"
    assert provincie.stap("kaders").aan == "raden en provinciale staten"
    assert maak(PER_ID["bedrijfsvoeringsorganisatie"]).stap("begroting_vaststellen").wie == "bestuur"


def test_zeker_is_de_minst_zekere_grond() -> None:
    keten = maak(PER_ID["begroting_met_vergadering"])
    assert {stap.sleutel: stap.zeker for stap in keten.stappen} == {
        "kaders": "V",
        "ontwerp_toezenden": "V",
        "zienswijze_begroting": "D",
        "reactie_zienswijzen": "V",
        "begroting_vaststellen": "D",
        "begroting_inzenden": "V",
    }
    assert maak(PER_ID["met_een_provincie"]).stap("zienswijze_begroting").zeker == "O"
    assert maak(PER_ID["ontvangen_op_30_april"]).stap("zienswijze_begroting").zeker == "V"


def test_de_laatste_dag_van_de_oude_wet_zegt_waarom() -> None:
    stap = maak(PER_ID["overgang_laatste_oude_dag"]).stap("ontwerp_toezenden")
    assert stap.uitleg.endswith("9 september 2022. Tot en met 30 juni 2022 gold een kortere termijn.")
    assert "kortere" not in maak(PER_ID["overgang_oud_ontwerp"]).stap("ontwerp_toezenden").uitleg


def test_voorlopig_tot_er_iets_is_gebeurd() -> None:
    stap = maak(PER_ID["begroting_met_vergadering"]).stap("zienswijze_begroting")
    assert (stap.voorlopig, stap.berekend_uit) == (True, ("ontwerp_toezenden",))
    stap = maak(PER_ID["ontvangen_op_30_april"]).stap("zienswijze_begroting")
    assert (stap.voorlopig, stap.berekend_uit) == (False, ("ontwerp_ontvangen",))


def test_een_vergadering_die_niet_past_valt_op() -> None:
    keten = maak(PER_ID["vergadering_na_de_laatste_dag"])
    assert keten.stap("begroting_vaststellen").let_op == (
        "Het bestuur vergadert op 30 september 2026. Dat is na de laatste dag om in te zenden, 14 september 2026."
    )
    assert keten.stap("ontwerp_toezenden").berekend_uit == ("begroting_inzenden",)
    vroeg = Rekenaar().begroting(OL, 2027, Begrotingsfeiten(date(2026, 7, 3), ontwerp_ontvangen=date(2026, 4, 24)))
    assert vroeg.stap("zienswijze_begroting").let_op == (
        "Het bestuur vergadert op 3 juli 2026, voordat de termijn van de raad om is."
    )
    assert vroeg.stap("ontwerp_toezenden").was_te_laat
    assert not maak(PER_ID["ontvangen_op_30_april"]).stap("ontwerp_toezenden").was_te_laat


def test_wat_de_partner_vraagt_staat_naast_de_wet() -> None:
    """The day to work towards is the earlier one; a later request never moves it past the law."""
    feiten = Begrotingsfeiten(date(2026, 7, 24), ontwerp_ontvangen=date(2026, 4, 30))
    eerder = Rekenaar(gevraagd={"zienswijze_begroting": date(2026, 6, 24)}).begroting(OL, 2027, feiten)
    stap = eerder.stap("zienswijze_begroting")
    assert (stap.wettelijk, stap.uiterlijk, stap.eerder_gevraagd) == (date(2026, 7, 23), date(2026, 6, 24), 29)
    later = Rekenaar(gevraagd={"zienswijze_begroting": date(2026, 8, 31)}).begroting(OL, 2027, feiten)
    stap = later.stap("zienswijze_begroting")
    assert (stap.uiterlijk, stap.eerder_gevraagd) == (date(2026, 7, 23), 0)


def test_een_andere_vergadering_zegt_wat_er_verschuift() -> None:
    oud, nieuw = (
        Rekenaar().begroting(OL, 2027, Begrotingsfeiten(dag)) for dag in (date(2026, 7, 3), date(2026, 7, 10))
    )
    assert verschuivingen(oud, oud) == ()
    assert verschuivingen(oud, nieuw) == (
        Verschuiving("ontwerp_toezenden", date(2026, 4, 10), date(2026, 4, 17)),
        Verschuiving("zienswijze_begroting", date(2026, 7, 3), date(2026, 7, 10)),
        Verschuiving("reactie_zienswijzen", date(2026, 7, 3), date(2026, 7, 10)),
        Verschuiving("begroting_inzenden", date(2026, 7, 17), date(2026, 7, 24)),
    )
    assert verschuivingen(Keten(), oud)[0] == Verschuiving("kaders", None, date(2026, 4, 29))


def test_een_gelijkgestelde_dag_telt_mee() -> None:
    """Friday after Ascension Day 2026, when a royal decree names it."""
    feiten = Begrotingsfeiten(ontwerp_ontvangen=date(2026, 2, 19))
    assert dagen(Rekenaar().begroting(OL, 2027, feiten))["zienswijze_begroting"] == date(2026, 5, 15)
    stap = Rekenaar(dagen={date(2026, 5, 15)}).begroting(OL, 2027, feiten).stap("zienswijze_begroting")
    assert stap.wettelijk == date(2026, 5, 18)


@pytest.mark.parametrize(
    ("vorm", "hoofdstuk", "reden"),
    [
        ("centrumregeling", "I", ingang.GEEN_BESTUUR),
        ("regeling_zonder_meer", "", ingang.GEEN_BESTUUR),
        ("openbaar_lichaam", "", ingang.ANDER_HOOFDSTUK),
        ("openbaar_lichaam", "anders", ingang.ANDER_HOOFDSTUK),
        *((vorm, "", ingang.GEEN_REGELING) for vorm in sorted(set(Vorm.values) - REGELINGEN)),
    ],
)
def test_zonder_kalender_staat_er_waarom(vorm: str, hoofdstuk: str, reden: str) -> None:
    regeling = Regeling(vorm, hoofdstuk)
    assert Rekenaar().begroting(regeling, 2027, Begrotingsfeiten()) == Keten(reden=reden)
    assert Rekenaar().begrotingswijziging(regeling, Begrotingsfeiten()) == Keten(reden=reden)
    assert Rekenaar().jaarrekening(regeling, 2027, Rekeningfeiten()) == Keten(reden=reden)


def test_een_jaar_van_voor_de_tabel_krijgt_geen_geraden_dag() -> None:
    assert Rekenaar().begroting(OL, 2015, Begrotingsfeiten()).reden.startswith("Van begrotingsjaar 2015 kent")
    stap = Rekenaar().begroting(OL, 2016, Begrotingsfeiten(date(2015, 1, 20))).stap("ontwerp_toezenden")
    assert (stap.wettelijk, stap.uitleg[:30]) == (None, "Van die tijd kent het portaal ")
    assert Rekenaar().jaarrekening(OL, 2013, Rekeningfeiten()).reden.startswith("Van de jaarrekening over 2013 kent")


def test_een_uitgezonderde_wijziging_heeft_geen_zienswijze() -> None:
    keten = Rekenaar().begrotingswijziging(OL, Begrotingsfeiten(), uitgezonderd=True)
    assert (keten.stappen, keten.reden[:26]) == ((), "De regeling zondert deze w")
    onbekend = Rekenaar().begrotingswijziging(OL, Begrotingsfeiten())
    assert {stap.let_op for stap in onbekend.stappen} == {"Kijk in de regeling of deze wijziging is uitgezonderd."}
    zeker = Rekenaar().begrotingswijziging(OL, Begrotingsfeiten(), uitgezonderd=False)
    assert {stap.let_op for stap in zeker.stappen} == {""}


def test_een_raad_die_zelf_meedoet_besluit_zelf() -> None:
    keten = Rekenaar().regeling(OL, Handeling.WIJZIGEN, Regelingfeiten(raad_doet_mee=True))
    assert (keten.stappen, keten.reden[:24]) == ((), "De raad doet zelf mee aa")


def test_een_college_dat_te_vroeg_wil_besluiten_valt_op() -> None:
    feiten = Regelingfeiten(ontwerp_ontvangen=date(2026, 3, 2), besluit=date(2026, 4, 28))
    stap = Rekenaar().regeling(OL, Handeling.WIJZIGEN, feiten).stap("zienswijze_regeling")
    assert stap.let_op == "Het college wil besluiten voordat de termijn van de raad om is."


def test_alleen_een_private_vorm_kent_wensen_en_bedenkingen() -> None:
    assert set(Vorm.values) >= VORMEN
    for vorm in sorted(set(Vorm.values) - VORMEN):
        keten = Rekenaar().privaat(vorm, Besluit.OPRICHTEN_OF_DEELNEMEN, Privaatfeiten())
        assert keten == Keten(reden=ingang.NIET_GENOEMD)


def test_op_de_laatste_dag_zelf_is_op_tijd() -> None:
    """Meeting on 14 September, draft on the last day: nothing to look out for, and nothing came too late."""
    feiten = Begrotingsfeiten(date(2026, 9, 14), ontwerp_ontvangen=date(2026, 6, 22))
    keten = Rekenaar().begroting(OL, 2027, feiten)
    assert keten.stap("zienswijze_begroting").wettelijk == date(2026, 9, 14)
    assert not keten.stap("ontwerp_toezenden").was_te_laat
    assert {stap.let_op for stap in keten.stappen} == {""}


def test_wat_is_vastgesteld_gaat_voor_wat_was_gepland() -> None:
    feiten = Begrotingsfeiten(date(2026, 7, 3), vastgesteld=date(2026, 7, 10))
    keten = Rekenaar().begroting(OL, 2027, feiten)
    assert dagen(keten)["begroting_inzenden"] == date(2026, 7, 24)
    assert keten.stap("ontwerp_toezenden").berekend_uit == ("vastgesteld",)
