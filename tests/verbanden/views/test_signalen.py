"""The pages of the signals: list, partnership, one signal, thresholds; and the start pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from governance.models import Moment
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_accounthouder, maak_gebruiker, maak_gemeente
from tests.governance.sessie.scherm import klant, lees
from tests.verbanden.signalering.situatie import alarm, per_regel, stil
from tests.verbanden.views.hulp import fouten
from verbanden.handelingen import signalen
from verbanden.models import Samenwerkingsverband, Signaalafhandeling, Signaaldrempel

pytestmark = pytest.mark.django_db
ZIN = "De stijging is met de raad besproken."
KWAAD = '"><script>alert(1)</script>'


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=500))
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return alarm(naam="Zorgkring", slug="zorgkring")


def adres(verband: Samenwerkingsverband, regel: str = "bijdrage_sprong") -> str:
    return per_regel(verband)[regel].adres


def griffier() -> Any:
    return klant(maak_gebruiker(Rol.GRIFFIE))


def test_de_lijst_begint_met_wat_voor_de_eigen_rol_is(verband: Samenwerkingsverband) -> None:
    woorden = lees(klant(maak_gebruiker(Rol.RAADSLID)).get("/signalen/"))
    assert "Bijdrage stijgt sterk" in woorden
    assert "Geen accounthouder" not in woorden
    assert woorden.index("Er verloopt iets") < woorden.index("Kijk hier binnen")


@pytest.mark.parametrize(
    ("vraag", "wel", "niet"),
    [
        ("voor=iedereen", ["Geen accounthouder", "Bijdrage stijgt sterk"], []),
        ("voor=beheerder", ["Geen accounthouder"], ["Bijdrage stijgt sterk"]),
        ("voor=iedereen&ernst=dringend", ["Buiten het mandaat"], ["Bijdrage stijgt sterk"]),
        ("voor=iedereen&groep=geld", ["Bijdrage stijgt sterk"], ["Buiten het mandaat"]),
        ("voor=iedereen&verband=zorgkring", ["Zorgkring"], ["Andere kring heeft"]),
        ("", ["Bijdrage stijgt sterk"], []),
    ],
)
def test_kiezen_wat_men_ziet(verband: Samenwerkingsverband, vraag: str, wel: list[str], niet: list[str]) -> None:
    alarm(naam="Andere kring")
    woorden = lees(klant(maak_gebruiker(Rol.RAADSLID)).get(f"/signalen/?{vraag}")).split("Regels en drempels")[1]
    assert all(woord in woorden for woord in wel)
    assert not any(woord in woorden for woord in niet)


def test_alleen_de_eigen_verbanden(verband: Samenwerkingsverband) -> None:
    alarm(naam="Van een ander")
    houder = maak_accounthouder(verband)
    woorden = lees(klant(houder).get("/signalen/?eigen=on")).split("Regels en drempels")[1]
    assert "Zorgkring" in woorden
    assert "Van een ander" not in woorden
    assert "Alleen mijn verbanden" not in lees(griffier().get("/signalen/"))


@pytest.mark.parametrize("vraag", ["ernst=onzin", "voor=koning", "groep=<b>", "verband=bestaat-niet"])
def test_een_onbekende_keuze(verband: Samenwerkingsverband, vraag: str) -> None:
    antwoord = griffier().get(f"/signalen/?{vraag}")
    assert antwoord.status_code == 422
    assert fouten(antwoord)
    assert "<b>" not in antwoord.content.decode()


def test_zonder_signalen_staat_dat_er() -> None:
    stil()
    assert "Hier vraagt nu niets de aandacht." in lees(griffier().get("/signalen/"))


def test_een_signaal_zegt_waarom_en_wat_te_doen(verband: Samenwerkingsverband) -> None:
    antwoord = griffier().get(adres(verband))
    woorden = lees(antwoord)
    for deel in (
        "Een stijging boven de index is een nieuwe keuze.",
        "Vraag een verklaring",
        "5 procent",
        "Eigen regel",
    ):
        assert deel in woorden
    assert "Ga naar de plek" not in woorden  # the griffie does not edit figures
    assert "Ga naar de plek" in lees(klant(maak_gebruiker(Rol.CONTROLLER)).get(adres(verband)))


def test_afhandelen_met_een_zin(verband: Samenwerkingsverband) -> None:
    client, pad = griffier(), adres(verband)
    leeg = client.post(pad)
    assert leeg.status_code == 422
    assert len(fouten(leeg)) == 2
    kort = client.post(pad, {"uitkomst": "afgehandeld", "uitleg": "kort"})
    assert kort.status_code == 422
    assert client.post(pad, {"uitkomst": "afgehandeld", "uitleg": ZIN})["Location"] == "/verbanden/zorgkring/signalen/"
    woorden = lees(client.get("/signalen/?voor=iedereen"))
    assert "Toon wat is afgehandeld (1) Verberg wat is afgehandeld Zorgkring De bijdrage" in woorden
    assert ZIN in woorden
    assert client.post(pad, {"uitkomst": "afgehandeld", "uitleg": ZIN}).status_code == 422


def test_op_de_agenda_en_weer_open(verband: Samenwerkingsverband) -> None:
    client, pad = griffier(), adres(verband)
    zonder = client.post(pad, {"uitkomst": "agenda", "uitleg": ZIN})
    assert fouten(zonder) == ["Dag op de langetermijnagenda: Vul in op welke dag het op de agenda komt."]
    oud = client.post(pad, {"uitkomst": "agenda", "uitleg": ZIN, "agendadatum": "1-1-2026"})
    assert fouten(oud) == ["Dag op de langetermijnagenda: Kies een dag die nog komt."]
    assert client.post(pad, {"uitkomst": "agenda", "uitleg": ZIN, "agendadatum": "1-9-2026"}).status_code == 302
    assert Moment.objects.filter(titel="Bijdrage stijgt sterk").count() == 1
    assert "Op de langetermijnagenda van 1 september 2026" in lees(client.get(pad))
    assert client.post(f"{pad}heropenen/", {"versie": "7"}, follow=True).redirect_chain[-1][0] == pad
    assert Signaalafhandeling.objects.count() == 1
    assert "Het signaal staat weer open." in lees(client.post(f"{pad}heropenen/", {"versie": "1"}, follow=True))
    assert not Signaalafhandeling.objects.exists()


def test_een_signaal_waarvan_de_oorzaak_weg_is(verband: Samenwerkingsverband) -> None:
    client, pad = griffier(), adres(verband, "geen_accounthouder")
    maak_accounthouder(verband)
    assert client.get(pad).status_code == 404
    assert client.post(pad, {"uitkomst": "afgehandeld", "uitleg": ZIN}).status_code == 404


def test_in_het_verleden_wordt_niets_afgehandeld(verband: Samenwerkingsverband) -> None:
    pad = adres(verband)
    with time_machine.travel(NU + timedelta(days=3), tick=False):
        client = griffier()
        toen = client.get(f"{pad}?peildatum={VANDAAG.isoformat()}")
        assert "Wat doet u ermee?" not in lees(toen)
        assert client.post(pad, {"uitkomst": "afgehandeld", "uitleg": ZIN}).status_code == 403
        assert client.post(f"{pad}heropenen/", {"versie": "1"}).status_code == 403
    assert not Signaalafhandeling.objects.exists()


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.ACCOUNTHOUDER])
def test_wie_niet_afhandelt(verband: Samenwerkingsverband, rol: Rol) -> None:
    client, pad = klant(maak_gebruiker(rol)), adres(verband)
    assert "Wat doet u ermee?" not in lees(client.get(pad))
    assert client.post(pad, {"uitkomst": "afgehandeld", "uitleg": ZIN}).status_code == 403


def test_wat_men_schrijft_blijft_tekst(verband: Samenwerkingsverband) -> None:
    client = griffier()
    client.post(adres(verband), {"uitkomst": "afgehandeld", "uitleg": KWAAD})
    ander = alarm(naam=KWAAD)
    for pad in ("/signalen/?voor=iedereen", "/verbanden/zorgkring/signalen/", adres(ander), "/"):
        inhoud = client.get(pad).content.decode()
        assert "<script>alert" not in inhoud
        assert "&lt;script&gt;alert(1)" in inhoud


def test_de_afhandeling_staat_in_de_geschiedenis(verband: Samenwerkingsverband) -> None:
    client = griffier()
    client.post(adres(verband), {"uitkomst": "afgehandeld", "uitleg": ZIN})
    assert ZIN in lees(client.get("/verbanden/zorgkring/geschiedenis/"))


def test_drempels_zijn_voor_iedereen_te_lezen_en_voor_de_beheerder_te_kiezen() -> None:
    beheerder = klant(maak_gebruiker(Rol.BEHEERDER))
    pad = "/signalen/drempels/bijdrage_sprong/"
    assert (
        "<form" not in klant(maak_gebruiker(Rol.RAADSLID)).get("/signalen/drempels/").content.decode().split("<main")[1]
    )
    assert griffier().post(pad, {"waarde": "7"}).status_code == 403
    assert beheerder.post(pad, {"waarde": "7,5"}).status_code == 302
    assert Signaaldrempel.objects.get().waarde == Decimal("7.5")
    verouderd = beheerder.post(pad, {"waarde": "8"})
    assert verouderd.status_code == 409
    assert fouten(verouderd) == ["Iemand anders veranderde deze drempel intussen. Kijk hem na en bewaar opnieuw."]
    assert "Terug naar 5" in lees(beheerder.get("/signalen/drempels/"))
    assert "7,5 procent standaard 5" in lees(griffier().get("/signalen/drempels/"))
    assert beheerder.post(pad, {"standaard": "1", "versie": "1", "waarde": "onzin"}).status_code == 302
    assert not Signaaldrempel.objects.exists()


@pytest.mark.parametrize("waarde", ["", "veel", "-1", "1001", "1e9", "9" * 400, "٧", "NaN", "5,555", "\x00"])
def test_een_vreemde_drempel(waarde: str) -> None:
    antwoord = klant(maak_gebruiker(Rol.BEHEERDER)).post("/signalen/drempels/bijdrage_sprong/", {"waarde": waarde})
    assert antwoord.status_code in (400, 422)
    assert not Signaaldrempel.objects.exists()


@pytest.mark.parametrize("regel", ["status_verslechterd", "termijn_in_reces", "verzonnen"])
def test_een_regel_zonder_drempel(regel: str) -> None:
    beheerder = klant(maak_gebruiker(Rol.BEHEERDER))
    assert beheerder.post(f"/signalen/drempels/{regel}/", {"waarde": "5"}).status_code == 404


def test_drempels_van_een_eerdere_dag_staan_vast() -> None:
    client = klant(maak_gebruiker(Rol.BEHEERDER))
    client.get("/signalen/drempels/?peildatum=2026-05-01")
    assert client.post("/signalen/drempels/bijdrage_sprong/", {"waarde": "9"}).status_code == 403


def start(wie: Gebruiker) -> str:
    return lees(klant(wie).get("/", follow=True))


def test_elke_rol_begint_met_de_eigen_signalen(verband: Samenwerkingsverband) -> None:
    alarm(naam="Van een ander")
    portefeuille: Any = verband.portefeuille
    wethouder = maak_gebruiker(Rol.COLLEGE)
    portefeuille.gebruiker = wethouder
    portefeuille.save()
    houder = maak_accounthouder(verband)
    for wie in (wethouder, houder):
        woorden = start(wie).split("Signalen voor u")[1]
        assert "Zorgkring: " in woorden
        assert "Van een ander" not in woorden
    assert "Van een ander: " in start(maak_gebruiker(Rol.GRIFFIE))
    for rol in (Rol.RAADSLID, Rol.CONTROLLER, Rol.BEHEERDER):
        assert re.search(r"\d+ signa(al|len) voor u", start(maak_gebruiker(rol))), rol


def test_een_startpagina_noemt_niet_meer_dan_vijf() -> None:
    for nummer in range(4):
        alarm(naam=f"Kring {nummer}")
    inhoud = klant(maak_gebruiker(Rol.GRIFFIE)).get("/").content.decode()
    deel = inhoud.split('id="signalen"')[1].split("</section>")[0]
    assert deel.count("<li") == 5
    assert re.search(r"Alle \d+ signalen", deel)


def test_het_totaaloverzicht_toont_de_signalen_en_het_kernbeeld_de_weg(verband: Samenwerkingsverband) -> None:
    client = griffier()
    kern, totaal = (lees(client.get(f"/verbanden/zorgkring/{vraag}")) for vraag in ("", "?beeld=totaal"))
    assert "Alle signalen over dit verband" in kern
    assert "Bijdrage stijgt sterk" not in kern
    assert "Bijdrage stijgt sterk" in totaal


VERBANDEN, EEN = "/signalen/?voor=iedereen", "/verbanden/{slug}/signalen/"


@pytest.mark.parametrize("aantal", [1, 3, 25])
@pytest.mark.parametrize(("pad", "vragen"), [(VERBANDEN, 40), (EEN, 38), ("/signalen/drempels/", 4)])
def test_evenveel_vragen_voor_meer_verbanden(
    aantal: int, pad: str, vragen: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    door = maak_gebruiker(Rol.GRIFFIE)
    for _ in range(aantal):
        verband = alarm()
        signaal = per_regel(verband)["bijdrage_sprong"].signaal
        signalen.handel_af(verband=verband, signaal=signaal, uitleg=ZIN, door=door, op=NU)
    client = klant(door)
    client.get("/peildatum/")
    with django_assert_num_queries(vragen):
        assert client.get(pad.format(slug=verband.slug)).status_code == 200
