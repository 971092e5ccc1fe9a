"""What the law lacks of a party: examples with their place in the law."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.verbanden.regels.bbv.partijen import BEGROTING, JAAR, JAARSTUKKEN, cijfer, gat, met, volledige_partij
from verbanden.regels.bbv.bevindingen import ERNSTNAMEN, Bevinding, Ernst, bevindingen, volledig
from verbanden.regels.bbv.partij import Cijfer, Documentsoort, Partij

ONT, NO = Ernst.ONTBREEKT, Ernst.NIET_OPGEGEVEN


def gevonden(partij: Partij, soort: Documentsoort = BEGROTING) -> list[tuple[Ernst, str, str, str]]:
    lijst = bevindingen(partij, soort, JAAR, drempel_sprong=Decimal(10), vorige_moment=None)
    return [(wat.ernst, wat.letter, wat.gegeven, wat.uitleg) for wat in lijst if wat.ernst is not Ernst.LET_OP]


@pytest.mark.parametrize(("soort", "totaal"), [(BEGROTING, 11), (JAARSTUKKEN, 12)])
def test_volledige_partij(soort: Documentsoort, totaal: int) -> None:
    partij = volledige_partij(soort)
    assert bevindingen(partij, soort, JAAR, drempel_sprong=Decimal(10), vorige_moment=None) == ()
    assert volledig(partij, soort, JAAR) == (totaal, totaal)


def test_lege_partij_noemt_alles_in_de_volgorde_van_de_wet() -> None:
    leeg = Partij(1, "x", "", volledige_partij(BEGROTING).categorie, beoordeeld=False)
    assert [(letter, gegeven) for _, letter, gegeven, _ in gevonden(leeg)] == [
        ("", "Deel van de lijst"),
        ("", "Naam"),
        ("", "Vestigingsplaats"),
        ("a", "Hoe de gemeente een belang heeft"),
        ("a", "Openbaar belang"),
        ("b", "Belang op 1 januari en 31 december 2027"),
        ("c", "Eigen vermogen op 1 januari en 31 december 2027"),
        ("c", "Vreemd vermogen op 1 januari en 31 december 2027"),
        ("d", "Resultaat over 2027"),
        ("e", "Risico's voor de gemeente"),
        ("", "Programma's van de begroting"),
    ]
    assert volledig(leeg, BEGROTING, JAAR) == (0, 11)
    assert volledig(leeg, JAARSTUKKEN, JAAR) == (1, 12)


def test_een_bevinding_zegt_wie_wat_en_waar() -> None:
    partij = met(volledige_partij(BEGROTING), eigen_vermogen_eind=Cijfer("begroot"))
    (wat,) = bevindingen(partij, BEGROTING, JAAR, drempel_sprong=Decimal(10), vorige_moment=None)
    assert wat == Bevinding(
        letter="c",
        artikel="BBV art. 15 lid 2 c",
        gegeven="Eigen vermogen op 31 december 2027",
        ernst=ONT,
        uitleg="Er is geen bedrag, en er staat niet bij waarom.",
        onderdeel="cijfers",
        veld="eigen_vermogen_eind",
        wie="Accounthouder sociaal domein",
        wie_id=3,
        partij_id=7,
        anker="id_eigen_vermogen-eigen_vermogen_begin",
    )
    assert wat.blokkeert
    assert ERNSTNAMEN[wat.ernst] == "Ontbreekt"


@pytest.mark.parametrize(
    ("soort", "stadium", "uitleg"),
    [
        # A begroting holds what is expected, jaarstukken what was (art. 15 lid 2, art. 26).
        (BEGROTING, "begroot", None),
        (BEGROTING, "verwacht", None),
        (BEGROTING, "voorlopig", "Wat er staat is voorlopig. Voor de begroting is nodig: begroot of verwacht."),
        (BEGROTING, "vastgesteld", "Wat er staat is vastgesteld. Voor de begroting is nodig: begroot of verwacht."),
        (JAARSTUKKEN, "begroot", "Wat er staat is begroot. Voor de jaarstukken is nodig: voorlopig of vastgesteld."),
        (JAARSTUKKEN, "verwacht", "Wat er staat is verwacht. Voor de jaarstukken is nodig: voorlopig of vastgesteld."),
        (JAARSTUKKEN, "voorlopig", None),
        (JAARSTUKKEN, "vastgesteld", None),
    ],
)
@pytest.mark.parametrize("als_gat", [False, True])
def test_het_stadium_past_bij_het_document(
    soort: Documentsoort, stadium: str, uitleg: str | None, als_gat: bool
) -> None:
    anders = gat(stadium) if als_gat else cijfer(-100_000, stadium)
    ernsten = gevonden(met(volledige_partij(soort), resultaat=anders), soort)
    if uitleg is not None:
        assert ernsten == [(ONT, "d", "Resultaat over 2027", uitleg)]
    else:
        assert [ernst for ernst, *_ in ernsten] == ([NO] if als_gat else [])


@pytest.mark.parametrize(
    ("gegeven", "ernst", "uitleg"),
    [
        (gat(), NO, "Gevraagd op 11 mei 2026. Staat niet in de stukken."),
        (gat(reden="Niet van toepassing."), NO, "Gevraagd op 11 mei 2026. Niet van toepassing."),
        (gat(reden=" "), ONT, "Er is geen bedrag, en er staat niet bij waarom."),
        (
            Cijfer("begroot", niet_opgegeven="Nog niet ontvangen"),
            ONT,
            "Er is geen bedrag, en er staat niet bij wanneer u het vroeg.",
        ),
    ],
)
def test_een_eerlijk_gat_heeft_een_reden_en_een_datum(gegeven: Cijfer, ernst: Ernst, uitleg: str) -> None:
    partij = met(volledige_partij(BEGROTING), resultaat=gegeven)
    assert gevonden(partij) == [(ernst, "d", "Resultaat over 2027", uitleg)]
    assert volledig(partij, BEGROTING, JAAR) == ((11, 11) if ernst is NO else (10, 11))


def test_een_paar_noemt_alleen_de_dagen_waar_het_om_gaat() -> None:
    partij = volledige_partij(BEGROTING)
    half = met(partij, vreemd_vermogen_begin=gat(), vreemd_vermogen_eind=cijfer(1, "vastgesteld"))
    assert [(ernst, gegeven) for ernst, _, gegeven, _ in gevonden(half)] == [
        (ONT, "Vreemd vermogen op 31 december 2027"),
        (NO, "Vreemd vermogen op 1 januari 2027"),
    ]
    heel = met(partij, vreemd_vermogen_begin=gat(), vreemd_vermogen_eind=gat())
    assert gevonden(heel) == [
        (
            NO,
            "c",
            "Vreemd vermogen op 1 januari en 31 december 2027",
            "Gevraagd op 11 mei 2026. Staat niet in de stukken.",
        )
    ]


def test_een_eerlijk_gat_zegt_niet_dat_het_belang_veranderde() -> None:
    partij = replace(met(volledige_partij(JAARSTUKKEN), belang_eind=gat("voorlopig")), wijzigingen="")
    assert [ernst for ernst, *_ in gevonden(partij, JAARSTUKKEN)] == [NO]


WIJZIGING = "Wat er in het belang veranderde"


@pytest.mark.parametrize(
    ("anders", "begin", "eind", "uitleg"),
    [
        ({}, 18, 18, ""),
        ({}, 18, "18.5", "Het belang ging van 18% naar 18,5%."),
        ({"ingetreden": date(2027, 7, 1)}, 0, 0, "De gemeente trad toe op 1 juli 2027."),
        ({"uitgetreden": date(2027, 12, 31)}, 18, 18, "De gemeente trad uit op 31 december 2027."),
        (
            {"uitgetreden": date(2027, 3, 1)},
            "0.225",
            0,
            "De gemeente trad uit op 1 maart 2027. Het belang ging van 0,225% naar 0%.",
        ),
        ({"ingetreden": date(2026, 12, 31)}, 18, 18, ""),
        ({"uitgetreden": date(2028, 1, 1)}, 18, 18, ""),
    ],
)
def test_de_jaarstukken_vertellen_wat_er_veranderde(
    anders: dict[str, date], begin: int | str, eind: int | str, uitleg: str
) -> None:
    """BBV art. 26: accounts tell what came of the budget; parties joined or left and a changed interest."""
    vol = volledige_partij(JAARSTUKKEN, wijzigingen="", cijfers_vorig={}, **anders)
    partij = met(vol, belang_begin=cijfer(begin, "voorlopig"), belang_eind=cijfer(eind, "voorlopig"))
    verwacht = [(ONT, "", WIJZIGING, f"{uitleg} Schrijf op wat er veranderde.")] if uitleg else []
    assert gevonden(partij, JAARSTUKKEN) == verwacht
    assert gevonden(replace(partij, wijzigingen="Verkocht."), JAARSTUKKEN) == []


def test_de_begroting_vraagt_niet_wat_er_veranderde() -> None:
    assert gevonden(volledige_partij(BEGROTING, wijzigingen="", ingetreden=date(2027, 7, 1))) == []


@pytest.mark.parametrize(
    ("anders", "uitleg"),
    [
        ({"programmas": ()}, "Kies bij welk programma deze partij hoort."),
        ({"programmas": (("Sociaal", Decimal(90)),)}, "De delen zijn samen 90%. Dat moet 100% zijn."),
        ({"programmas": (("Sociaal", Decimal("100.1")),)}, "De delen zijn samen 100,1%. Dat moet 100% zijn."),
    ],
)
def test_delen_van_programmas_zijn_samen_honderd(anders: dict[str, object], uitleg: str) -> None:
    assert gevonden(volledige_partij(BEGROTING, **anders)) == [(ONT, "", "Programma's van de begroting", uitleg)]


@pytest.mark.parametrize(
    ("redenen", "uitleg"),
    [
        ({"bestuurlijke_reden": " "}, "Schrijf op waarom er een bestuurlijk belang is."),
        ({"financiele_reden": ""}, "Schrijf op waarom er een financieel belang is."),
        (
            {"bestuurlijke_reden": "", "financiele_reden": ""},
            "Schrijf op waarom er een bestuurlijk en een financieel belang is.",
        ),
    ],
)
def test_beide_belangen_hebben_een_reden(redenen: dict[str, str], uitleg: str) -> None:
    """Votes and one of the two reasons do not say how the municipality has an interest (art. 15 lid 2 a)."""
    partij = volledige_partij(BEGROTING, wijze_van_belang="1 van 13 stemmen: algemeen bestuur.", **redenen)
    assert gevonden(partij) == [(ONT, "a", "Hoe de gemeente een belang heeft", uitleg)]


def test_uitdrukkelijk_geen_risico_is_genoeg() -> None:
    assert gevonden(volledige_partij(BEGROTING, risicos=(), geen_risicos=True)) == []
    zonder = gevonden(volledige_partij(BEGROTING, risicos=()))
    assert zonder == [(ONT, "e", "Risico's voor de gemeente", "Geen risico? Vul dan in: geen.")]


@pytest.mark.parametrize(
    ("post", "veld", "uitleg"),
    [
        (
            "belang_begin",
            "ingetreden",
            "De gemeente trad toe op 1 juli 2027: het belang op 1 januari was dus 0%.",
        ),
        (
            "belang_eind",
            "uitgetreden",
            "De gemeente trad uit op 1 juli 2027: het belang op 31 december is dus 0%.",
        ),
    ],
)
def test_wie_halverwege_komt_of_gaat_krijgt_een_tip(post: str, veld: str, uitleg: str) -> None:
    vol = volledige_partij(BEGROTING, **{veld: date(2027, 7, 1)})
    partij = replace(vol, cijfers={naam: wat for naam, wat in vol.cijfers.items() if naam != post})
    assert [wat[3] for wat in gevonden(partij)] == [uitleg]
