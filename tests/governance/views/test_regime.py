"""Advice against reality on the screen: of one partnership, of all, and the way to the ontwikkelagenda."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from evaluatie.models import Ontwikkelpunt
from governance.handelingen import afwegingen
from governance.models import Regimepunt
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    geef_antwoord,
    maak_accounthouder,
    maak_afwegingskader,
    maak_gebruiker,
    maak_gemeente,
    maak_ontwikkelpunt,
    maak_regimepunt,
    maak_verband,
)
from tests.governance.views.test_afweging import NETWERK
from tests.verbanden.views.hulp import fouten, log_in
from tests.verbanden.views.test_overzicht import Tabellen, tekst
from verbanden.models import Samenwerkingsverband, Vorm

pytestmark = pytest.mark.django_db
GISTEREN = NU - timedelta(days=1)
KEUZE = ["ruimte_en_mandaat_college"], ["jaarlijkse_zinvraag", "congruentiegesprek"]
BESLUIT = {"besluit_van": "college", "besloten_op": NU.date(), "motivering": "", "document": "", "url": ""}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(GISTEREN)
        maak_afwegingskader()
        yield


@pytest.fixture
def houder() -> Gebruiker:
    return maak_gebruiker(Rol.ACCOUNTHOUDER)


def weeg(verband: Samenwerkingsverband, door: Gebruiker, *, kies: bool = True) -> None:
    """A weighing with all answers, and the choice of a network."""
    afweging = afwegingen.begin(verband=verband, aanleiding="", door=door, op=NU)
    geef_antwoord(afweging, door, **NETWERK)
    if kies:
        rollen, afspraken = KEUZE
        afwegingen.kies(
            afweging=afweging, vorm="netwerk", rollen=rollen, afspraken=afspraken, gegevens=BESLUIT, door=door, op=NU
        )


@pytest.fixture
def kring(houder: Gebruiker) -> Samenwerkingsverband:
    verband = maak_verband(GISTEREN, naam="Jeugdkring", slug="jeugdkring", vorm=Vorm.NETWERK)
    maak_accounthouder(verband, houder)
    weeg(verband, houder)
    return verband


def rijen(antwoord: Any, tabel: int) -> dict[str, list[str]]:
    """The rows of a table on the page: name -> other cells."""
    assert antwoord.status_code == 200
    return {rij[0].split("  ")[0]: rij[1:] for rij in Tabellen(antwoord.content).tabellen[tabel][1:]}


def oordelen(antwoord: Any) -> list[tuple[str, str]]:
    """What the page concludes, agreement by agreement, in its order."""
    namen = re.findall(r'<th scope="row"[^>]*>([^<]+)<', antwoord.content.decode())
    return [
        (naam, rij[3])
        for naam, rij in zip(namen, [r for t in Tabellen(antwoord.content).tabellen for r in t[1:]], strict=True)
    ]


def test_elk_gat_staat_er_met_wat_eraan_te_doen_is(kring: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_regimepunt(kring, "ruimte_en_mandaat_college", vindplaats="kadernota, punt 4")
    maak_regimepunt(kring, "jaarlijkse_zinvraag", "geldt_niet")
    maak_regimepunt(kring, "kwartaalcijfers_gemeente")
    antwoord = log_in(houder).get("/verbanden/jeugdkring/regime/")
    assert oordelen(antwoord) == [
        ("Ruimte en mandaat van het college in woorden", "Op orde"),
        ("Jaarlijkse vraag: heeft dit nog zin?", "Ontbreekt"),
        ("Gesprek over bedoelingen", "Nog niet nagekeken"),
        ("Kwartaalcijfers per gemeente", "Overbodig"),
    ]
    woorden = tekst(antwoord)
    assert (
        "1 van de 3 gewenste rollen en afspraken geldt. Er ontbreekt er 1, 1 is overbodig, en 1 is nog niet" in woorden
    )
    assert "Gewenst is wat het bestuur koos (college, 20 mei 2026)." in woorden
    assert "Geldt kadernota, punt 4. Nagekeken op 20 mei 2026." in woorden
    inhoud = antwoord.content.decode()
    assert re.findall(r'name="herkomst" value="([^"]+)"', inhoud) == [
        "regime:jaarlijkse_zinvraag",
        "regime:kwartaalcijfers_gemeente",
    ]
    assert 'href="/verbanden/jeugdkring/bewerken/regime/nieuw/?keuze=congruentiegesprek"' in inhoud


def test_een_gat_komt_met_een_klik_op_de_ontwikkelagenda(kring: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_regimepunt(kring, "jaarlijkse_zinvraag", "geldt_niet")
    klant = log_in(houder)
    gestuurd = dict(
        re.findall(
            r'name="(titel|herkomst)" value="([^"]+)"', klant.get("/verbanden/jeugdkring/regime/").content.decode()
        )
    )
    for _ in range(2):  # an impatient second click makes no second item
        antwoord = klant.post("/verbanden/jeugdkring/ontwikkelagenda/", gestuurd)
        assert (antwoord.status_code, antwoord["Location"]) == (302, "/verbanden/jeugdkring/regime/")
    punt = Ontwikkelpunt.objects.get()
    assert (punt.titel, punt.herkomst, punt.stand) == (
        "Regelen: Jaarlijkse vraag: heeft dit nog zin?",
        "regime:jaarlijkse_zinvraag",
        "voorgesteld",
    )
    pagina = klant.get("/verbanden/jeugdkring/regime/")
    assert "Op de ontwikkelagenda : voorgesteld" in tekst(pagina)
    assert 'name="herkomst"' not in pagina.content.decode()
    agenda = klant.get("/verbanden/jeugdkring/ontwikkelagenda/")
    assert rijen(agenda, 0) == {
        "Regelen: Jaarlijkse vraag: heeft dit nog zin?": [
            "Voorgesteld",
            "nog niemand",
            "geen datum",
            "Advies tegenover werkelijkheid",
        ]
    }
    assert 'href="/verbanden/jeugdkring/regime/"' in agenda.content.decode()


def test_zonder_keuze_telt_het_advies(houder: Gebruiker) -> None:
    verband = maak_verband(slug="jeugdkring", vorm=Vorm.NETWERK)
    weeg(verband, houder_van(verband, houder), kies=False)
    woorden = tekst(log_in(maak_gebruiker(Rol.RAADSLID)).get("/verbanden/jeugdkring/regime/"))
    assert "Er is nog geen keuze vastgelegd. Gewenst is daarom wat het afwegingskader aanbeveelt." in woorden
    assert "gewenste rollen en afspraken keek nog niemand na of ze gelden." in woorden


def houder_van(verband: Samenwerkingsverband, houder: Gebruiker) -> Gebruiker:
    maak_accounthouder(verband, houder)
    return houder


def test_een_nieuwe_open_afweging_haalt_de_keuze_niet_weg(kring: Samenwerkingsverband, houder: Gebruiker) -> None:
    weeg(kring, houder, kies=False)
    assert "Gewenst is wat het bestuur koos" in tekst(log_in(houder).get("/verbanden/jeugdkring/regime/"))


def test_zonder_afweging_staat_er_alleen_wat_geldt(houder: Gebruiker) -> None:
    verband = maak_verband(slug="kaal")
    maak_regimepunt(verband, vindplaats="protocol van 2024")
    woorden = tekst(log_in(houder).get("/verbanden/kaal/regime/"))
    assert "Er is nog niets om mee te vergelijken." in woorden
    assert "Wat er geldt Informatieprotocol: protocol van 2024" in woorden


def test_wie_alleen_leest_krijgt_geen_knoppen(kring: Samenwerkingsverband) -> None:
    maak_regimepunt(kring, "jaarlijkse_zinvraag", "geldt_niet")
    inhoud = log_in(maak_gebruiker(Rol.RAADSLID)).get("/verbanden/jeugdkring/regime/").content.decode()
    assert 'method="post"' not in inhoud.split("<main", 1)[1].split("</main>")[0]
    assert "/bewerken/" not in inhoud


def test_het_bewerkscherm_stelt_voor_wat_nog_is_na_te_kijken(kring: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_regimepunt(kring, "kwartaalcijfers_gemeente")
    klant = log_in(houder)
    inhoud = klant.get("/verbanden/jeugdkring/bewerken/regime/").content.decode()
    assert re.findall(r"/bewerken/regime/nieuw/\?keuze=([a-z_]+)", inhoud) == [
        "ruimte_en_mandaat_college",
        "congruentiegesprek",
        "jaarlijkse_zinvraag",
    ]
    pad = "/verbanden/jeugdkring/bewerken/regime/nieuw/?keuze=jaarlijkse_zinvraag"
    nieuw = klant.get(pad).content.decode()
    assert '<option value="jaarlijkse_zinvraag" selected>' in nieuw
    assert "kwartaalcijfers_gemeente" not in nieuw
    antwoord = klant.post(
        pad, {"keuze": "jaarlijkse_zinvraag", "stand": "geldt", "vindplaats": "brief", "nagekeken_op": "20-5-2026"}
    )
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/verbanden/jeugdkring/bewerken/regime/")
    punt = Regimepunt.objects.get(keuze="jaarlijkse_zinvraag")
    assert (punt.naam, punt.stand, punt.vindplaats) == ("Jaarlijkse vraag: heeft dit nog zin?", "geldt", "brief")


def test_een_verkeerde_invoer_verliest_niets(kring: Samenwerkingsverband, houder: Gebruiker) -> None:
    fout = {"keuze": "vereffening", "stand": "geldt_niet", "sinds": "1-1-2024", "nagekeken_op": "21-5-2026",
            "toelichting": "wat ik typte"}  # fmt: skip
    antwoord = log_in(houder).post("/verbanden/jeugdkring/bewerken/regime/nieuw/", fout)
    assert antwoord.status_code == 422
    assert fouten(antwoord) == [
        "Sinds: Wat niet geldt, heeft geen begindatum. Maak dit veld leeg.",
        "Nagekeken op: Deze datum ligt in de toekomst.",
    ]
    assert "wat ik typte" in antwoord.content.decode()
    assert Regimepunt.objects.count() == 0


def test_de_lijst_zet_bovenaan_waar_het_meest_te_doen_is(kring: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_regimepunt(kring, "jaarlijkse_zinvraag", "geldt_niet")
    ander = maak_verband(naam="Andere kring", slug="ander", vorm=Vorm.CONVENANT)
    weeg(ander, houder_van(ander, houder), kies=False)
    maak_verband(naam="Zonder afweging", slug="zonder")
    antwoord = log_in(houder).get("/regime/")
    assert [rij[:6] for rij in Tabellen(antwoord.content).tabellen[0][1:]] == [
        ["Jeugdkring Netwerk of informeel overleg", "Past", "keuze van 20-5-2026", "1", "0", "2"],
        ["Andere kring Convenant of overeenkomst", "Wijkt af", "advies", "0", "0", str(len(wens(antwoord, 1)))],
    ]
    assert "Nog geen afweging met genoeg antwoorden Zonder afweging" in tekst(antwoord)


def wens(antwoord: Any, rij: int) -> range:
    """As many points as the last cell of a row says are wanted."""
    return range(int(Tabellen(antwoord.content).tabellen[0][1 + rij][6].split(" van ")[1]))


def test_de_peildatum_toont_wat_er_toen_bekend_was(kring: Samenwerkingsverband, houder: Gebruiker) -> None:
    maak_regimepunt(kring, "jaarlijkse_zinvraag", op=GISTEREN, vindplaats="brief van gisteren")
    klant = log_in(houder)
    toen = klant.get("/verbanden/jeugdkring/regime/", {"peildatum": GISTEREN.date().isoformat()})
    assert "Er is nog niets om mee te vergelijken." in tekst(toen)
    assert "brief van gisteren" in tekst(toen)
    assert "/bewerken/" not in toen.content.decode()
    nu = klant.get("/verbanden/jeugdkring/regime/", {"peildatum": ""})
    assert "1 van de 3 gewenste rollen en afspraken geldt." in tekst(nu)


def test_het_dashboard_zegt_wat_er_ontbreekt_en_wat_wij_verbeteren(
    kring: Samenwerkingsverband, houder: Gebruiker
) -> None:
    maak_regimepunt(kring, "ruimte_en_mandaat_college")
    maak_regimepunt(kring, "jaarlijkse_zinvraag", "geldt_niet")
    maak_ontwikkelpunt(kring, titel="Vaste dag kiezen", eigenaar="griffie", termijn=GISTEREN.date(), stand="bezig")
    woorden = tekst(log_in(houder).get("/verbanden/jeugdkring/"))
    assert (
        "1 van 3 gewenste rollen en afspraken geldt. Ontbreekt: 'Jaarlijkse vraag: heeft dit nog zin?'. "
        "1 nog niet nagekeken. Keuze: netwerk of informeel overleg, college, 20-5-2026." in woorden
    )
    assert "Vaste dag kiezen griffie, 19-5-2026 te laat" in woorden


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal(
    django_assert_num_queries: DjangoAssertNumQueries, houder: Gebruiker, aantal: int
) -> None:
    for nummer in range(aantal):
        verband = maak_verband(slug=f"kring-{nummer}", vorm=Vorm.NETWERK)
        weeg(verband, houder_van(verband, houder), kies=nummer % 2 == 0)
        for keuze in ("jaarlijkse_zinvraag", "kwartaalcijfers_gemeente"):
            maak_regimepunt(verband, keuze)
            maak_ontwikkelpunt(verband, herkomst=f"regime:{keuze}")
    klant = log_in(maak_gebruiker(Rol.RAADSLID))
    klant.get("/regime/")
    for pad, vragen in (
        ("/regime/", 9),
        ("/regime/?peildatum=2026-05-20", 9),
        ("/verbanden/kring-0/regime/", 10),
        ("/verbanden/kring-0/ontwikkelagenda/", 6),
    ):
        with django_assert_num_queries(vragen):
            assert klant.get(pad).status_code == 200


def test_een_klant_zonder_sessie_komt_er_niet_in() -> None:
    assert Client().get("/regime/").status_code == 302
