"""The gate of the lawful list: what it shows to whom, and the way from concept to adopted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_cijfer, maak_gebruiker, maak_gemeente, maak_verband
from tests.verbanden.lijst.volledig import BEDRAGEN, volledig_verband
from tests.verbanden.views.hulp import log_in
from tests.verbanden.views.test_dashboard import tekst
from verbanden.handelingen import edities
from verbanden.handelingen import rijen as rijen_handelingen
from verbanden.models import Editie, Post, Stadium, VastgesteldeLijst

pytestmark = pytest.mark.django_db
POORT = "/lijsten/begroting/2027/"
TEKSTEN = {"visie": "Samen waar het moet.", "voornemens": "Minder regelingen."}
XSS = "<script>alert(1)</script>'\"><img src=x onerror=alert(2)>"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        yield


def concept(door: Gebruiker, **teksten: str) -> Editie:
    """A concept with its two lawful texts."""
    editie = edities.begin(soort="begroting", jaar=2027, door=door, op=NU)
    return edities.schrijf(editie=editie, waarden=TEKSTEN | teksten, versie=editie.versie, door=door, op=NU)


def klaar(door: Gebruiker) -> Editie:
    return edities.zet_klaar(editie=concept(door), ontbreekt=0, door=door, op=NU)


def versie() -> dict[str, str]:
    """The edition as the reader saw it."""
    return {"versie": str(Editie.objects.latest("id").versie)}


def rijen(antwoord: Any) -> list[tuple[str, ...]]:
    """The findings on the page: owner, severity, letter, datum, party."""
    gevonden = []
    for deel in antwoord.content.decode().split('<section class="sw-owner"')[1:]:
        wie = re.search(r'sw-owner__name" id="wie-\d+">([^<]*)<', deel)
        for rij in re.findall(r"<tr class=\"utrecht-table__row\">(.*?)</tr>", deel, re.DOTALL) if wie else ():
            cellen = re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", rij, re.DOTALL)
            kaal = [re.sub(r"<span class=\"sw-visually-hidden\">.*?</span>", "", cel) for cel in cellen]
            gevonden.append(
                (wie.group(1) if wie else "", *(" ".join(re.sub(r"<[^>]+>", " ", cel).split()) for cel in kaal))
            )
    return gevonden


def test_alles_wat_ontbreekt_staat_bij_wie_het_moet_aanvullen() -> None:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER, naam="Accounthouder zorg")
    volledig_verband(naam="Zorgdienst", houder=houder, zonder=(Post.RESULTAAT,))
    maak_verband(naam="Zonder houder", bestuurlijk_belang="ja", bestuurlijk_belang_motivering="Zetel",
                 financieel_belang="nee", financieel_belang_motivering="Geen")  # fmt: skip
    antwoord = log_in(maak_gebruiker(Rol.GRIFFIE)).get(POORT)
    assert rijen(antwoord) == [("Accounthouder zorg", "Ontbreekt", "d", "Resultaat over 2027", "Zorgdienst")]
    woorden = tekst(antwoord.content)
    assert "10 van de 11 wettelijke gegevens zijn volledig. Er ontbreekt nog 1, bij 1 persoon." in woorden
    assert "0 niet gestart, 1 bezig, 0 volledig" in woorden


def test_wie_geen_accounthouder_heeft_staat_onder_nog_geen_accounthouder() -> None:
    verband = volledig_verband(naam="Wees", zonder=(Post.RESULTAAT,))
    verband.accounthouderschappen.all().delete()
    antwoord = log_in(maak_gebruiker(Rol.GRIFFIE)).get(POORT)
    assert rijen(antwoord) == [("Nog geen accounthouder", "Ontbreekt", "d", "Resultaat over 2027", "Wees")]
    assert "/vraag/" not in antwoord.content.decode()


def test_ook_een_tekst_die_ontbreekt_heeft_een_artikel_en_een_eigenaar() -> None:
    volledig_verband()
    griffier = maak_gebruiker(Rol.GRIFFIE)
    edities.begin(soort="begroting", jaar=2027, door=griffier, op=NU)
    assert (
        "Griffie of concerncontroller 2 teksten ontbreken. Ernst Letter Tekst "
        "Ontbreekt Visie op samenwerking BBV art. 15 lid 1 a. "
        "Ontbreekt Beleidsvoornemens BBV art. 15 lid 1 a. Per verband"
    ) in tekst(log_in(griffier).get(POORT).content)


def test_een_gegeven_zonder_letter_noemt_zijn_artikel() -> None:
    verband = volledig_verband(naam="Zonder plaats")
    verband.vestigingsplaats = ""
    bewaar(verband, door=None, op=NU)
    antwoord = log_in(maak_gebruiker(Rol.GRIFFIE)).get(POORT)
    assert [rij[2:4] for rij in rijen(antwoord)] == [
        ("", "Vestigingsplaats BBV art. 15 (oud art. 69). Vul de plaats in.")
    ]


def test_wat_een_andere_lijst_mist_staat_op_start_en_bewerkscherm() -> None:
    """The account holder of a party that lacks a figure of last year, while the jaarstukken stand open."""
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    verband = volledig_verband(houder=houder)
    for post, bedrag in BEDRAGEN.items():
        if post != Post.RESULTAAT:
            maak_cijfer(verband, 2025, bedrag, post=post, stadium=Stadium.VASTGESTELD)
    browser = log_in(houder)
    start, scherm = browser.get("/"), browser.get(f"/verbanden/{verband.slug}/bewerken/belang/")
    assert "Voor de lijst bij de jaarstukken 2025" not in tekst(start.content) + tekst(scherm.content)
    edities.begin(soort="jaarstukken", jaar=2025, door=maak_gebruiker(Rol.GRIFFIE), op=NU)
    start, scherm = browser.get("/"), browser.get(f"/verbanden/{verband.slug}/bewerken/belang/")
    zin = "Resultaat over 2025 d Voor de lijst bij de jaarstukken 2025."
    assert zin in tekst(start.content)
    assert f"Ook nog nodig voor een andere lijst {zin}" in tekst(scherm.content)
    plek = f'href="/verbanden/{verband.slug}/bewerken/cijfers/2025/#id_resultaat-resultaat">Resultaat over 2025'
    assert plek in start.content.decode()
    assert plek in scherm.content.decode()


def test_wie_later_een_andere_rol_krijgt_verandert_niet_wie_de_lijst_vaststelde() -> None:
    griffier, controller = maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.CONTROLLER)
    volledig_verband()
    editie = klaar(griffier)
    edities.stel_vast(editie=editie, gegevens={}, pdf=b"%PDF", ontbreekt=0, door=controller, op=NU)
    with time_machine.travel(NU + timedelta(days=1), tick=False):
        nu = Gebruiker.objects.get(id=griffier.id)
        nu.rol = Rol.BEHEERDER
        nu.save()
        pagina = tekst(log_in(controller).get(POORT).content)
    assert "Begroting 2027, versie 1 20 mei 2026 griffie, concerncontroller op 20 mei 2026" in pagina


def test_een_eerlijk_gat_blokkeert_niet() -> None:
    verband = volledig_verband(naam="Eerlijk", zonder=(Post.RESULTAAT,))
    maak_cijfer(verband, 2027, None, post=Post.RESULTAAT)
    antwoord = log_in(maak_gebruiker(Rol.GRIFFIE)).get(POORT)
    assert [(rij[1], rij[3]) for rij in rijen(antwoord)] == [
        ("Niet opgegeven", "Resultaat over 2027 Gevraagd op 1 mei 2026. Nog niet ontvangen.")
    ]
    assert antwoord.context["poort"].ontbreekt == 0


@pytest.mark.parametrize("post", [post for post in Post if post in (
    Post.BELANG_BEGIN, Post.BELANG_EIND, Post.EIGEN_VERMOGEN_BEGIN, Post.EIGEN_VERMOGEN_EIND,
    Post.VREEMD_VERMOGEN_BEGIN, Post.VREEMD_VERMOGEN_EIND, Post.RESULTAAT)])  # fmt: skip
@pytest.mark.parametrize(("soort", "stadium"), [("begroting", Stadium.BEGROOT), ("jaarstukken", Stadium.VASTGESTELD)])
def test_elk_cijfer_dat_ontbreekt_houdt_klaarzetten_tegen(post: Post, soort: str, stadium: Stadium) -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    volledig_verband(jaar=2026, stadium=stadium, zonder=(post,))
    editie = edities.begin(soort=soort, jaar=2026, door=griffier, op=NU)
    edities.schrijf(editie=editie, waarden=TEKSTEN, versie=editie.versie, door=griffier, op=NU)
    antwoord = log_in(griffier).post(f"/lijsten/{soort}/2026/klaar/", versie())
    assert antwoord.status_code == 422
    assert "Er ontbreken nog 1 wettelijke gegevens." in tekst(antwoord.content)
    assert Editie.objects.get().status == Editie.Status.CONCEPT


@pytest.mark.parametrize(("rol", "eigen", "naar"), [
    (Rol.ACCOUNTHOUDER, True, "/verbanden/doel/bewerken/cijfers/2027/#id_resultaat-resultaat"),
    (Rol.ACCOUNTHOUDER, False, "/verbanden/doel/"),
    (Rol.CONTROLLER, False, "/verbanden/doel/bewerken/cijfers/2027/#id_resultaat-resultaat"),
    (Rol.GRIFFIE, False, "/verbanden/doel/"),
    (Rol.RAADSLID, False, "/verbanden/doel/"),
])  # fmt: skip
def test_een_bevinding_leidt_naar_waar_deze_lezer_iets_kan(rol: Rol, eigen: bool, naar: str) -> None:
    wie = maak_gebruiker(rol)
    volledig_verband(slug="doel", houder=wie if eigen else None, zonder=(Post.RESULTAAT,))
    pagina = log_in(wie).get(POORT).content.decode()
    assert re.findall(r'href="([^"]+)">Resultaat over 2027<', pagina) == [naar]


@pytest.mark.parametrize("rol", list(Rol))
def test_iedereen_leest_de_poort_maar_alleen_wie_mag_krijgt_knoppen(rol: Rol) -> None:
    volledig_verband()
    concept(maak_gebruiker(Rol.CONTROLLER))
    pagina = log_in(maak_gebruiker(rol)).get(POORT)
    knoppen = re.findall(r'action="(/lijsten/[^"]+)"', pagina.content.decode())
    mag = rol in (Rol.GRIFFIE, Rol.CONTROLLER, Rol.BEHEERDER)
    assert (pagina.status_code, knoppen) == (200, [f"{POORT}klaar/"] if mag else [])


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER])
@pytest.mark.parametrize("stap", ["begin", "klaar", "terug", "vaststellen", "vraag", "tekst"])
def test_zonder_recht_gebeurt_er_niets(rol: Rol, stap: str) -> None:
    klaar(maak_gebruiker(Rol.CONTROLLER))
    antwoord = log_in(maak_gebruiker(rol)).post(f"{POORT}{stap}/", versie() | {"reden": "x"})
    assert (antwoord.status_code, Editie.objects.get().status) == (403, Editie.Status.KLAARGEZET)


@pytest.mark.parametrize("pad", ["/lijsten/begroting/2016/", "/lijsten/begroting/2029/", "/lijsten/kadernota/2027/"])
def test_een_lijst_die_niet_kan_is_er_niet(pad: str) -> None:
    assert log_in(maak_gebruiker(Rol.GRIFFIE)).get(pad).status_code == 404


def test_van_begin_tot_vastgesteld_en_een_correctie() -> None:
    volledig_verband(naam="Voorbeelddienst")
    griffier, controller = maak_gebruiker(Rol.GRIFFIE), maak_gebruiker(Rol.CONTROLLER)
    een, twee = log_in(griffier), log_in(controller)
    assert een.post(f"{POORT}begin/").status_code == 302
    assert een.post(f"{POORT}tekst/", TEKSTEN | versie()).status_code == 302
    assert een.post(f"{POORT}klaar/", versie()).status_code == 302
    zelf = een.post(f"{POORT}vaststellen/", versie())
    assert (zelf.status_code, "Iemand anders dan wie de lijst klaarzette" in tekst(zelf.content)) == (422, True)
    assert twee.post(f"{POORT}vaststellen/", versie()).status_code == 302
    lijst = VastgesteldeLijst.objects.get()
    assert bytes(lijst.pdf).startswith(b"%PDF")
    assert [p["naam"] for deel in lijst.gegevens["delen"] for p in deel["partijen"]] == ["Voorbeelddienst"]
    assert lijst.gegevens_sha256 == controlegetal(lijst.gegevens)
    pagina = tekst(een.get(POORT).content)
    assert (
        f"Begroting 2027, versie 1 20 mei 2026 griffie, concerncontroller op 20 mei 2026 {lijst.gegevens_sha256[:4]}"
        in pagina
    )
    assert een.post(f"{POORT}begin/", {"correctie": ""}).status_code == 422
    assert een.post(f"{POORT}begin/", {"correctie": "Typefout."}).status_code == 302
    nieuw = Editie.objects.latest("id")
    assert (nieuw.nummer, nieuw.vervangt_id, nieuw.visie) == (2, lijst.editie_id, TEKSTEN["visie"])


def test_terugzetten_vraagt_een_reden_en_onthoudt_die() -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    volledig_verband()
    klaar(griffier)
    browser = log_in(griffier)
    assert browser.post(f"{POORT}terug/", versie() | {"reden": "  "}).status_code == 422
    assert browser.post(f"{POORT}terug/", versie() | {"reden": "Nog een cijfer."}).status_code == 302
    assert Editie.objects.get().status == Editie.Status.CONCEPT
    assert Gebeurtenis.objects.latest("id").details == {"reden": "Nog een cijfer."}


@pytest.mark.parametrize("stap", ["klaar", "terug", "vaststellen"])
@pytest.mark.parametrize("gezien", ["1", "", "tekst", "999"])
def test_wie_een_oude_stand_zag_doet_niets(stap: str, gezien: str) -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    volledig_verband()
    editie = concept(griffier) if stap == "klaar" else klaar(griffier)
    antwoord = log_in(maak_gebruiker(Rol.CONTROLLER)).post(f"{POORT}{stap}/", {"versie": gezien, "reden": "x"})
    assert (antwoord.status_code, Editie.objects.get().status) == (409, editie.status)


def test_zolang_een_tekst_leeg_is_staat_niets_klaar() -> None:
    griffier = maak_gebruiker(Rol.GRIFFIE)
    volledig_verband()
    edities.begin(soort="begroting", jaar=2027, door=griffier, op=NU)
    antwoord = log_in(griffier).post(f"{POORT}klaar/", versie())
    assert antwoord.status_code == 422
    assert "Nog te schrijven: Visie op samenwerking en Beleidsvoornemens ." in tekst(antwoord.content)


def test_ontbreekt_er_na_het_klaarzetten_iets_dan_stelt_niemand_vast() -> None:
    verband = volledig_verband()
    klaar(maak_gebruiker(Rol.GRIFFIE))
    verband.jaarcijfers.filter(post=Post.RESULTAAT).delete()
    antwoord = log_in(maak_gebruiker(Rol.CONTROLLER)).post(f"{POORT}vaststellen/", versie())
    assert (antwoord.status_code, VastgesteldeLijst.objects.count()) == (422, 0)


def test_wie_na_het_klaarzetten_iets_verandert_verandert_de_lijst_niet() -> None:
    """Four eyes: what is adopted is what was put ready, also on the same day."""
    verband = volledig_verband(naam="Zoals klaargezet")
    klaar(maak_gebruiker(Rol.GRIFFIE))
    controller = maak_gebruiker(Rol.CONTROLLER)
    with time_machine.travel(NU + timedelta(minutes=5), tick=False):
        rijen_handelingen.wijzig_verband(
            verband=verband, versie=verband.versie, waarden={"naam": "Later"}, door=controller, op=timezone.now()
        )
        browser = log_in(controller)
        assert "Zoals klaargezet" in tekst(browser.get(f"{POORT}voorbeeld/").content)
        assert browser.post(f"{POORT}vaststellen/", versie()).status_code == 302
    lijst = VastgesteldeLijst.objects.get()
    assert [p["naam"] for deel in lijst.gegevens["delen"] for p in deel["partijen"]] == ["Zoals klaargezet"]


def test_in_het_verleden_staat_er_wat_er_toen_stond_en_gebeurt_er_niets() -> None:
    with time_machine.travel("2026-05-10 12:00+02:00", tick=False):
        verband = volledig_verband(naam="Toen", op=NU.replace(day=10))
    browser = log_in(maak_gebruiker(Rol.CONTROLLER))
    verband.jaarcijfers.filter(post=Post.RESULTAAT).delete()
    antwoord = browser.get(POORT, {"peildatum": "2026-05-15"})
    assert "Stand van 15 mei 2026" in tekst(antwoord.content)
    assert 'action="/lijsten/' not in antwoord.content.decode()
    assert browser.post(f"{POORT}begin/").status_code == 403
    assert Editie.objects.count() == 0


def test_vijandige_tekst_blijft_tekst() -> None:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER, naam=XSS[:100])
    volledig_verband(naam=XSS, houder=houder, zonder=(Post.RESULTAAT,))
    griffier = maak_gebruiker(Rol.GRIFFIE)
    concept(griffier, visie=XSS)
    browser = log_in(griffier)
    for pad in (POORT, f"{POORT}tekst/"):
        pagina = browser.get(pad).content.decode()
        assert "<script>alert" not in pagina
        assert "<img src=x" not in pagina


def test_evenveel_vragen_bij_elk_aantal_partijen(client: Client, django_assert_num_queries: Any) -> None:
    client.force_login(maak_gebruiker(Rol.GRIFFIE))
    concept(maak_gebruiker(Rol.CONTROLLER))
    gemaakt = 0
    for aantal in (1, 3, 25):
        while gemaakt < aantal:
            maak_accounthouder(maak_verband())
            gemaakt += 1
        with django_assert_num_queries(19):
            client.get(POORT)


def test_alle_lijsten_staan_bij_elkaar(django_assert_num_queries: Any) -> None:
    concept(maak_gebruiker(Rol.CONTROLLER))
    browser = log_in(maak_gebruiker(Rol.RAADSLID))
    with django_assert_num_queries(4):
        pagina = browser.get("/lijsten/")
    assert [(str(rij.lijst), rij.nummer, rij.staat) for rij in pagina.context["lijsten"]] == [
        ("jaarstukken 2026", 0, "Nog niet begonnen"),
        ("begroting 2027", 1, "Concept"),
        ("jaarstukken 2025", 0, "Nog niet begonnen"),
        ("begroting 2026", 0, "Nog niet begonnen"),
    ]
    assert browser.post("/lijsten/").status_code == 405


def test_startpagina_bewerkscherm_en_poort_noemen_hetzelfde() -> None:
    houder = maak_gebruiker(Rol.ACCOUNTHOUDER)
    verband = volledig_verband(
        slug="zorg", houder=houder, geen_risicos=False, zonder=(Post.RESULTAAT, Post.BELANG_EIND)
    )
    maak_cijfer(verband, 2027, None, post=Post.BELANG_EIND)
    browser = log_in(houder)
    poort = browser.get(POORT).context["poort"].eigenaren[0].regels
    (regel,) = browser.get("/").context["regels"]
    paneel = browser.get("/verbanden/zorg/bewerken/cijfers/2027/").context["paneel"]
    mist = {(rij.bevinding.gegeven, rij.url) for rij in poort if rij.bevinding.blokkeert}
    assert mist == {
        ("Resultaat over 2027", "/verbanden/zorg/bewerken/cijfers/2027/#id_resultaat-resultaat"),
        ("Risico's voor de gemeente", "/verbanden/zorg/bewerken/risicos/#id_geen_risicos"),
    }
    assert mist <= {(taak.titel, taak.url) for taak in regel.taken}
    assert mist == {(rij["gegeven"].titel, rij["url"]) for rij in paneel["nodig"] if rij["gegeven"].wettelijk}
    let_op = [rij.bevinding for rij in poort if not rij.bevinding.blokkeert]
    assert [bevinding.gegeven for bevinding in let_op] == ["Belang op 31 december 2027"]
    assert let_op == regel.bevindingen == [melding["bevinding"] for melding in paneel["meldingen"]]
    assert (regel.volledig, regel.totaal) == (9, 11)
