"""Attacks on the public side: what an address, a header, a cookie or a method may not bring out."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from governance.models import Moment
from governance.models.momenttekst import Momentstatus
from samenwerkingswijzer import geheugen
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.rechten import Rol
from tests import fabriek
from tests.veiligheid.papier import leeg_document
from verbanden.handelingen import edities
from verbanden.models import Editie, Levensfase, Verwijzing

pytestmark = pytest.mark.django_db
GEHEIM = "Uiterst geheim"
PAGINAS = ("/openbaar/", "/openbaar/gegevens/", "/openbaar/toegankelijkheid/")
BESTANDEN = ("/openbaar/samenwerkingen.json", "/openbaar/samenwerkingen.csv", "/openbaar/catalogus.jsonld")
SCHEMAS = ("/openbaar/schema/samenwerkingen.csv.json", "/openbaar/schema/samenwerkingen.json.json")
ALLE = (*PAGINAS, *BESTANDEN, *SCHEMAS, "/openbaar/sitemap.xml", "/robots.txt")


@pytest.fixture(autouse=True)
def _open() -> None:
    gemeente = fabriek.maak_gemeente()
    gemeente.openbaar = True
    bewaar(gemeente, door=None, op=fabriek.NU)


def sluit() -> None:
    gemeente = Gemeente.huidige()
    gemeente.openbaar = False
    bewaar(gemeente, door=None, op=fabriek.NU)


@pytest.fixture
def onthoudt(monkeypatch: Any) -> None:
    """Pages come from memory, as outside a test: a test always has a transaction, so it says that it is quiet."""
    echt = geheugen.laatste_nummers
    monkeypatch.setattr(geheugen, "laatste_nummers", lambda modellen: (echt(modellen)[0], True))


def alles(verband: str = "", vraag: str = "", **koppen: Any) -> str:
    """The texts of all public addresses together."""
    paden = (*ALLE, f"/openbaar/verbanden/{verband}/") if verband else ALLE
    antwoorden = [Client().get(pad + vraag, headers=koppen) for pad in paden]
    assert {antwoord.status_code for antwoord in antwoorden} == {200}
    return "".join(antwoord.content.decode() for antwoord in antwoorden)


def test_no_query_parameter_brings_out_the_past_or_a_draft() -> None:
    verband = fabriek.maak_verband(naam=GEHEIM, levensfase=Levensfase.UITVOEREN)
    verband.naam = "Nieuwe naam"
    bewaar(verband, door=None, op=fabriek.NU + timedelta(days=1))
    fabriek.maak_verband(naam=f"{GEHEIM} onderzoek", levensfase=Levensfase.VERKENNEN)
    for vraag in ("?peildatum=2020-01-01", "?peildatum=onzin", "?versie=1&status=concept&format=api&q=geheim"):
        gelezen = alles(verband.slug, vraag)
        assert GEHEIM not in gelezen
        assert "Nieuwe naam" in gelezen


def test_an_address_of_something_else_does_not_exist() -> None:
    verband = fabriek.maak_verband(naam="Verzonnen")
    onderzocht = fabriek.maak_verband(naam="In onderzoek", levensfase=Levensfase.VERKENNEN)
    fout = [
        f"/openbaar/verbanden/{verband.id}/",
        f"/openbaar/verbanden/{verband.slug.upper()}X/",
        f"/openbaar/verbanden/{verband.slug}/geschiedenis/",
        f"/openbaar/verbanden/{onderzocht.slug}/",
        "/openbaar/verbanden/%2e%2e/",
        "/openbaar/../verbanden/",
        "/openbaar//verbanden/",
        "/openbaar/samenwerkingen.xlsx",
        "/openbaar/samenwerkingen.json/",
        "/openbaar/lijsten/begroting/99999999999999999999/1/lijst.pdf",
        "/openbaar/lijsten/begroting/2026/0/lijst.json",
        "/openbaar/lijsten/onzin/2026/1/lijst.json",
    ]
    assert [pad for pad in fout if Client().get(pad).status_code != 404] == []


def maak_editie(jaar: int, raad_op: date | None, nummer: int = 1) -> Editie:
    """An adopted list; of a year that has one already it is the correction."""
    griffie, controller = (fabriek.maak_gebruiker(rol=rol) for rol in (Rol.GRIFFIE, Rol.CONTROLLER))
    editie = edities.begin(soort="begroting", jaar=jaar, correctie="nieuw cijfer", door=griffie, op=fabriek.NU)
    editie.raad_op = raad_op
    bewaar(editie, door=griffie, op=fabriek.NU)
    editie = edities.zet_klaar(editie=editie, ontbreekt=0, door=griffie, op=fabriek.NU)
    inhoud = {"soort": "begroting", "jaar": jaar, "editie": {"nummer": nummer}}
    vast: dict[str, Any] = {"gegevens": inhoud, "pdf": leeg_document(), "ontbreekt": 0}
    edities.stel_vast(editie=editie, door=controller, op=fabriek.NU, **vast)
    return editie


def test_only_the_newest_adopted_list_that_went_to_the_raad_can_be_had() -> None:
    morgen = timezone.localdate() + timedelta(days=1)
    maak_editie(2024, date(2026, 5, 1))
    maak_editie(2024, date(2026, 5, 20), nummer=2)
    maak_editie(2025, morgen)
    maak_editie(2026, None)
    edities.begin(soort="begroting", jaar=2023, door=fabriek.maak_gebruiker(rol=Rol.GRIFFIE), op=fabriek.NU)
    codes = {
        (jaar, nummer): Client().get(f"/openbaar/lijsten/begroting/{jaar}/{nummer}/lijst.json").status_code
        for jaar, nummer in ((2023, 1), (2024, 1), (2024, 2), (2025, 1), (2026, 1))
    }
    assert codes == {(2023, 1): 404, (2024, 1): 404, (2024, 2): 200, (2025, 1): 404, (2026, 1): 404}
    tekst = alles()
    assert "/begroting/2024/2/" in tekst
    assert [jaar for jaar in (2023, 2025, 2026) if f"/begroting/{jaar}/" in tekst] == []


def test_a_moment_of_a_draft_or_one_that_is_not_public_is_nowhere() -> None:
    onderzocht = fabriek.maak_verband(naam="In onderzoek", levensfase=Levensfase.VERKENNEN)
    lopend = fabriek.maak_verband(naam="Verzonnen")
    vast = {"datum": date(2099, 1, 6), "wie": Moment.Wie.RAAD, "titel": GEHEIM, "lokale_betekenis": "tekst"}
    for verband, status in ((onderzocht, Momentstatus.NAAR_DE_RAAD), (lopend, Momentstatus.VOORBEREIDING)):
        bewaar(Moment(verband=verband, status=status, **vast), door=None, op=fabriek.NU)
    assert GEHEIM not in alles(lopend.slug)


@pytest.mark.usefixtures("onthoudt")
def test_closing_works_at_once_for_every_method_and_from_every_cache() -> None:
    verband = fabriek.maak_verband(naam="Verzonnen")
    paden = (*ALLE, f"/openbaar/verbanden/{verband.slug}/")
    etags = {pad: Client().get(pad)["ETag"] for pad in paden}
    for pad in paden:
        antwoord = Client().get(pad)
        assert antwoord["Cache-Control"] == "public, no-cache"  # a cache asks first, so it hears that we closed
        assert Client().get(pad, headers={"If-None-Match": antwoord["ETag"]}).status_code == 304
    sluit()
    for pad, etag in etags.items():
        streng = Client(enforce_csrf_checks=True)
        koppen: dict[str, Any] = {"headers": {"If-None-Match": etag, "Cookie": "x=1"}}
        codes = [getattr(streng, manier)(pad, **koppen) for manier in ("get", "head", "options", "post", "delete")]
        assert {antwoord.status_code for antwoord in codes} == {404}, pad
        assert {antwoord["Cache-Control"] for antwoord in codes} == {"no-store"}, pad


@pytest.mark.usefixtures("onthoudt")
def test_what_one_reader_sends_never_reaches_the_next() -> None:
    """Cookies, languages, hosts and what a proxy may add do not change a byte nor what is remembered."""
    fabriek.maak_verband(naam="Verzonnen")
    eerst = {pad: Client().get(pad).content for pad in ALLE}
    kop = {"X-Forwarded-Host": "kwaad.test", "X-Original-URL": "/beheer/", "X-Rewrite-URL": "/beheer/"}
    kop |= {"Accept-Language": "en", "Accept": "application/json", "HX-Request": "true", "Range": "bytes=0-9"}
    kwaad = Client()
    kwaad.cookies[settings.SESSION_COOKIE_NAME] = "verzonnen"
    kwaad.cookies["messages"] = "verzonnen"
    for pad in ALLE:
        antwoord = kwaad.get(f"{pad}?utm=<b>kwaad</b>", headers=kop)
        assert antwoord.content == eerst[pad] == Client().get(pad).content, pad
        assert "Set-Cookie" not in antwoord, pad
        assert not antwoord.cookies, pad
        assert "Vary" not in antwoord, pad
        assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert Client().get("/openbaar/", headers={"Host": "kwaad.test"}).status_code == 400


def test_head_is_get_without_a_body_and_nothing_else_is_allowed() -> None:
    for pad in ALLE:
        get, head = Client().get(pad), Client().head(pad)
        assert (head.status_code, head.content) == (200, b"")
        assert head["ETag"] == get["ETag"]
        for manier in ("options", "post", "put", "patch", "delete", "trace"):
            antwoord = getattr(Client(), manier)(pad)
            assert (antwoord.status_code, antwoord["Allow"]) == (405, "GET, HEAD")


def test_a_name_cannot_become_a_formula_a_tag_or_a_script_address() -> None:
    verband = fabriek.maak_verband(naam='=cmd|"/c calc"!A1 <b>vet</b>', doel="+1+1", openbaar_belang="@x")
    fabriek.maak_deelname(verband, fabriek.maak_organisatie(naam="-2+3"))
    titel = "</script><script>alert(1)</script>"
    rij = Verwijzing(verband=verband, soort="website", titel=titel, url="https://verzonnen.example/")
    bewaar(rij, door=None, op=fabriek.NU)
    for pad in (*PAGINAS, f"/openbaar/verbanden/{verband.slug}/"):
        html = Client().get(pad).content.decode()
        assert [deel for deel in ("<b>vet", "<script", "alert(1)</") if deel in html] == []
    regel = Client().get("/openbaar/samenwerkingen.csv").content.decode("utf-8-sig").splitlines()[1]
    assert not [cel for cel in regel.split(";") if cel.strip('"')[:1] in tuple("=+-@")]
    assert (
        json.loads(Client().get("/openbaar/samenwerkingen.json").content)["samenwerkingen"][0]["naam"] == verband.naam
    )


@pytest.mark.usefixtures("onthoudt")
def test_many_requests_cost_one_query_each_also_for_what_does_not_exist(django_assert_num_queries: Any) -> None:
    verband = fabriek.maak_verband(naam="Verzonnen")
    Client().get("/openbaar/")
    Client().get(f"/openbaar/verbanden/{verband.slug}/")
    with django_assert_num_queries(20):  # whether anything changed
        for nummer in range(20):
            Client().get(f"/openbaar/?x={nummer}")
    with django_assert_num_queries(80):  # that twice, whether it is open, and the page that says no: never a reading
        for nummer in range(20):
            Client().get(f"/openbaar/verbanden/bestaat-niet-{nummer}/")
