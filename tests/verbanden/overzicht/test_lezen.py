from datetime import date, timedelta
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_cijfer,
    maak_gebruiker,
    maak_portefeuille,
    maak_programma,
    maak_stand,
    maak_verband,
)
from verbanden.models import Klasse, Oordeel, Post, Samenwerkingsverband, Stadium
from verbanden.overzicht import lezen
from verbanden.overzicht.rij import Bijdrage, Deel, Stand
from verbanden.regels.cijfers import ZEKERHEID, leidend

pytestmark = pytest.mark.django_db
NU_PEIL = Peildatum(VANDAAG)
GISTEREN = NU - timedelta(days=1)
TOEN_PEIL = Peildatum.van(GISTEREN.date(), vandaag=VANDAAG)


def vol(op=NU, **velden) -> Samenwerkingsverband:
    """A partnership of which everything on the overview is known."""
    verband = maak_verband(op, portefeuille=maak_portefeuille(op), onderwerpen=["zorg", "jeugd"], **velden)
    maak_accounthouder(verband, op=op)
    maak_belangrijkheid(verband, op=op)
    maak_stand(verband, op=op)
    maak_programma(verband, op=op)
    for jaar in range(2023, 2028):
        maak_cijfer(verband, jaar, op=op)
    return verband


def test_een_rij_draagt_alles_van_een_verband() -> None:
    houder = maak_portefeuille(houder="wethouder zorg")
    verband = maak_verband(portefeuille=houder, onderwerpen=["zorg"], korte_naam="Kort", fictief=True)
    gebruiker = maak_accounthouder(verband, maak_gebruiker(Rol.ACCOUNTHOUDER, naam="Accounthouder zorg"))
    maak_belangrijkheid(verband, Klasse.BESTUURLIJK)
    maak_stand(verband, Oordeel.AANDACHT, zin="De wachttijd loopt op.")
    programma = maak_programma(verband, "Zorg", aandeel=Decimal(60))
    maak_cijfer(verband, 2026, 1500)

    overzicht = lezen.lees(NU_PEIL)

    feiten = overzicht.rijen[0].feiten
    assert feiten.klasse == Klasse.BESTUURLIJK
    assert feiten.stand == Stand("aandacht", "De wachttijd loopt op.", VANDAAG)
    assert feiten.delen == (Deel(programma.id, Decimal(60)),)
    assert feiten.bijdragen == (None, None, None, Bijdrage(2026, "begroot", Decimal(1500), None), None)
    assert (feiten.kern.portefeuille_id, feiten.accounthouder_id) == (houder.id, gebruiker.id)
    assert (overzicht.rijen[0].naam, overzicht.rijen[0].vorm) == ("Kort", "Openbaar lichaam (fictief)")
    assert overzicht.programmas == {programma.id: "Zorg"}
    assert overzicht.portefeuilles == {houder.id: "wethouder zorg"}
    assert overzicht.accounthouders == {gebruiker.id: "Accounthouder zorg"}


def test_een_kaal_verband_geeft_een_rij_met_gaten() -> None:
    maak_verband()

    feiten = lezen.lees(NU_PEIL).rijen[0].feiten

    assert (feiten.klasse, feiten.stand, feiten.accounthouder_id, feiten.delen) == ("", None, None, ())
    assert feiten.bijdragen == (None,) * 5


@pytest.mark.parametrize("aantal", range(1, 5))
def test_het_zekerste_cijfer_van_een_jaar_gaat_voor(aantal: int) -> None:
    verband = maak_verband()
    stadia = ZEKERHEID[-aantal:]
    for stadium in stadia:
        maak_cijfer(verband, 2026, ZEKERHEID.index(stadium), stadium=Stadium(stadium))
    maak_cijfer(verband, 2026, 99, Post.DIVIDEND, Stadium.VASTGESTELD)

    bijdrage = lezen.lees(NU_PEIL).rijen[0].feiten.bijdragen[3]

    assert bijdrage == Bijdrage(2026, leidend(stadia), Decimal(ZEKERHEID.index(leidend(stadia))), None)


def test_een_bedrag_gaat_voor_een_gat() -> None:
    verband = maak_verband()
    maak_cijfer(verband, 2026, None, stadium=Stadium.VASTGESTELD)
    maak_cijfer(verband, 2026, 7, stadium=Stadium.BEGROOT)

    assert lezen.lees(NU_PEIL).rijen[0].nu == Decimal(7)


def test_alleen_wat_op_de_dag_geldt_telt() -> None:
    verband = maak_verband()
    maak_belangrijkheid(verband, Klasse.AMBTELIJK, datum=VANDAAG)
    maak_belangrijkheid(verband, Klasse.POLITIEK, datum=VANDAAG + timedelta(days=1))
    maak_stand(verband, Oordeel.BIJSTUREN, datum=VANDAAG + timedelta(days=1))
    maak_accounthouder(verband, van=date(2025, 1, 1), tot=VANDAAG)

    feiten = lezen.lees(NU_PEIL).rijen[0].feiten

    assert (feiten.klasse, feiten.stand, feiten.accounthouder_id) == (Klasse.AMBTELIJK, None, None)


def test_het_verleden_blijft_zoals_het_was() -> None:
    verband = vol(GISTEREN, naam="Zoals het was")
    toen = lezen.lees(TOEN_PEIL)
    vandaag = lezen.lees(NU_PEIL)
    assert toen.rijen[0].feiten == vandaag.rijen[0].feiten

    verband.naam = "Veranderd"
    bewaar(verband, door=None, op=NU)
    for rij in (*verband.jaarcijfers.all(), *verband.standen.all(), *verband.programmadelen.all()):
        verwijder(rij, door=None, op=NU)
    maak_belangrijkheid(verband, Klasse.AMBTELIJK, datum=VANDAAG)
    maak_verband(naam="Nieuw")

    assert lezen.lees(TOEN_PEIL) == toen
    assert [rij.naam for rij in lezen.lees(NU_PEIL).rijen] == ["Nieuw", "Veranderd"]
    assert lezen.lees(NU_PEIL).rijen[1].feiten.bijdragen == (None,) * 5


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize("peildatum", [NU_PEIL, TOEN_PEIL], ids=["vandaag", "eerder"])
def test_vier_vragen_hoeveel_verbanden_er_ook_zijn(
    aantal: int, peildatum: Peildatum, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(aantal):
        vol(GISTEREN)

    with django_assert_num_queries(4):
        assert len(lezen.lees(peildatum).rijen) == aantal


def test_zonder_verbanden() -> None:
    assert lezen.lees(NU_PEIL) == lezen.Overzicht((), {}, {}, {})
