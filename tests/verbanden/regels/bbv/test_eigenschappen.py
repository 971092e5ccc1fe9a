"""Properties that hold for every party: what blocks, what never blocks, and what the order cannot change."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.verbanden.regels.bbv.partijen import (
    BEDRAGEN,
    BEGROTING,
    JAAR,
    STADIUM,
    WEGLATINGEN,
    cijfer,
    gat,
    met,
    volledige_partij,
)
from verbanden.regels.bbv.bevindingen import Bevinding, Ernst, bevindingen, vereist, volledig
from verbanden.regels.bbv.cijfertoets import PASSEND
from verbanden.regels.bbv.partij import Cijfer, Documentsoort, Partij

SOORTEN = st.sampled_from(Documentsoort)
STADIA = ("begroot", "verwacht", "voorlopig", "vastgesteld")
BEDRAG = st.decimals(min_value=0, max_value=100, places=3)
DAGEN = st.none() | st.dates(date(2025, 1, 1), date(2028, 12, 31))
GEVALLEN = [
    (soort, eis.sleutel, nummer)
    for soort in Documentsoort
    for eis in vereist(soort, JAAR)
    for nummer in range(len(WEGLATINGEN[eis.sleutel]))
]


def oordeel(partij: Partij, soort: Documentsoort, drempel: Decimal = Decimal(10)) -> tuple[Bevinding, ...]:
    return bevindingen(partij, soort, JAAR, drempel_sprong=drempel, vorige_moment=date(2026, 7, 1))


def blokkades(partij: Partij, soort: Documentsoort) -> list[Bevinding]:
    return [wat for wat in oordeel(partij, soort) if wat.blokkeert]


@st.composite
def cijfers(draw: st.DrawFn) -> Cijfer:
    """Any figure: an amount, an honest gap, or one of the ways to be empty."""
    stadium = draw(st.sampled_from(STADIA))
    return draw(
        st.one_of(
            BEDRAG.map(lambda bedrag: cijfer(bedrag, stadium)),
            st.just(gat(stadium)),
            st.just(Cijfer(stadium)),
            st.just(Cijfer(stadium, niet_opgegeven="Nog niet ontvangen")),
        )
    )


@st.composite
def partijen(draw: st.DrawFn) -> Partij:
    """A party of which some data were left out, with any figures."""
    partij = volledige_partij(BEGROTING)
    for sleutel in draw(st.sets(st.sampled_from(sorted(WEGLATINGEN)))):
        partij = draw(st.sampled_from(WEGLATINGEN[sleutel]))(partij)
    posten = st.sampled_from(sorted(BEDRAGEN))
    return replace(
        partij,
        cijfers=draw(st.dictionaries(posten, cijfers())),
        cijfers_vorig=draw(st.dictionaries(posten, cijfers())),
        bijdragen=draw(st.dictionaries(st.integers(JAAR - 2, JAAR), BEDRAG)),
        ingetreden=draw(DAGEN),
        uitgetreden=draw(DAGEN),
        geen_risicos=draw(st.booleans()),
    )


@pytest.mark.parametrize(("soort", "sleutel", "nummer"), GEVALLEN)
def test_elk_wettelijk_gegeven_dat_weg_is_wordt_gevonden(soort: Documentsoort, sleutel: str, nummer: int) -> None:
    """Exactly one finding blocks, with the letter, the article, the edit screen and the owner of what was removed."""
    eis = next(eis for eis in vereist(soort, JAAR) if eis.sleutel == sleutel)
    partij = WEGLATINGEN[sleutel][nummer](volledige_partij(soort))
    (wat,) = blokkades(partij, soort)
    assert (wat.letter, wat.artikel, wat.onderdeel) == (eis.letter, eis.artikel, eis.onderdeel)
    assert wat.veld in (eis.sleutel, *eis.posten)
    assert (wat.wie, wat.wie_id, wat.partij_id) == (partij.wie, partij.wie_id, partij.id)
    totaal = len(vereist(soort, JAAR))
    assert volledig(partij, soort, JAAR) == (totaal - 1, totaal)


@given(SOORTEN, st.sets(st.sampled_from(sorted(WEGLATINGEN))), st.data())
def test_wat_weg_is_en_niets_anders_ontbreekt(soort: Documentsoort, weg: set[str], data: st.DataObject) -> None:
    eisen = vereist(soort, JAAR)
    partij = volledige_partij(soort)
    for sleutel in sorted(weg):
        partij = data.draw(st.sampled_from(WEGLATINGEN[sleutel]))(partij)
    if "belang" in weg:
        weg = weg - {"wijzigingen"}  # without both interests nobody can see that they differ
    assert [wat.artikel for wat in blokkades(partij, soort)] == [eis.artikel for eis in eisen if eis.sleutel in weg]


@given(partijen(), SOORTEN)
def test_volledig_telt_wat_niet_blokkeert(partij: Partij, soort: Documentsoort) -> None:
    aantal, totaal = volledig(partij, soort, JAAR)
    assert totaal == len(vereist(soort, JAAR))
    assert totaal - aantal == len(blokkades(partij, soort))


@given(partijen(), SOORTEN, st.randoms(use_true_random=False))
def test_de_volgorde_van_de_invoer_doet_er_niet_toe(
    partij: Partij, soort: Documentsoort, toeval: random.Random
) -> None:
    def schud(paren: list[Any]) -> list[Any]:
        return toeval.sample(paren, len(paren))

    anders = replace(
        partij,
        cijfers=dict(schud(list(partij.cijfers.items()))),
        cijfers_vorig=dict(schud(list(partij.cijfers_vorig.items()))),
        bijdragen=dict(schud(list(partij.bijdragen.items()))),
        programmas=tuple(schud(list(partij.programmas))),
        kostenaandelen=tuple(schud(list(partij.kostenaandelen))),
    )
    assert oordeel(anders, soort) == oordeel(partij, soort)


@given(SOORTEN, st.sets(st.sampled_from(sorted(BEDRAGEN))), st.data())
def test_een_eerlijk_gat_blokkeert_nooit(soort: Documentsoort, posten: set[str], data: st.DataObject) -> None:
    stadium = data.draw(st.sampled_from(PASSEND[soort]))
    partij = met(volledige_partij(soort), **{post: gat(stadium) for post in posten})
    lijst = oordeel(partij, soort)
    assert not any(wat.blokkeert for wat in lijst)
    geraakt = [eis.artikel for eis in vereist(soort, JAAR) if posten & set(eis.posten)]
    assert [wat.artikel for wat in lijst if wat.ernst is Ernst.NIET_OPGEGEVEN] == geraakt


@given(partijen(), SOORTEN, st.sampled_from(sorted(BEDRAGEN)), BEDRAG)
def test_een_cijfer_erbij_maakt_het_nooit_slechter(
    partij: Partij, soort: Documentsoort, post: str, bedrag: Decimal
) -> None:
    """Only two known interests can show that something changed; then what was missing is traded for it."""
    meer = met(partij, **{post: cijfer(bedrag, STADIUM[soort])})
    voor, na = blokkades(partij, soort), blokkades(meer, soort)
    geen_gat = partij.cijfers.get(post, Cijfer("")).gevraagd_op is None
    assert len(na) <= len(voor) + (0 if geen_gat else 1)
    erbij = {wat.artikel for wat in na} - {wat.artikel for wat in voor}
    assert erbij <= ({"BBV art. 26"} if post.startswith("belang") else set())


@given(partijen(), SOORTEN)
def test_een_tekst_erbij_maakt_het_nooit_slechter(partij: Partij, soort: Documentsoort) -> None:
    vol = volledige_partij(soort)
    voor = {(wat.artikel, wat.veld) for wat in blokkades(partij, soort)}
    teksten = ("naam", "vestigingsplaats", "bestuurlijke_reden", "financiele_reden", "openbaar_belang")
    for veld in (*teksten, "risicos", "programmas"):
        meer = replace(partij, **{veld: getattr(vol, veld)})
        assert {(wat.artikel, wat.veld) for wat in blokkades(meer, soort)} <= voor


@given(partijen(), SOORTEN, BEDRAG, BEDRAG)
def test_een_hogere_drempel_vindt_nooit_meer(partij: Partij, soort: Documentsoort, een: Decimal, twee: Decimal) -> None:
    laag, hoog = sorted((een, twee))
    streng = {(wat.veld, wat.gegeven) for wat in oordeel(partij, soort, laag)}
    assert {(wat.veld, wat.gegeven) for wat in oordeel(partij, soort, hoog)} <= streng


@given(partijen(), SOORTEN)
def test_let_op_blokkeert_niet_en_komt_achteraan(partij: Partij, soort: Documentsoort) -> None:
    ernsten = [wat.ernst is Ernst.LET_OP for wat in oordeel(partij, soort)]
    assert ernsten == sorted(ernsten)
