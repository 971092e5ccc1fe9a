"""The interplay with partners, for all partnerships and for one, as a council member reads it."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samenwerkingswijzer.historie import bewaar, verwijder
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_aandeel,
    maak_accounthouder,
    maak_deelname,
    maak_gebruiker,
    maak_gemeente,
    maak_organisatie,
    maak_spelerspunt,
    maak_standpunt,
    maak_verband,
    onze_organisatie,
)
from tests.tabellen import tabel, tekst
from verbanden.models import Levensfase, Organisatie, Samenwerkingsverband

pytestmark = pytest.mark.django_db
LIJST = "/partners/samenspel/"
GISTEREN = NU - timedelta(days=1)
TOEN = "?peildatum=2026-05-19"
ZELF, SAMEN, GEHEEL = "zelf_per_verband", "samen_per_verband", "samen_over_verbanden"
GEEN = ["niet bekend", "niet vastgelegd", "geen"]


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def raadslid(client: Client) -> Client:
    maak_gemeente(GISTEREN)
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    return client


def pagina(verband: Samenwerkingsverband) -> str:
    return f"/verbanden/{verband.slug}/samenspel/"


def met_partners(*namen: str, op: Any = NU, **velden: Any) -> tuple[Samenwerkingsverband, list[Organisatie]]:
    """A partnership in which we and these partners take part; the parties in that order."""
    verband = maak_verband(op, **velden)
    partijen = [onze_organisatie(op), *(maak_organisatie(op, naam=naam) for naam in namen)]
    for partij in partijen:
        maak_deelname(verband, partij, op)
    return verband, partijen


def vakken(antwoord: Any) -> list[tuple[bool, str]]:
    """The four perspectives in reading order: whether ours is marked, and the words."""
    inhoud = antwoord.content.decode().split('class="sw-persp"', 1)[1].split("</table>")[0]
    cellen = re.findall(r'<td( class="is-ours")?>(.*?)</td>', inhoud.split("<tbody>")[1], re.DOTALL)
    return [(bool(eigen), " ".join(re.sub(r"<[^>]+>", " ", cel).split())) for eigen, cel in cellen]


def test_het_beeld_en_de_tabel_zeggen_hetzelfde(raadslid: Client) -> None:
    verband, (wij, noord, zuid, _) = met_partners("Gemeente Noord", "Gemeente Zuid", "Stichting West")
    maak_standpunt(verband, wij, GEHEEL, belangen="Minder kosten")
    maak_standpunt(verband, noord, ZELF, datum=date(2024, 5, 1))
    maak_standpunt(verband, noord, SAMEN, belangen="Rust", bron="overleg", url="https://verslag.example/")
    maak_standpunt(verband, zuid, ZELF, datum=date(2025, 5, 19), belangen="")

    antwoord = raadslid.get(pagina(verband))

    assert vakken(antwoord) == [
        (False, "1 Scherp onderhandelen Zuid"),
        (False, "3 Ruilen over verbanden nog niemand bekend"),
        (False, "2 Samen zoeken Noord in 2024 nog 1"),
        (True, "4 Samen het geheel wegen Voorbeeldstad"),
    ]
    assert tabel(antwoord, 1) == [
        ["Gemeente Voorbeeldstad", "4 Samen het geheel wegen", "Minder kosten", "verzonnen gesprek 1 maart 2026"],
        ["Gemeente Noord", "2 Samen zoeken in 2024 nog 1", "Rust", "overleg 1 maart 2026"],
        ["Gemeente Zuid", "1 Scherp onderhandelen", "niet vastgelegd",
         "verzonnen gesprek 19 mei 2025, ouder dan een jaar"],
        ["Stichting West", *GEEN],
    ]  # fmt: skip
    woorden = tekst(antwoord)
    assert "Nee: drie partijen kijken op drie manieren." in woorden
    assert "Niet bekend hoe zij kijken: Stichting West." in woorden
    assert 'href="https://verslag.example/"' in antwoord.content.decode()


def test_een_leeg_verband_zegt_wat_er_niet_is(raadslid: Client) -> None:
    woorden = tekst(raadslid.get(pagina(maak_verband())))
    for zin in (
        "Dat weten wij nog niet. Van geen enkele partij is vastgelegd hoe zij kijkt.",
        "Er zijn geen deelnemers vastgelegd.",
        "Er is nog geen sleutel te vergelijken met een deel in de taak of de baten.",
        "Er is nog niet vastgelegd wat elke partij doet.",
        "De zelfcheck van 2026 is nog niet gedaan.",
    ):
        assert zin in woorden
    assert "'Sleutel +3,0'" not in woorden


def test_eigenaar_en_eigen_inkoop_staan_apart(raadslid: Client) -> None:
    verband, (wij, noord) = met_partners("Gemeente Noord")
    delen: dict[str, Any] = {"deel_taak": Decimal(44), "deel_baten": Decimal(35), "deel_sleutel": Decimal("38.4")}
    maak_aandeel(verband, wij, doet="Levert de inkoper", kosten=64_000, baten=Decimal("70500.50"), **delen)
    maak_aandeel(verband, noord, deel_taak=Decimal(56), kosten=0)
    maak_aandeel(verband, noord, soort="eigen_inkoop", doet="Koopt advies", kosten=12_000, resultaat="Klaar")
    maak_aandeel(verband, wij, jaar=2025, doet="Oud werk")

    antwoord = raadslid.get(pagina(verband))

    assert tabel(antwoord, 2) == [
        ["Gemeente Voorbeeldstad", "44,0% sleutel −5,6", "35,0% sleutel +3,4", "38,4%"],
        ["Gemeente Noord", "56,0%", "niet bekend", "geen"],
    ]
    assert [[cel.replace("\xa0", " ") for cel in rij] for rij in tabel(antwoord, 3)] == [
        ["Samen eigenaar"],
        ["Gemeente Voorbeeldstad verzonnen", "Levert de inkoper", "niet bekend", "€ 64.000", "€ 70.500,50"],
        ["Gemeente Noord verzonnen", "niet bekend", "niet bekend", "€ 0", "niet bekend"],
        ["Inkoop voor eigen rekening"],
        ["Gemeente Noord verzonnen", "Koopt advies", "Klaar", "€ 12.000", "niet bekend"],
    ]
    woorden = tekst(antwoord)
    assert (
        "Gemeente Voorbeeldstad betaalt volgens de sleutel 5,6 procentpunt minder dan het eigen deel in de taak."
        in woorden
    )
    assert "Oud werk" not in woorden
    assert "Bedragen van 2026." in woorden


def test_delen_die_niet_kloppen_staan_erbij(raadslid: Client) -> None:
    verband, (wij, noord) = met_partners("Gemeente Noord")
    maak_aandeel(verband, wij, deel_taak=Decimal(30))
    maak_aandeel(verband, noord, deel_taak=Decimal(50))
    assert "De delen in de taak zijn samen 80,0%, niet 100%." in tekst(raadslid.get(pagina(verband)))


def test_de_zelfcheck_van_dit_jaar_naast_die_van_vorig_jaar(raadslid: Client) -> None:
    verband = maak_verband()
    maak_spelerspunt(verband, "open_en_geinformeerd", "kan_beter", bewijs="Nog niet iedereen gevraagd.")
    maak_spelerspunt(verband, "betrokken", "onbekend")
    maak_spelerspunt(verband, "betrokken", "niet", jaar=2025)
    maak_spelerspunt(verband, "krachten_bundelen", jaar=2024)

    antwoord = raadslid.get(pagina(verband))

    rijen = [rij[1:] for rij in tabel(antwoord, 1)]
    assert rijen == [
        ["Kan beter Nog niet iedereen gevraagd.", "niet ingevuld"],
        ["niet ingevuld", "niet ingevuld"],
        ["Weten wij nog niet", "Niet verzonnen bewijs"],
        ["niet ingevuld", "niet ingevuld"],
    ]
    assert "In 2026 is 1 van de 4 punten nagegaan." in tekst(antwoord)


def test_alleen_wie_meedoet_en_wat_er_al_was_telt(raadslid: Client) -> None:
    verband, (_, noord) = met_partners("Gemeente Noord")
    weg = maak_organisatie(naam="Gemeente Weg")
    maak_deelname(verband, weg, tot=date(2026, 5, 20))
    maak_standpunt(verband, weg, ZELF)
    maak_standpunt(verband, noord, SAMEN, datum=date(2026, 5, 20))
    maak_standpunt(verband, noord, ZELF, datum=date(2026, 5, 21))
    maak_aandeel(verband, noord, jaar=2027, doet="Straks")

    antwoord = raadslid.get(pagina(verband))

    assert [rij[:2] for rij in tabel(antwoord, 1)] == [
        ["Gemeente Voorbeeldstad", "niet bekend"],
        ["Gemeente Noord", "2 Samen zoeken"],
    ]
    assert "Straks" not in tekst(antwoord)


def test_een_eerdere_dag_toont_wat_er_toen_stond(raadslid: Client) -> None:
    verband, (wij, noord) = met_partners("Gemeente Noord", op=GISTEREN)
    maak_standpunt(verband, wij, SAMEN, op=GISTEREN)
    rij = maak_standpunt(verband, noord, SAMEN, op=GISTEREN)
    punt = maak_spelerspunt(verband, op=GISTEREN)
    aandeel = maak_aandeel(verband, noord, doet="Toen", op=GISTEREN)
    rij.perspectief = ZELF
    aandeel.doet = "Nu"
    bewaar(rij, door=None, op=NU)
    bewaar(aandeel, door=None, op=NU)
    verwijder(punt, door=None, op=NU)

    nu, toen = (tekst(raadslid.get(pagina(verband) + vraag)) for vraag in ("?peildatum=", TOEN))

    assert ("Nee: twee partijen" in nu, "Nu" in nu, "nog niet gedaan" in nu) == (True, True, True)
    assert ("Ja." in toen, "Toen" in toen, "is 1 van de 4" in toen) == (True, True, True)


def test_bewerken_staat_er_alleen_voor_wie_het_mag_en_vandaag(client: Client) -> None:
    maak_gemeente(GISTEREN)
    verband, _ = met_partners("Gemeente Noord", op=GISTEREN)
    houder = maak_accounthouder(verband, op=GISTEREN)
    links = [f"/verbanden/{verband.slug}/bewerken/{deel}/" for deel in ("standpunten", "aandelen", "zelfcheck")]

    def gevonden(gebruiker: Any, vraag: str = "?peildatum=") -> list[str]:
        client.force_login(gebruiker)
        inhoud = client.get(pagina(verband) + vraag).content.decode()
        return [link for link in links if f'href="{link}"' in inhoud]

    assert gevonden(houder) == links
    assert gevonden(houder, TOEN) == []
    assert gevonden(maak_gebruiker(Rol.RAADSLID)) == []


def test_het_overzicht_begint_waar_het_schuurt(raadslid: Client) -> None:
    maak_verband(naam="Z onbekend")
    gelijk, (wij, noord) = met_partners("Gemeente Noord", naam="A gelijk")
    maak_deelname(gelijk, maak_organisatie())
    maak_standpunt(gelijk, wij, SAMEN)
    maak_standpunt(gelijk, noord, SAMEN, datum=date(2025, 1, 1))
    anders, (_, zuid) = met_partners("Gemeente Zuid", naam="B anders")
    maak_standpunt(anders, wij, SAMEN)
    maak_standpunt(anders, zuid, ZELF)
    sleutel, (_, west) = met_partners("Gemeente West", naam="Y met sleutel")
    maak_aandeel(sleutel, west, jaar=2025, deel_taak=Decimal(40), deel_sleutel=Decimal(40))
    maak_spelerspunt(sleutel, jaar=2025)
    maak_spelerspunt(anders)
    maak_verband(naam="Voorbij", levensfase=Levensfase.BEEINDIGD, beeindigd_op=date(2026, 1, 1))

    antwoord = raadslid.get(LIJST)

    vorm = "Openbaar lichaam"
    assert tabel(antwoord, 0) == [
        [f"B anders {vorm}", "Nee", "1 maart 2026", "niet bekend", "1 van 4 punten"],
        [f"A gelijk {vorm}", "Ja 1 van de 3 partijen niet bekend",
         "1 maart 2026 oudste: 1 januari 2025, verouderd", "niet bekend", "nog niet gedaan"],
        [f"Y met sleutel {vorm}", "Onbekend", "geen", "0,0 procentpunt in 2025", "nog niet gedaan"],
        [f"Z onbekend {vorm}", "Onbekend", "geen", "niet bekend", "nog niet gedaan"],
    ]  # fmt: skip
    assert tekst(antwoord, 'sw-intro__lead"', "</p>") == (
        "In 1 van de 2 verbanden waarvan wij het weten, kijken de partijen op dezelfde manier. "
        "Van 2 verbanden weten wij het nog niet."
    )


def test_een_leeg_overzicht_zegt_dat(raadslid: Client) -> None:
    assert "Er staan geen lopende verbanden in het portaal." in tekst(raadslid.get(LIJST))


def vol(op: Any = NU, partners: int = 2) -> Samenwerkingsverband:
    """A partnership of which everything on the page is known of every party, now and before."""
    verband, partijen = met_partners(*(f"Gemeente {nummer}" for nummer in range(partners)), op=op)
    for partij in partijen:
        maak_standpunt(verband, partij, ZELF, op, datum=date(2024, 1, 1))
        maak_standpunt(verband, partij, SAMEN, op)
        maak_aandeel(verband, partij, op=op, deel_taak=Decimal(10), deel_sleutel=Decimal(10))
        maak_aandeel(verband, partij, op=op, soort="eigen_inkoop")
    for jaar in (2025, 2026):
        maak_spelerspunt(verband, op=op, jaar=jaar)
    return verband


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize("vraag", ["", TOEN])
def test_evenveel_vragen_aan_de_database_bij_elk_aantal_verbanden(
    raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries, aantal: int, vraag: str
) -> None:
    for _ in range(aantal):
        vol(GISTEREN)
    raadslid.get(LIJST + vraag)

    # session, user, municipality, partnerships, participations, positions, shares, points, organisations
    with django_assert_num_queries(9):
        antwoord = raadslid.get(LIJST + vraag)
    assert len(tabel(antwoord, 0)) == aantal


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize("vraag", ["", TOEN])
def test_evenveel_vragen_aan_de_database_bij_elk_aantal_partners(
    raadslid: Client, django_assert_num_queries: DjangoAssertNumQueries, aantal: int, vraag: str
) -> None:
    verband = vol(GISTEREN, aantal)
    raadslid.get(pagina(verband) + vraag)

    with django_assert_num_queries(9):
        antwoord = raadslid.get(pagina(verband) + vraag)
    assert len(tabel(antwoord, 1)) == aantal + 1


@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete"])
def test_lezen_kan_alleen_met_get(raadslid: Client, methode: str) -> None:
    for pad in (LIJST, pagina(maak_verband())):
        assert getattr(raadslid, methode)(pad).status_code == 405


def test_het_dashboard_wijst_de_weg(raadslid: Client) -> None:
    verband = maak_verband()
    blok = raadslid.get(verband.get_absolute_url()).content.decode().split('id="blok-regime"')[1].split("</section>")[0]
    assert f'href="{pagina(verband)}"' in blok.split("<details", 1)[1]


def test_het_bewerkscherm_toont_de_punten_van_dit_jaar(client: Client) -> None:
    maak_gemeente(GISTEREN)
    client.force_login(maak_gebruiker(Rol.CONTROLLER))
    verband = maak_verband()
    maak_spelerspunt(verband, "krachten_bundelen", "kan_beter")
    maak_spelerspunt(verband, jaar=2024)

    antwoord = client.get(f"/verbanden/{verband.slug}/bewerken/zelfcheck/")

    assert [[rij[0].removesuffix(" bewerken"), *rij[1:3]] for rij in tabel(antwoord, 0)] == [
        ["Open en goed geïnformeerd", "2026", "Weten wij nog niet"],
        ["Betrouwbaar en duidelijk", "2026", "Weten wij nog niet"],
        ["Betrokken", "2026", "Weten wij nog niet"],
        ["Gericht op krachten bundelen", "2026", "Kan beter"],
        ["Betrokken", "2024", "Goed"],
    ]
    assert "nieuw/?punt=betrokken&amp;jaar=2026" in antwoord.content.decode()


def test_wat_men_intypt_blijft_tekst(raadslid: Client) -> None:
    kwaad = "<script>alert(1)</script>"
    verband, (_, partner) = met_partners(kwaad, naam=kwaad)
    maak_standpunt(verband, partner, SAMEN, belangen=kwaad, bron=kwaad)
    maak_aandeel(verband, partner, doet=kwaad, resultaat=kwaad, bron=kwaad)
    maak_spelerspunt(verband, bewijs=kwaad)

    for pad in (LIJST, pagina(verband)):
        inhoud = raadslid.get(pad).content.decode()
        assert kwaad not in inhoud
        assert "&lt;script&gt;" in inhoud
