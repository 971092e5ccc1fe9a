import csv
import re
from collections.abc import Callable
from datetime import date, timedelta
from html.parser import HTMLParser
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from governance.models import Moment
from samenwerkingswijzer.functies import Functie, Register, register
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_accounthouder,
    maak_belangrijkheid,
    maak_cijfer,
    maak_gebruiker,
    maak_gemeente,
    maak_portefeuille,
    maak_programma,
    maak_stand,
    maak_verband,
)
from verbanden.models import Belangkeuze, Klasse, Levensfase, Oordeel, Samenwerkingsverband, Vorm

pytestmark = pytest.mark.django_db
OVERZICHT, KOSTEN = "/verbanden/", "/verbanden/kosten/"
SIGNALEN = 36  # queries of all finders
GISTEREN = NU - timedelta(days=1)


@pytest.fixture(autouse=True)
def _vandaag():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def raadslid(client: Client) -> Client:
    maak_gemeente(GISTEREN, begrotingstotaal=10_000_000)
    client.force_login(maak_gebruiker(Rol.RAADSLID))
    return client


class Tabellen(HTMLParser):
    """The tables of a page: per table its rows, per row the words of its cells; pictures do not count."""

    def __init__(self, inhoud: bytes) -> None:
        super().__init__()
        self.tabellen: list[list[list[str]]] = []
        self.in_cel = self.in_beeld = False
        self.feed(inhoud.decode())

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag == "table":
            self.tabellen.append([])
        elif tag == "tr":
            self.tabellen[-1].append([])
        elif tag in ("th", "td"):
            self.tabellen[-1][-1].append("")
            self.in_cel = True
        self.in_beeld = self.in_beeld or tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self.in_cel = self.in_cel and tag not in ("th", "td")
        self.in_beeld = self.in_beeld and tag != "svg"

    def handle_data(self, data: str) -> None:
        if self.in_cel and not self.in_beeld:
            cel = self.tabellen[-1][-1]
            cel[-1] = " ".join(f"{cel[-1]} {data}".split())


def groepen(antwoord: Any) -> dict[str, list[list[str]]]:
    """Per class the rows of its table."""
    koppen = re.findall(r'id="klasse-(\w+)"', antwoord.content.decode())
    tabellen = [tabel[1:] for tabel in Tabellen(antwoord.content).tabellen]
    return dict(zip(koppen, tabellen, strict=True))


def namen(antwoord: Any) -> list[str]:
    """The names of the partnerships on the page, in order, without their form."""
    assert antwoord.status_code == 200
    return re.findall(r'sw-list__link" href="[^"]+">([^<]+)</a>', antwoord.content.decode())


