import random
import re
from datetime import date, timedelta
from decimal import Decimal
from difflib import unified_diff
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from governance.regels.wgr import ONDERWERPEN
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_cijfer,
    maak_deelname,
    maak_doel,
    maak_doeloordeel,
    maak_gebruiker,
    maak_gemeente,
    maak_meting,
    maak_organisatie,
    maak_portefeuille,
    maak_programma,
    maak_risico,
    maak_stand,
    maak_verband,
    maak_wgrpunt,
    onze_organisatie,
)
from tests.verbanden.wijzigingen import WIJZIGINGEN
from verbanden.models import Klasse, Oordeel, Post, Samenwerkingsverband, Vorm

pytestmark = pytest.mark.django_db


@pytest.fixture
def raadslid(client: Client) -> Client:
    maak_gemeente()
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    return client


def vul(verband: Samenwerkingsverband, aantal: int) -> None:
    """Everything a dashboard shows, `aantal` times where there can be more."""
    maak_accounthouder(verband)
    maak_belangrijkheid(verband)
    maak_deelname(verband, onze_organisatie(), kostenaandeel=18, stemmen=2)
    for nummer in range(aantal):
        maak_deelname(verband, maak_organisatie(), kostenaandeel=1, stemmen=2)
        maak_cijfer(verband, 2000 + nummer)
        maak_cijfer(verband, 2000 + nummer, -5, Post.RESULTAAT)
        maak_risico(verband)
        maak_programma(verband, aandeel=100 // aantal)
        maak_stand(verband, datum=date(2026, 1, 1) + timedelta(days=nummer))
        doel = maak_doel(verband)
        maak_meting(doel)
        maak_doeloordeel(doel)
    for onderwerp in ONDERWERPEN[:aantal]:
        maak_wgrpunt(verband, onderwerp.sleutel)


def tekst(inhoud: bytes) -> str:
    """The words of the main part of a page, without markup."""
    hoofd = inhoud.decode().split("<main", 1)[1].split(">", 1)[1].split("</main>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", hoofd).split())


@time_machine.travel(NU, tick=False)
def test_kernbeeld_beantwoordt_de_vragen_van_een_raadslid(raadslid: Client) -> None:
    verband = maak_verband(
        naam="Werk en Zo",
        doel="Meer mensen aan het werk.",
        portefeuille=maak_portefeuille(houder="wethouder werk"),
        bestuurlijk_belang="ja",
        financieel_belang="ja",
    )
    maak_stand(verband, Oordeel.OP_KOERS, datum=date(2026, 2, 1))
    maak_stand(verband, Oordeel.AANDACHT, zin="De bijdrage stijgt in 2027.", datum=date(2026, 5, 18))
    maak_belangrijkheid(verband, Klasse.POLITIEK_ZEER, mandaat="Tot 100.000 euro per jaar.")
    woorden = tekst(raadslid.get(verband.get_absolute_url()).content)
    for zin in (
        "Werk en Zo Politiek zeer belangrijk Gemeenschappelijke regeling, openbaar lichaam (BBV-categorie 1)",
        "Portefeuillehouder wethouder werk Accounthouder nog niet aangewezen",
        "Aandacht was in februari Op koers De bijdrage stijgt in 2027. Bijgewerkt op 18 mei 2026 door",
        "Doel Meer mensen aan het werk.",
        "Ruimte en mandaat Tot 100.000 euro per jaar.",
        "Er zijn nog geen momenten gepland. Er is nog geen accounthouder, sinds 20 mei 2026.",
    ):
        assert zin in woorden
    assert re.findall(r"\b([1-6]) (?:Alg|Gov|Bel|Res|Pro|Eva)", woorden) == list("123456")


@time_machine.travel(NU, tick=False)
@pytest.mark.parametrize(("beeld", "vragen"), [("", 44), ("?beeld=totaal", 77)])
def test_het_aantal_vragen_aan_de_database_groeit_niet(
    raadslid: Client, django_assert_num_queries: Any, beeld: str, vragen: int
) -> None:
    for aantal in (1, 3, 25):
        verband = maak_verband()
        vul(verband, aantal)
        with django_assert_num_queries(vragen):
            raadslid.get(verband.get_absolute_url() + beeld)


@time_machine.travel(NU, tick=False)
def test_alleen_wie_mag_ziet_bewerken(client: Client) -> None:
    maak_gemeente()
    verband, ander = maak_verband(), maak_verband()
    houder, collega = maak_accounthouder(verband), maak_accounthouder(ander)
    link = reverse("verbanden:bewerken", args=[verband.slug])

    def ziet(wie: Gebruiker, vraag: str = "") -> bool:
        client.force_login(wie)
        return f'href="{link}"' in client.get(verband.get_absolute_url() + vraag).content.decode()

    assert ziet(houder)
    assert not ziet(collega)
    assert not ziet(maak_gebruiker(Rol.RAADSLID))
    assert ziet(maak_gebruiker(Rol.CONTROLLER))


def test_wat_er_toen_niet_was_is_er_niet(raadslid: Client) -> None:
    verband = maak_verband(op=NU)
    with time_machine.travel(NU + timedelta(days=10), tick=False):
        assert raadslid.get(verband.get_absolute_url()).status_code == 200
        eerder = raadslid.get(verband.get_absolute_url(), {"peildatum": "2026-05-19"})
    assert eerder.status_code == 404


