from dataclasses import replace
from datetime import date
from decimal import Decimal

from verbanden.kosten import NIET_VERDEELD, Groep, Regel, kostentabel, verdeel
from verbanden.overzicht.rij import Bijdrage, Cel, Deel, Feiten, Kern, Rij, maak_rij
from verbanden.overzicht.totalen import Som

DAG = date(2026, 5, 20)
PROGRAMMAS = {1: "Zorg", 2: "Veiligheid"}


def rij(nummer: int, *bedragen: int | None, delen: tuple[tuple[int, int], ...] = ((1, 100),)) -> Rij:
    kern = Kern(nummer, f"v-{nummer}", f"Verband {nummer}", "", "nv", "uitvoeren", False, "ja", "ja", None, ())
    reeks = [
        Bijdrage(2023 + plek, "begroot", None if bedrag is None else Decimal(bedrag), date(2026, 5, 4))
        for plek, bedrag in enumerate(bedragen)
    ]
    feiten = Feiten(
        kern, "", None, None, tuple(Deel(p, Decimal(a)) for p, a in delen), (*reeks, *[None] * (5 - len(reeks)))
    )
    return maak_rij(feiten, DAG)


def woorden(regel: Regel) -> list[str]:
    """A row as people read it."""
    if regel.woorden:
        return [regel.naam, regel.woorden]
    jaren = [cel.tekst + ("*" if onvolledig else "") for cel, onvolledig, _ in regel.jaarcellen]
    return [regel.naam, *jaren, regel.verschil.tekst + ("*" if regel.verschil_onvolledig else ""), regel.deel]


def groep(tabel_groep: Groep) -> list[list[str]]:
    return [woorden(tabel_groep.totaal), *map(woorden, tabel_groep.regels)]


def test_een_verband_telt_per_programma_voor_zijn_deel_en_samen_voor_alles() -> None:
    eerste = rij(1, *[1_000_000] * 4, 1_100_000, delen=((1, 60), (2, 40)))
    tweede = rij(2, *[3_000_000] * 5, delen=((2, 90),))

    tabel = kostentabel([eerste, tweede], PROGRAMMAS, DAG)

    assert [groep(g) for g in tabel.groepen] == [
        [["Zorg", *["600"] * 4, "660", "+10,0%", "15,0%"], ["Verband 1", *["600"] * 4, "660", "+10,0%", "15,0%"]],
        [
            ["Veiligheid", *["3.100"] * 4, "3.140", "+1,3%", "77,5%"],
            ["Verband 2", *["2.700"] * 5, "0,0%", "67,5%"],
            ["Verband 1", *["400"] * 4, "440", "+10,0%", "10,0%"],
        ],
        [[NIET_VERDEELD, *["300"] * 5, "0,0%", "7,5%"], ["Verband 2", *["300"] * 5, "0,0%", "7,5%"]],
    ]
    assert woorden(tabel.totaal) == ["Alle bijdragen", *["4.000"] * 4, "4.100", "+2,5%", "100,0%"]
    assert tabel.noten == ()


def test_een_onvolledig_totaal_krijgt_een_ster_en_zegt_wat_ontbreekt() -> None:
    rijen = [rij(1, *[1_000_000] * 5), rij(2, *[2_000_000] * 4, None), rij(3)]

    tabel = kostentabel(rijen, PROGRAMMAS, DAG)

    assert woorden(tabel.totaal) == [
        "Alle bijdragen",
        *["3.000*"] * 4,
        "1.000*",
        "0,0%*",
        "100,0%",
    ]
    assert groep(tabel.groepen[0])[1:] == [
        ["Verband 2", *["2.000"] * 4, "niet opgegeven", "–", "66,7%"],
        ["Verband 1", *["1.000"] * 5, "0,0%", "33,3%"],
        ["Verband 3", "Nog geen bedragen"],
    ]
    assert tabel.noten == (
        "Zonder bedragen, en dus in geen enkel totaal: Verband 3.",
        "2027, niet opgegeven, gevraagd op 4 mei 2026: Verband 2.",
        "Het verschil gaat over de verbanden met een bedrag in beide jaren.",
    )


def test_wie_niets_betaalt_ontbreekt_in_geen_totaal() -> None:
    tabel = kostentabel([rij(1, 0, 0, 0, 0), rij(2, *[5000] * 5)], PROGRAMMAS, DAG)

    assert groep(tabel.groepen[0]) == [
        ["Zorg", *["5"] * 5, "0,0%", "100,0%"],
        ["Verband 2", *["5"] * 5, "0,0%", "100,0%"],
        ["Verband 1", "Geen bijdrage"],
    ]
    assert tabel.noten == ()


def test_een_programma_kiezen_toont_alleen_dat_deel() -> None:
    verdeeld = verdeel([rij(1, 1, delen=((1, 60), (2, 30)))], PROGRAMMAS, alleen=2)

    assert [(naam, [post.aandeel for post in posten]) for naam, posten in verdeeld.items()] == [
        ("Veiligheid", [Decimal(30)])
    ]


def test_de_kop_zegt_hoe_zeker_de_cijfers_zijn() -> None:
    eerste = rij(1, 1, 1, 1, 1)
    vast = tuple(b._replace(stadium="vastgesteld") if b and b.jaar == 2023 else b for b in eerste.feiten.bijdragen)
    tweede = replace(eerste, feiten=eerste.feiten._replace(bijdragen=vast))

    assert kostentabel([eerste, tweede], PROGRAMMAS, DAG).jaren == (
        (2023, "gemengd"),
        (2024, "begroot"),
        (2025, "begroot"),
        (2026, "begroot"),
        (2027, ""),
    )


def test_zonder_verbanden_is_er_geen_tabel() -> None:
    tabel = kostentabel([], PROGRAMMAS, DAG)

    assert tabel.groepen == ()
    assert (tabel.totaal, tabel.nu) == (Regel("Alle bijdragen", woorden="Geen bijdrage"), Som(Decimal(0), 0))


def test_cel_van_een_totaal_zonder_enig_bedrag() -> None:
    tabel = kostentabel([rij(1, None, None, None, 1000)], PROGRAMMAS, DAG)

    assert tabel.groepen[0].totaal.cellen[0] == Cel("–", stil=True)
