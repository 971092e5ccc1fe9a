"""Whether a goal can be evaluated, by the rules of our own filling of the ladder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluatie.regels.evalueerbaar import Formulering, Uitslag, toets, voorzet
from governance.instrumenten import eigen_invulling
from governance.regels.prestatieladder.ladder import lees
from governance.regels.prestatieladder.toets import VELDEN

LADDER = lees(eigen_invulling("prestatieladder"))
GOED = "In 2028 is het aandeel huishoudens met schulden gedaald van 8% naar 7%."
RANG = {Uitslag.NIET_EVALUEERBAAR: 0, Uitslag.MET_AANDACHT: 1, Uitslag.EVALUEERBAAR: 2}
NODIG = frozenset({"indicator", "eenheid", "richting", "streefwaarde", "streefjaar"})


def gaten(formulering: Formulering) -> list[str]:
    """The short names of what does not hold, in the order of the page."""
    return [een.regel.kort for een in toets(LADDER, formulering).gaten]


def test_een_heel_doel_is_te_evalueren() -> None:
    toetsing = toets(LADDER, Formulering(GOED, VELDEN, {5}))
    assert toetsing.uitslag is Uitslag.EVALUEERBAAR
    assert toetsing.zin == "Dit doel kan goed worden geëvalueerd."
    assert (toetsing.kloppen, toetsing.gaten) == (14, ())


@pytest.mark.parametrize("veld", sorted(NODIG))
def test_wat_verplicht_is_mag_niet_ontbreken(veld: str) -> None:
    toetsing = toets(LADDER, Formulering(GOED, VELDEN - {veld}, {5}))
    assert toetsing.uitslag is Uitslag.NIET_EVALUEERBAAR
    assert toetsing.gaten[0].regel.verplicht


def test_zonder_adviezen_is_een_doel_te_evalueren_met_aandacht() -> None:
    toetsing = toets(LADDER, Formulering(GOED, NODIG))
    assert toetsing.uitslag is Uitslag.MET_AANDACHT
    assert [een.regel.kort for een in toetsing.gaten] == [
        "Nulmeting", "Bron", "Trede 4 of 5", "Programma", "Motief", "Onze gemeente", "Invloed",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("zin", "gat", "gevonden"),
    [
        ("We zetten in op schuldhulp.", "Wat verandert er", ("we zetten in",)),
        ("“Wij streven naar minder schulden.", "Wat verandert er", ("wij streven",)),
        ("", "Wat verandert er", ()),
        ("Er wordt voldoende en goed gecontroleerd.", "Geen vage woorden", ("voldoende", "goed")),
        ("De kosten dalen en de wachttijd daalt en de hulp is er.", "Eén ding", ("en",)),
    ],
)
def test_de_tekst_zelf_wordt_gelezen(zin: str, gat: str, gevonden: tuple[str, ...]) -> None:
    fout = next(een for een in toets(LADDER, Formulering(zin, VELDEN, {5})).gaten if een.regel.kort == gat)
    assert fout.gevonden == gevonden
    assert fout.regel.melding
    assert fout.regel.hulp


@pytest.mark.parametrize("zin", ["Het plan is goedgekeurd.", "De betere-buurtkaart is af.", "Verbetering is er."])
def test_een_deel_van_een_woord_is_geen_vaag_woord(zin: str) -> None:
    assert ("Geen vage woorden" in gaten(Formulering(zin, VELDEN, {5}))) == ("betere" in zin)


@pytest.mark.parametrize(("treden", "gat"), [((), True), ((1, 3), True), ((1, 4), False), ((5,), False)])
def test_een_hoge_trede_is_er_een_van_het_hele_verband(treden: tuple[int, ...], gat: bool) -> None:
    assert ("Trede 4 of 5" in gaten(Formulering(GOED, VELDEN, treden))) is gat


@given(st.sets(st.sampled_from(sorted(VELDEN))), st.sampled_from(sorted(VELDEN)), st.text(max_size=80))
def test_een_gegeven_erbij_maakt_het_nooit_slechter(ingevuld: set[str], erbij: str, zin: str) -> None:
    voor = toets(LADDER, Formulering(zin, ingevuld))
    na = toets(LADDER, Formulering(zin, ingevuld | {erbij}))
    assert RANG[voor.uitslag] <= RANG[na.uitslag]
    assert voor.kloppen <= na.kloppen


def test_een_voorzet_maakt_een_zin_van_wat_er_is() -> None:
    heel = voorzet(
        indicator="Huishoudens met schulden", streef="7%", streefjaar="2030", nulmeting="8%", nulmeting_jaar="2026"
    )
    assert heel == "Huishoudens met schulden: 7% in 2030, tegen 8% in 2026."
    leeg = voorzet(indicator="", streef="", streefjaar="", nulmeting="", nulmeting_jaar="")
    assert leeg == "…: … in …, tegen … in …."