def test_onbekend_verband_is_een_nederlandse_404(raadslid: Client) -> None:
    antwoord = raadslid.get(reverse("verbanden:dashboard", args=["bestaat-niet"]))
    assert antwoord.status_code == 404
    assert "staat op deze datum niet in het portaal" in antwoord.content.decode()


@pytest.mark.parametrize("zaad", range(3))
def test_elke_eerdere_dag_toont_precies_wat_hij_toen_toonde(raadslid: Client, zaad: int) -> None:
    """A random series of edits; at the end of each day the page is kept, later that day is asked again."""
    toeval = random.Random(zaad)  # noqa: S311  # no secret, a repeatable test
    houder = maak_gebruiker(Rol.CONTROLLER)
    verband = maak_verband(op=NU)
    vul(verband, 2)
    toen: dict[date, tuple[list[str], list[str]]] = {}
    for dagnummer in range(6):
        moment = NU + timedelta(days=dagnummer, hours=1)
        for _ in range(toeval.randint(0, 3)):
            moment += timedelta(minutes=7)
            toeval.choice(WIJZIGINGEN)(verband, houder, toeval, moment)
        with time_machine.travel(moment + timedelta(minutes=5), tick=False):
            toen[moment.date()] = bekijk(raadslid, verband, "")
    with time_machine.travel(NU + timedelta(days=30), tick=False):
        for dag, beeld in toen.items():
            assert verschillen(bekijk(raadslid, verband, dag.isoformat()), beeld) == [], dag


def verschillen(een: tuple[list[str], list[str]], twee: tuple[list[str], list[str]]) -> list[str]:
    """The words that differ, as a diff; nothing when the pages are equal."""
    return [regel for a, b in zip(een, twee, strict=True) for regel in unified_diff(a, b, lineterm="", n=4)]


def bekijk(client: Client, verband: Samenwerkingsverband, dag: str) -> tuple[list[str], list[str]]:
    """Dashboard in full, overview and costs as words; without the edit links that the past does not have."""
    pagina = client.get(verband.get_absolute_url(), {"peildatum": dag, "beeld": "totaal"}).content
    overzicht = client.get(reverse("verbanden:overzicht"), {"peildatum": dag}).content
    kosten = client.get(reverse("verbanden:kosten"), {"peildatum": dag}).content
    woorden = tekst(pagina).replace("Bewerken staat uit ", "").replace("Stel een vraag ", "")
    return woorden.split(), (tekst(overzicht) + tekst(kosten)).split()


@time_machine.travel(NU, tick=False)
@pytest.mark.parametrize(
    ("bestuurlijk", "financieel", "regel"),
    [
        ("ja", "ja", "Naamloze vennootschap (BBV-categorie 2)"),
        ("ja", "nee", "Naamloze vennootschap, geen verbonden partij voor de BBV"),
        ("onbekend", "ja", "Naamloze vennootschap, nog niet beoordeeld of dit een verbonden partij is"),
    ],
)
def test_onder_de_naam_staat_wat_de_twee_toetsen_opleveren(
    raadslid: Client, bestuurlijk: str, financieel: str, regel: str
) -> None:
    verband = maak_verband(vorm=Vorm.NV, bestuurlijk_belang=bestuurlijk, financieel_belang=financieel)
    assert f"{regel} Portefeuillehouder" in tekst(raadslid.get(verband.get_absolute_url()).content)


@time_machine.travel(NU, tick=False)
def test_een_beeindigd_verband_zegt_dat_en_vraagt_niets_meer(raadslid: Client) -> None:
    verband = maak_verband(levensfase="beeindigd", beeindigd_op=date(2026, 1, 1))
    woorden = tekst(raadslid.get(verband.get_absolute_url()).content)
    assert "Beëindigd op 1 januari 2026. Openbaar" in woorden.replace("Gemeenschappelijke regeling, o", "O")
    assert "Aan zet" not in woorden


@time_machine.travel(NU, tick=False)
def test_het_totaaloverzicht_toont_elk_cijfer_met_zijn_bron(raadslid: Client) -> None:
    verband = maak_verband()
    maak_cijfer(verband, 2026, 300_000, Post.DIVIDEND)
    maak_cijfer(verband, 2026, None, Post.LENING)
    woorden = tekst(raadslid.get(verband.get_absolute_url(), {"beeld": "totaal"}).content)
    assert "Post 2026 begroot Dividend 300 Lening niet opgegeven Alle cijfers" in woorden
    assert "Dividend 2026, begroot 300 voorbeeldcijfer (fictief), peildatum 1-1-2026" in woorden
    assert "Lening 2026, begroot niet opgegeven Nog niet ontvangen, gevraagd op 1-5-2026" in woorden


@time_machine.travel(NU, tick=False)
def test_ons_deel_van_de_kosten_staat_er_ook_als_dat_van_een_ander_onbekend_is(raadslid: Client) -> None:
    verband = maak_verband()
    maak_deelname(verband, onze_organisatie(), kostenaandeel=Decimal("1.5"), stemmen=None)
    maak_deelname(verband, maak_organisatie(naam="Gemeente Buurstad"), kostenaandeel=None)
    woorden = tekst(raadslid.get(verband.get_absolute_url()).content)
    assert "Kosten 2%." in woorden
    assert "Gemeente Voorbeeldstad onbekend 1,5% 30.000 Gemeente Buurstad onbekend onbekend onbekend" in woorden
