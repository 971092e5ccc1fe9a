"""Advice against reality: every combination in a table, and what always holds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.afstand import BIJ_ROL_EN_AFSPRAAK, Afstand, Oordeel, Punt, Stand, Vormoordeel, afstand
from governance.regels.instrument import Soort
from governance.regels.matching import passend, weeg
from tests.governance.regels.test_matching import GEVALLEN, KADER, antwoorden

NETWERK: dict[str, str] = next(geval["antwoorden"] for geval in GEVALLEN if geval["id"] == "jeugdnetwerk")
KEUZES = [keuze.id for soort in BIJ_ROL_EN_AFSPRAAK for keuze in KADER.van(soort)]
VORMEN = [vorm.id for vorm in KADER.van(Soort.VORM)]
standen = st.dictionaries(st.sampled_from(KEUZES), st.sampled_from(list(Stand)))
gekozen = st.none() | st.frozensets(st.sampled_from(KEUZES))


def meet(**anders: Any) -> Afstand:
    """The distance of the invented youth network, without a choice and with nothing looked up."""
    gegeven: dict[str, Any] = {"vorm": "netwerk", "gekozen_vorm": None, "gekozen": None, "standen": {}}
    return afstand(KADER, NETWERK, **{**gegeven, **anders})


def punt(gemeten: Afstand, id_: str) -> Punt | None:
    return next((een for een in gemeten.punten if een.keuze.id == id_), None)


# ruimte_en_mandaat_college: recommended for a network; kwartaalcijfers_gemeente: not needed there;
# vereffening: does not exist in a network.
@pytest.mark.parametrize(
    ("id_", "gekozen", "stand", "verwacht"),
    [
        ("ruimte_en_mandaat_college", None, Stand.GELDT, (True, "aanbevolen", Oordeel.OP_ORDE)),
        ("ruimte_en_mandaat_college", None, Stand.GELDT_NIET, (True, "aanbevolen", Oordeel.ONTBREEKT)),
        ("ruimte_en_mandaat_college", None, Stand.ONBEKEND, (True, "aanbevolen", Oordeel.ONBEKEND)),
        ("ruimte_en_mandaat_college", set(), Stand.GELDT, (False, "aanbevolen", Oordeel.MAG)),
        ("ruimte_en_mandaat_college", set(), Stand.GELDT_NIET, None),
        ("kwartaalcijfers_gemeente", None, Stand.GELDT, (False, "niet nodig", Oordeel.OVERBODIG)),
        ("kwartaalcijfers_gemeente", None, Stand.GELDT_NIET, None),
        ("kwartaalcijfers_gemeente", {"kwartaalcijfers_gemeente"}, Stand.GELDT, (True, "niet nodig", Oordeel.OP_ORDE)),
        (
            "kwartaalcijfers_gemeente",
            {"kwartaalcijfers_gemeente"},
            Stand.ONBEKEND,
            (True, "niet nodig", Oordeel.ONBEKEND),
        ),
        ("vereffening", None, Stand.GELDT, (False, "past niet bij deze vorm", Oordeel.OVERBODIG)),
        ("vereffening", None, Stand.ONBEKEND, None),
    ],
)
def test_elke_combinatie(id_: str, gekozen: set[str] | None, stand: Stand, verwacht: Any) -> None:
    gevonden = punt(meet(gekozen=gekozen, standen={id_: stand}), id_)
    assert (gevonden and (gevonden.wenselijk, gevonden.advies, gevonden.oordeel)) == verwacht


@pytest.mark.parametrize(
    ("gegeven", "vorm", "keuze", "verwacht"),
    [
        (NETWERK, "netwerk", None, ("netwerk", Vormoordeel.PAST)),
        (NETWERK, "openbaar_lichaam", None, ("netwerk", Vormoordeel.WIJKT_AF)),
        (NETWERK, "netwerk", "convenant", ("convenant", Vormoordeel.WIJKT_AF)),
        (NETWERK, "overig", None, ("netwerk", Vormoordeel.ONBEKEND)),
        ({"eigen_organisatie": "eigen"}, "netwerk", None, ("openbaar_lichaam", Vormoordeel.UITGESLOTEN)),
    ],
)
def test_de_vorm(gegeven: dict[str, str], vorm: str, keuze: str | None, verwacht: tuple[str, Vormoordeel]) -> None:
    gemeten = afstand(KADER, gegeven, vorm=vorm, gekozen_vorm=keuze, gekozen=None, standen={})
    assert (gemeten.vorm and gemeten.vorm.id, gemeten.vormoordeel) == verwacht


def test_wat_om_werk_vraagt_staat_bovenaan() -> None:
    gemeten = meet(
        standen={
            "ruimte_en_mandaat_college": Stand.GELDT,
            "kwartaalcijfers_gemeente": Stand.GELDT,
            "jaarlijkse_zinvraag": Stand.GELDT_NIET,
        }
    )
    oordelen = [een.oordeel for een in gemeten.punten]
    assert oordelen[0] is Oordeel.ONTBREEKT
    assert oordelen == sorted(oordelen, key=list(Oordeel).index)
    assert (gemeten.ontbreekt, gemeten.overbodig, gemeten.op_orde) == (1, 1, 1)
    assert not gemeten.niets_nagekeken
    assert meet().niets_nagekeken


@given(antwoorden, st.sampled_from(VORMEN), st.none() | st.sampled_from(VORMEN), gekozen, standen)
def test_wat_altijd_geldt(
    gegeven: dict[str, str],
    vorm: str,
    gekozen_vorm: str | None,
    gekozen: frozenset[str] | None,
    standen: dict[str, Stand],
) -> None:
    gemeten = afstand(KADER, gegeven, vorm=vorm, gekozen_vorm=gekozen_vorm, gekozen=gekozen, standen=standen)
    per_id = {een.keuze.id: een for een in gemeten.punten}
    assert len(per_id) == len(gemeten.punten)
    # Everything that is wanted or holds stands there once; nothing unknown is ever in order.
    geldt = {id_ for id_, stand in standen.items() if stand is Stand.GELDT}
    assert geldt <= set(per_id)
    assert gekozen is None or gekozen <= set(per_id)
    assert {id_ for id_, een in per_id.items() if een.oordeel in (Oordeel.OP_ORDE, Oordeel.MAG)} <= geldt
    assert gemeten.op_orde + gemeten.ontbreekt + gemeten.onbekend == gemeten.wenselijk
    # Looking something up never makes another point better or worse.
    for id_ in KEUZES[::7]:
        anders = afstand(
            KADER,
            gegeven,
            vorm=vorm,
            gekozen_vorm=gekozen_vorm,
            gekozen=gekozen,
            standen={**standen, id_: Stand.GELDT},
        )
        rest = {een.keuze.id: een.oordeel for een in anders.punten if een.keuze.id != id_}
        assert rest == {een.keuze.id: een.oordeel for een in gemeten.punten if een.keuze.id != id_}


@given(antwoorden, st.sampled_from(VORMEN))
def test_zonder_keuze_is_gewenst_wat_wordt_aanbevolen(gegeven: dict[str, str], vorm: str) -> None:
    gemeten = afstand(KADER, gegeven, vorm=vorm, gekozen_vorm=None, gekozen=None, standen={})
    aanbevolen = {
        een.keuze.id
        for soort in BIJ_ROL_EN_AFSPRAAK
        for een in passend(KADER, gegeven, vorm, soort)
        if een.woord == "aanbevolen"
    }
    assert {een.keuze.id for een in gemeten.punten} == aanbevolen
    eerste = weeg(KADER, gegeven).eerste
    assert gemeten.vorm == (eerste.keuze if eerste else None)