def tekst(antwoord: Any, begin: str = "<main", einde: str = "</main>") -> str:
    """The words of a part of the page."""
    deel = antwoord.content.decode().split(begin, 1)[1].split(einde, 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", deel).replace("&#x27;", "'").replace("\xa0", " ").split())


def vol(op=NU, **velden: Any) -> Samenwerkingsverband:
    """A partnership of which everything on the overview is known."""
    verband = maak_verband(op, portefeuille=maak_portefeuille(op), onderwerpen=["zorg", "jeugd"], **velden)
    maak_accounthouder(verband, op=op)
    maak_belangrijkheid(verband, op=op)
    maak_stand(verband, op=op)
    maak_programma(verband, op=op)
    for jaar in range(2023, 2028):
        maak_cijfer(verband, jaar, op=op)
    maak_moment(verband, op=op)
    return verband


def maak_moment(verband: Samenwerkingsverband, dagen: int = 20, op=NU, **velden: Any) -> Moment:
    """A moment at which the raad decides, some days from now."""
    gegevens = {"wie": "raad", "titel": "zienswijze op de begroting", "rol_raad": "besluitvorming"} | velden
    moment = Moment(verband=verband, datum=VANDAAG + timedelta(days=dagen), **gegevens)
    bewaar(moment, door=None, op=op)
    return moment


def test_verbanden_staan_per_klasse_met_alles_wat_een_raadslid_zoekt(raadslid: Client) -> None:
    eerste = maak_verband(naam="Werk", vorm=Vorm.NV, fictief=True)
    maak_belangrijkheid(eerste, Klasse.POLITIEK_ZEER)
    maak_stand(eerste, Oordeel.AANDACHT, zin="De bijdrage stijgt 9%.")
    maak_cijfer(eerste, 2026, 23_400_000)
    maak_cijfer(eerste, 2027, 25_506_000)
    maak_moment(eerste)
    tweede = maak_verband(naam="Water")
    maak_cijfer(tweede, 2026, 0)
    maak_verband(naam="Verkend", levensfase=Levensfase.VERKENNEN)

    antwoord = raadslid.get(OVERZICHT)

    gat, geen = "nog niet ingevuld", "Geen moment gepland"
    assert groepen(antwoord) == {
        "politiek_zeer_belangrijk": [
            [
                "Werk Naamloze vennootschap (fictief)",
                "Aandacht De bijdrage stijgt 9%.",
                "",
                "23.400",
                "+9,0%",
                "9 juni Raad: zienswijze op de begroting",
            ]
        ],
        "geen": [
            ["Water Openbaar lichaam", "Geen oordeel", "Geen bijdrage", "0", gat, geen],
            ["Verkend Openbaar lichaam, verkennen Geen cijfers", "Geen oordeel", "Geen cijfers", gat, gat, geen],
        ],
    }


def test_de_totalen_zeggen_wat_ze_weglaten(raadslid: Client) -> None:
    eerste = maak_verband(bestuurlijk_belang=Belangkeuze.JA, financieel_belang=Belangkeuze.JA)
    maak_stand(eerste, Oordeel.BIJSTUREN)
    maak_cijfer(eerste, 2026, 1_000_000)
    maak_cijfer(eerste, 2027, 1_042_000)
    tweede = maak_verband()
    maak_cijfer(tweede, 2026, 3_600_000)
    maak_cijfer(tweede, 2027, None)
    maak_verband()
    maak_verband(levensfase=Levensfase.BEEINDIGD, beeindigd_op=date(2026, 1, 1))

    antwoord = raadslid.get(OVERZICHT)

    assert tekst(antwoord, '<dl class="sw-totals__list">', "</dl>") == (
        "Bijdragen in 2026 € 4,6 mln 46% van de gemeentebegroting, zonder 1 verband zonder bedrag "
        "Begroot of verwacht voor 2027 € 1,0 mln +4,2%, zonder 2 verbanden die nog niets opgaven "
        "Oordeel 1 bijsturen 0 aandacht 0 op koers 2 geen oordeel "
        "Verouderde gegevens 1 geen bedrag voor 2026, of een oordeel ouder dan een half jaar"
    )
    assert tekst(antwoord, '<p class="sw-intro__lead">', "</p>") == (
        "Voorbeeldstad werkt samen in 3 verbanden. Daarvan is er 1 een verbonden partij."
    )
    links = re.findall(r'sw-tally__link" href="([^"]+)"', antwoord.content.decode())
    assert links == [
        f"/verbanden/?oordeel={oordeel}#verbanden" for oordeel in ("bijsturen", "aandacht", "op_koers", "geen")
    ]


def test_een_leeg_portaal(raadslid: Client) -> None:
    antwoord = raadslid.get(OVERZICHT)

    assert (antwoord.status_code, groepen(antwoord)) == (200, {})
    assert "Wat vraagt nu uw aandacht" not in tekst(antwoord)
    assert tekst(antwoord, '<p class="sw-selected__text">', "</p>") == "Er zijn nog geen verbanden."


def test_de_vier_eerste_momenten_voor_de_raad_staan_bovenaan(raadslid: Client) -> None:
    verband = maak_verband(korte_naam="Werk")
    weg = maak_verband(levensfase=Levensfase.BEEINDIGD, beeindigd_op=date(2026, 1, 1))
    maak_moment(weg, 1)
    maak_moment(verband, -1)
    maak_moment(verband, 2, rol_raad="", wie="college")
    for dagen in (0, 1, 13, 300, 400):
        maak_moment(verband, dagen, titel=f"punt {dagen}", invloed="een zienswijze voorstellen.")

    antwoord = raadslid.get(OVERZICHT)

    raad = "Werk Raad: punt"
    kan = "U kunt nog een zienswijze voorstellen."
    assert tekst(antwoord, '<ol class="sw-moments">', "</ol>") == (
        f"20 mei woensdag, vandaag {raad} 0 {kan} 21 mei donderdag, morgen {raad} 1 {kan} "
        f"2 juni dinsdag, over 13 dagen {raad} 13 {kan} 16 maart 2027 dinsdag, over 9 maanden {raad} 300 {kan}"
    )
    assert groepen(antwoord)["geen"][0][-1] == "20 mei Raad: punt 0"


def test_de_pagina_werkt_zonder_enige_bron_van_momenten(raadslid: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    maak_verband()
    zonder = {sleutel: Functie(sleutel, functie.naam, functie.menu) for sleutel, functie in register.functies.items()}
    monkeypatch.setattr("verbanden.overzicht.lezen.register", Register(zonder))

    assert groepen(raadslid.get(OVERZICHT))["geen"][0][-1] == "Geen moment gepland"


FILTERS: dict[str, Callable[[], dict[str, Any]]] = {
    "vorm": lambda: {"vorm": "nv"},
    "soort": lambda: {"soort": "2"},
    "verbonden": lambda: {"soort": "verbonden"},
    "klasse": lambda: {"klasse": "bestuurlijk_belangrijk"},
    "levensfase": lambda: {"levensfase": "heroverwegen"},
    "onderwerp": lambda: {"onderwerp": "jeugd & gezin"},
    "oordeel": lambda: {"oordeel": "bijsturen"},
    "zoek op naam": lambda: {"zoek": "COÖP cafe"},
    "zoek op korte naam": lambda: {"zoek": "kórt"},
    "zoek op onderwerp": lambda: {"zoek": "gezin"},
    "zoek op doel": lambda: {"zoek": "meer geluk"},
}


@pytest.mark.parametrize("peildatum", ["", "2026-05-19"], ids=["vandaag", "eerder"])
@pytest.mark.parametrize("filter_", FILTERS)
def test_elk_filter_laat_alleen_het_gezochte_verband_over(raadslid: Client, filter_: str, peildatum: str) -> None:
    gezocht = maak_verband(
        GISTEREN,
        naam="Café Coöperatief",
        korte_naam="Het Kort",
        doel="Meer geluk voor iedereen.",
        vorm=Vorm.NV,
        onderwerpen=["jeugd & gezin"],
        levensfase=Levensfase.HEROVERWEGEN,
        bestuurlijk_belang="ja",
        financieel_belang="ja",
    )
    maak_belangrijkheid(gezocht, Klasse.BESTUURLIJK, op=GISTEREN)
    maak_stand(gezocht, Oordeel.BIJSTUREN, op=GISTEREN)
    ander = maak_verband(GISTEREN, naam="Ander", onderwerpen=["zorg"], bestuurlijk_belang="nee")
    maak_belangrijkheid(ander, Klasse.POLITIEK, op=GISTEREN)
    maak_stand(ander, op=GISTEREN)
    if peildatum:  # what changes later does not matter for then
        gezocht.naam, gezocht.korte_naam, gezocht.doel = "Anders", "Anders", ""
        gezocht.vorm, gezocht.onderwerpen, gezocht.levensfase = Vorm.BV, [], Levensfase.UITVOEREN
        gezocht.bestuurlijk_belang = Belangkeuze.NEE
        bewaar(gezocht, door=None, op=NU)
        maak_stand(gezocht, Oordeel.AANDACHT)
        maak_belangrijkheid(gezocht, Klasse.AMBTELIJK, datum=VANDAAG)

    antwoord = raadslid.get(OVERZICHT, {**FILTERS[filter_](), "peildatum": peildatum})

    assert namen(antwoord) == ["Het Kort"]


def test_filters_op_wie_en_welk_programma(raadslid: Client) -> None:
    houder = maak_portefeuille()
    gezocht = maak_verband(naam="Gezocht", portefeuille=houder)
    maak_verband(naam="Ander", portefeuille=maak_portefeuille())
    gebruiker = maak_accounthouder(gezocht)
    programma = maak_programma(gezocht, "Zorg")

    for vraag in ({"portefeuille": houder.id}, {"accounthouder": gebruiker.id}, {"programma": programma.id}):
        assert namen(raadslid.get(OVERZICHT, vraag)) == ["Gezocht"]


@pytest.mark.parametrize(
    ("vraag", "gevonden"),
    [
        ({"soort": "geen"}, ["Geen"]),
        ({"soort": "onbekend"}, ["Onbekend"]),
        ({"klasse": "geen"}, ["Geen", "Onbekend"]),
        ({"oordeel": "geen"}, ["Geen", "Onbekend"]),
        ({"levensfase": "beeindigd"}, ["Voorbij"]),
        ({}, ["Geen", "Onbekend"]),
        ({"zoek": "100%"}, []),
        ({"zoek": "_"}, []),
        ({"zoek": "'; DROP TABLE"}, []),
    ],
)
def test_wat_er_niet_is_kan_men_ook_zoeken(raadslid: Client, vraag: dict[str, str], gevonden: list[str]) -> None:
    maak_verband(naam="Geen", financieel_belang=Belangkeuze.NEE)
    maak_verband(naam="Onbekend")
    maak_verband(naam="Voorbij", levensfase=Levensfase.BEEINDIGD, beeindigd_op=date(2026, 1, 1))

    assert namen(raadslid.get(OVERZICHT, vraag)) == gevonden


@pytest.mark.parametrize(
    ("sorteer", "volgorde"),
    [
        ("", ["B", "A", "C"]),
        ("naam", ["A", "B", "C"]),
        ("verschil", ["A", "B", "C"]),
        ("oordeel", ["C", "B", "A"]),
        ("moment", ["C", "A", "B"]),
    ],
)
def test_sorteren(raadslid: Client, sorteer: str, volgorde: list[str]) -> None:
    a, b, c = (maak_verband(naam=naam) for naam in "ABC")
    for verband, nu, straks in ((a, 1000, 1500), (b, 2000, 2100)):
        maak_cijfer(verband, 2026, nu)
        maak_cijfer(verband, 2027, straks)
    maak_stand(a)
    maak_stand(c, Oordeel.BIJSTUREN)
    maak_moment(a, 20)
    maak_moment(c, 10)

    assert namen(raadslid.get(OVERZICHT, {"sorteer": sorteer})) == volgorde


@pytest.mark.parametrize("pad", [OVERZICHT, KOSTEN, "/verbanden/selectie.csv"])
@pytest.mark.parametrize(
    "vraag",
    [
        "vorm=kwaad&zoek=bewaard",
        "programma=1'--&zoek=bewaard",
        "accounthouder=-1&zoek=bewaard",
        "portefeuille=99999999999999999999999&zoek=bewaard",
        "sorteer=willekeurig&zoek=bewaard",
        "vorm=nv&vorm=kwaad&zoek=bewaard",
        f"klasse={'x' * 3000}&zoek=bewaard",
        "oordeel=%ED%A0%80&zoek=bewaard",
    ],
)
def test_een_onmogelijke_keuze_geeft_een_duidelijke_400_en_bewaart_wat_er_stond(
    raadslid: Client, pad: str, vraag: str
) -> None:
    maak_verband()

    antwoord = raadslid.get(f"{pad}?{vraag}")

    assert antwoord.status_code == 400
    assert "Deze keuze kunnen we niet lezen." in tekst(antwoord)
    assert "Kies iets uit de lijst." in tekst(antwoord)
    assert 'value="bewaard"' in antwoord.content.decode()


def test_te_lang_zoeken(raadslid: Client) -> None:
    antwoord = raadslid.get(OVERZICHT, {"zoek": "x" * 101})

    assert antwoord.status_code == 400
    assert "Zoek met hoogstens 100 tekens." in tekst(antwoord)
    assert f'value="{"x" * 101}"' in antwoord.content.decode()


@pytest.mark.parametrize(
    "vraag", ["zoek=a&zoek=b", "vorm=&vorm=nv", "onbekend=1", "zoek[]=1", "zoek=%20", "zoek=" + "%C3%A9" * 100]
)
def test_vreemde_vragen_blijven_een_gewone_pagina(raadslid: Client, vraag: str) -> None:
    assert raadslid.get(f"{OVERZICHT}?{vraag}").status_code == 200


def test_een_nul_teken_wordt_geweigerd(raadslid: Client) -> None:
    assert raadslid.get(OVERZICHT, {"zoek": "a\x00b"}).status_code == 400


def test_de_eerste_filters_staan_er_altijd_en_de_rest_klapt_open_als_er_een_in_gebruik_is(raadslid: Client) -> None:
    def stand(vraag: dict[str, str]) -> tuple[list[str], bool]:
        inhoud = raadslid.get(OVERZICHT, vraag).content.decode()
        voor, _, rest = inhoud.split('<form class="sw-filters"', 1)[1].partition("<details")
        return re.findall(r'<(?:select|input)[^>]+name="(\w+)"', voor), " open" in rest.split(">", 1)[0]

    voorop = ["zoek", "programma", "oordeel", "soort"]
    assert stand({}) == (voorop, False)
    assert stand({"oordeel": "geen"}) == (voorop, False)
    assert stand({"vorm": "nv"}) == (voorop, True)


def test_htmx_krijgt_alleen_de_lijst_en_het_korte_adres(raadslid: Client) -> None:
    maak_verband(naam="Werk", vorm=Vorm.NV)
    vraag = {"vorm": "nv", "zoek": "", "oordeel": ""}

    heel = raadslid.get(OVERZICHT, vraag)
    deel = raadslid.get(OVERZICHT, vraag, headers={"HX-Request": "true"})
    terug = raadslid.get(OVERZICHT, vraag, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})

    assert groepen(deel) == groepen(heel) == groepen(terug)
    assert [b"<html" in antwoord.content for antwoord in (heel, deel, terug)] == [True, False, True]
    assert deel.headers["HX-Push-Url"] == "/verbanden/?vorm=nv"
    assert all("HX-Request" in antwoord.headers["Vary"] for antwoord in (heel, deel, terug))
    assert deel.content.decode().count('id="weergaven" hx-swap-oob="true"') == 1


def test_de_kosten_volgen_de_keuze_en_de_totalen(raadslid: Client) -> None:
    verband = maak_verband(naam="Werk", vorm=Vorm.NV)
    maak_programma(verband, "Zorg")
    for jaar in range(2023, 2028):
        maak_cijfer(verband, jaar, 4_600_000)
    maak_cijfer(maak_verband(naam="Ander"), 2026, 1)

    antwoord = raadslid.get(KOSTEN, {"vorm": "nv"})

    reeks = ["4.600"] * 5 + ["0,0%", "100,0%", ""]
    assert Tabellen(antwoord.content).tabellen[0][1:] == [
        ["Zorg", *reeks],
        ["Werk", *reeks],
        ["Alle bijdragen", *reeks],
    ]
    assert tekst(antwoord, 'sw-selected__text">', "</p>") == (
        "In 2026 betaalt Voorbeeldstad € 4,6 mln aan de gekozen verbanden. Dat is 46% van de gemeentebegroting."
    )


def test_elke_weergave_en_elk_bestand_houdt_de_keuze_vast(raadslid: Client) -> None:
    inhoud = raadslid.get(OVERZICHT, {"vorm": "nv", "zoek": "a b"}).content.decode()

    for adres in ("/verbanden/kosten/", *(f"/verbanden/selectie.{formaat}" for formaat in ("csv", "xlsx", "ods"))):
        assert f'href="{adres}?zoek=a+b&amp;vorm=nv"' in inhoud


def test_een_download_is_de_selectie_in_dezelfde_volgorde_en_staat_in_het_logboek(raadslid: Client) -> None:
    for naam in ("B", "A"):
        maak_verband(naam=naam, vorm=Vorm.NV)
    maak_verband(naam="C")

    antwoord = raadslid.get("/verbanden/selectie.csv", {"vorm": "nv", "sorteer": "naam"})

    rijen = list(csv.reader(StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
    assert [rij[0] for rij in rijen] == ["Naam", "A", "B"]
    assert antwoord.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert antwoord.headers["Content-Disposition"] == 'attachment; filename="samenwerkingsverbanden-2026-05-20.csv"'
    gebeurtenis = Gebeurtenis.objects.get(wat=Handeling.GEDOWNLOAD)
    assert gebeurtenis.details == {
        "soort": "selectie.csv",
        "verbanden": 2,
        "filters": {"vorm": "nv", "sorteer": "naam"},
        "peildatum": "2026-05-20",
    }


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_hoofd_van_een_download_schrijft_niets_op(raadslid: Client, formaat: str) -> None:
    assert raadslid.head(f"/verbanden/selectie.{formaat}").status_code == 200
    assert not Gebeurtenis.objects.filter(wat=Handeling.GEDOWNLOAD).exists()


@pytest.mark.parametrize("formaat", ["pdf", "CSV", "csv2", "json"])
def test_andere_bestanden_bestaan_niet(raadslid: Client, formaat: str) -> None:
    assert raadslid.get(f"/verbanden/selectie.{formaat}").status_code == 404


@pytest.mark.parametrize("naam", ["overzicht", "kosten"])
@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete"])
def test_lezen_kan_alleen_met_get(raadslid: Client, naam: str, methode: str) -> None:
    assert getattr(raadslid, methode)(reverse(f"verbanden:{naam}")).status_code == 405


@pytest.mark.parametrize("pad", [OVERZICHT, KOSTEN, "/verbanden/selectie.csv"])
def test_alleen_wie_is_aangemeld(client: Client, pad: str) -> None:
    assert client.get(pad).headers["Location"].startswith("/account/login/")


@pytest.mark.parametrize("pad", [OVERZICHT, KOSTEN])
@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize(("vraag", "vragen"), [("", 13), ("?peildatum=2026-05-19", 13), ("?vorm=openbaar_lichaam", 14)])
def test_evenveel_vragen_aan_de_database_bij_elk_aantal(
    raadslid: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    pad: str,
    aantal: int,
    vraag: str,
    vragen: int,
) -> None:
    for _ in range(aantal):
        vol(GISTEREN)
    raadslid.get(pad + vraag)

    # session, user, numbers of the history, small facts, contributions, partnerships, moments, municipality;
    # on the overview also the signals, which are remembered outside a test: then that is one query
    with django_assert_num_queries(vragen + (SIGNALEN if pad == OVERZICHT else 0)):
        raadslid.get(pad + vraag)


def test_wat_men_intypt_blijft_tekst(raadslid: Client) -> None:
    kwaad = "<script>alert(1)</script>"
    verband = maak_verband(naam=kwaad, onderwerpen=[kwaad])
    maak_stand(verband, zin=f"{kwaad} en nog wat")
    maak_programma(verband, kwaad)
    maak_moment(verband, titel=kwaad, invloed=kwaad)

    for pad in (OVERZICHT, KOSTEN):
        antwoord = raadslid.get(pad, {"zoek": kwaad})
        assert antwoord.status_code == 200
        assert kwaad not in antwoord.content.decode()
        assert "&lt;script&gt;" in antwoord.content.decode()


def test_een_eerdere_dag_toont_precies_wat_er_toen_stond(raadslid: Client) -> None:
    verband = vol(GISTEREN, naam="Toen")
    with time_machine.travel(GISTEREN, tick=False):
        raadslid.force_login(maak_gebruiker(Rol.RAADSLID))
        toen = {pad: Tabellen(raadslid.get(pad).content).tabellen for pad in (OVERZICHT, KOSTEN)}

    raadslid.force_login(maak_gebruiker(Rol.RAADSLID))
    verband.naam = "Nu"
    bewaar(verband, door=None, op=NU)
    maak_stand(verband, Oordeel.BIJSTUREN)
    maak_cijfer(maak_verband(naam="Nieuw"), 2026)

    for pad, tabellen in toen.items():
        assert Tabellen(raadslid.get(pad, {"peildatum": "2026-05-19"}).content).tabellen == tabellen
