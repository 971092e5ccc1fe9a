"""On balance: what adds up, what is left out, and the sentence that says so."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.regels.saldo import Bedragen, Conclusie, Post, bijdrage_wijkt_af, conclusie, per_saldo

BEDRAG = st.none() | st.integers(0, 10**9).map(Decimal)
BEDRAGEN = st.builds(Bedragen, BEDRAG, BEDRAG)
POSTEN = st.lists(st.builds(Post, st.sampled_from("ABC"), BEDRAGEN, BEDRAGEN), max_size=6)
ONBEKEND = (None, None)
LASTIG = "U kunt ze daarom niet zomaar vergelijken."


def bedragen(kosten: int | None, baten: int | None) -> Bedragen:
    return Bedragen(*(None if waarde is None else Decimal(waarde) for waarde in (kosten, baten)))


def post(naam: str, wij: tuple[int | None, int | None], zij: tuple[int | None, int | None]) -> Post:
    return Post(naam, bedragen(*wij), bedragen(*zij))


def zeg(*posten: Post) -> Conclusie:
    return conclusie(per_saldo(posten), "Hierstad", "Daarstad")


@pytest.mark.parametrize(
    ("kosten", "baten", "saldo"),
    [(10, 15, 5), (15, 10, -5), (0, 0, 0), (None, 10, None), (10, None, None), (None, None, None)],
)
def test_een_saldo_is_baten_min_kosten_of_onbekend(kosten: int | None, baten: int | None, saldo: int | None) -> None:
    assert bedragen(kosten, baten).saldo == saldo


def test_het_totaal_telt_alleen_wat_van_een_partij_helemaal_bekend_is() -> None:
    saldo = per_saldo([post("A", (10, 15), (20, None)), post("B", (5, None), (7, 3)), post("C", ONBEKEND, ONBEKEND)])

    assert saldo.wij.som == bedragen(10, 15)
    assert (saldo.wij.geteld, saldo.wij.zonder) == (("A",), ("B", "C"))
    assert saldo.zij.som == bedragen(7, 3)
    assert (saldo.zij.geteld, saldo.zij.zonder) == (("B",), ("A", "C"))
    assert not saldo.vergelijkbaar


def test_zonder_een_enkel_bedrag_is_het_totaal_onbekend_en_geen_nul() -> None:
    for posten in ([], [post("A", (None, 3), (4, None))]):
        saldo = per_saldo(posten)
        assert saldo.wij.som == saldo.zij.som == Bedragen()


@pytest.mark.parametrize(
    ("posten", "kern", "waar", "zekerheid"),
    [
        ([], "Wat het per saldo oplevert, is niet te zeggen: kosten en baten zijn niet bekend.", "", ""),
        ([post("A", (1, None), ONBEKEND)],
         "Wat het per saldo oplevert, is niet te zeggen: kosten en baten zijn niet bekend.", "", ""),
        ([post("A", (100_000, 800_000), (900_000, 500_000)), post("B", (50_000, 10_000), (5_000, 9_000))],
         "Per saldo krijgt Hierstad € 660.000 meer dan het inbrengt. Daarstad krijgt € 396.000 minder.",
         "Bij A zijn wij in het voordeel, bij B is dat Daarstad.", ""),
        ([post("A", (2_000_000, 500_000), (0, 2_500_000))],
         "Per saldo krijgt Hierstad € 1,5 mln minder dan het inbrengt. Daarstad krijgt € 2,5 mln meer.",
         "Bij A is Daarstad in het voordeel en wij niet.", ""),
        ([post("A", (1_000, 2_000), (2_000, 1_000))],
         "Per saldo krijgt Hierstad € 1.000 meer dan het inbrengt. Daarstad krijgt € 1.000 minder.",
         "Bij A zijn wij in het voordeel en Daarstad niet.", ""),
        ([post("A", (1_000, 1_000), (2_000, 2_000))],
         "Per saldo krijgt Hierstad evenveel als het inbrengt. Daarstad krijgt evenveel als het inbrengt.", "", ""),
        ([post("A", (1_000, 3_000), ONBEKEND)],
         "Per saldo krijgt Hierstad € 2.000 meer dan het inbrengt. Van Daarstad is dat niet bekend.", "", ""),
        ([post("A", ONBEKEND, (1_000, 3_000)), post("B", ONBEKEND, ONBEKEND)],
         "Wat wij per saldo krijgen, is niet bekend. Daarstad krijgt € 2.000 meer dan het inbrengt.", "",
         "Dit gaat over 1 van de 2 regels hieronder. Van de andere zijn niet alle bedragen bekend."),
        ([post("A", (1, 1), (1, 1)), post("B", ONBEKEND, ONBEKEND)],
         "Per saldo krijgt Hierstad evenveel als het inbrengt. Daarstad krijgt evenveel als het inbrengt.", "",
         "Dit gaat over 1 van de 2 regels hieronder. Van de andere zijn niet alle bedragen bekend."),
        ([post("A", (1, 1), (1, None)), post("B", (1, 1), (1, 1))],
         "Per saldo krijgt Hierstad evenveel als het inbrengt. Daarstad krijgt evenveel als het inbrengt.", "",
         f"Let op: ons saldo gaat over 2 van de 2 regels hieronder, dat van Daarstad over 1. {LASTIG}"),
    ],
)  # fmt: skip
def test_de_zin_boven_de_bladzijde(posten: list[Post], kern: str, waar: str, zekerheid: str) -> None:
    gezegd = zeg(*posten)
    zinnen = [zin.replace("\xa0", " ") for zin in (gezegd.kern, gezegd.waar, gezegd.zekerheid)]
    assert zinnen == [kern, waar, zekerheid]


def test_van_meer_verbanden_noemt_de_zin_dat_met_het_grootste_verschil() -> None:
    klein, groot = post("klein", (0, 1_000), (1_000, 0)), post("groot", (0, 9_000), (9_000, 0))
    assert zeg(klein, groot).waar == zeg(groot, klein).waar == "Bij groot zijn wij in het voordeel en Daarstad niet."


@given(POSTEN)
def test_het_totaal_sluit(posten: list[Post]) -> None:
    saldo = per_saldo(posten)
    for totaal, van in ((saldo.wij, [p.wij for p in posten]), (saldo.zij, [p.zij for p in posten])):
        bekend = [b for b in van if b.saldo is not None]
        assert len(totaal.geteld) == len(bekend)
        assert len(totaal.geteld) + len(totaal.zonder) == len(posten)
        assert totaal.volledig == (len(bekend) == len(posten))
        saldi = [b.saldo for b in van if b.saldo is not None]
        assert totaal.som.saldo == (sum(saldi, Decimal(0)) if saldi else None)


@given(POSTEN, BEDRAG)
def test_iets_onbekends_verandert_geen_totaal(posten: list[Post], los: Decimal | None) -> None:
    meer = per_saldo([*posten, Post("half", Bedragen(kosten=los), Bedragen(baten=los))])
    assert (meer.wij.som, meer.zij.som) == (per_saldo(posten).wij.som, per_saldo(posten).zij.som)
    assert "half" in meer.wij.zonder
    assert "half" in meer.zij.zonder


@given(POSTEN)
def test_wie_van_plaats_wisselt_wisselt_van_saldo(posten: list[Post]) -> None:
    saldo, omgekeerd = per_saldo(posten), per_saldo([Post(p.naam, p.zij, p.wij) for p in posten])
    assert (omgekeerd.wij, omgekeerd.zij) == (saldo.zij, saldo.wij)


@given(POSTEN)
def test_de_zin_noemt_een_gat_in_elk_saldo_dat_zij_noemt(posten: list[Post]) -> None:
    saldo = per_saldo(posten)
    gezegd = conclusie(saldo, "Hierstad", "Daarstad")
    met_gat = [t for t in (saldo.wij, saldo.zij) if t.som.saldo is not None and not t.volledig]
    assert bool(gezegd.zekerheid) == bool(met_gat)


@pytest.mark.parametrize(
    ("bijdrage", "eigendom", "inkoop", "wijkt_af"),
    [
        (None, 10, None, False),
        (10, None, 5, False),
        (10, 10, None, False),
        (10, 10, 5, False),
        (15, 10, 5, False),
        (12, 10, 5, True),
        (0, 10, None, True),
        (10, 0, None, True),
    ],
)
def test_de_bijdrage_van_het_register(
    bijdrage: int | None, eigendom: int | None, inkoop: int | None, wijkt_af: bool
) -> None:
    waarden = [None if waarde is None else Decimal(waarde) for waarde in (bijdrage, eigendom, inkoop)]
    assert bijdrage_wijkt_af(*waarden) is wijkt_af
