"""Hostile text in every field, then every page, file and message (T13, T17, T20)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.core.exceptions import SuspiciousFileOperation
from django.db import transaction
from django.test import Client
from pypdf import PdfReader
from weasyprint.urls import URLFetcher

from samenwerkingswijzer.pdf import maak_pdf
from tests.veiligheid.antwoord import SOORTEN, leesbaar
from tests.veiligheid.besmetting import besmet
from tests.veiligheid.evaluatierondes import naar_conclusie
from tests.veiligheid.matrix import gevallen
from tests.veiligheid.pagina import Pagina
from tests.veiligheid.wereld import Wereld, bouw

MERK = re.compile(r"<x-(\d{3,4}) ")
VEILIG = re.compile(r"(https?://|/|#|\?|\.\./|mailto:|$)")
BLADZIJDEN = [geval for geval in gevallen() if geval.leesbaar and SOORTEN.get(geval.naam) != "application/pdf"]
# The admin's own markup; the Content-Security-Policy keeps a browser from using it.
VAN_DJANGO = {"p style"}
# Texts of our own account or the register that no page shows, and why.
NERGENS = {
    "Stukkenronde.bron": "shown where it is edited by who keeps that paper",
    "Organisatie.inwoners_bron": "only in the admin",
    "Portefeuille.naam": "people see who holds it; the name is for the admin",
    "Voorstel.reden": "of a decision; an open proposal has none",
}


@pytest.fixture(scope="module")
def besmette_wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Wereld, dict[int, str]]]:
    """The world with a hostile text in every field."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        wereld = bouw()
        bekend = besmet(wereld)
        naar_conclusie(wereld.nummers["evaluatie_id"]["oordeel"], wereld.gebruikers["controller"])
        yield wereld, bekend
        transaction.set_rollback(True)


@pytest.fixture
def gelezen(besmette_wereld: tuple[Wereld, dict[int, str]], db: None) -> dict[str, Pagina]:
    """Every page of the portal as three roles see it."""
    wereld, _ = besmette_wereld
    bladzijden: dict[str, Pagina] = {}
    for rol in ("accounthouder-eigen", "griffie", "beheerder"):
        for geval in BLADZIJDEN:
            with transaction.atomic():
                antwoord = wereld.klant(rol).get(geval.adres(wereld))
                transaction.set_rollback(True)  # a reference date is remembered: the next page starts from today
            if antwoord["Content-Type"].startswith("text/html"):
                bladzijden[f"{rol} {geval}"] = Pagina(antwoord.content.decode())
    bladzijden |= {f"beheer {adres}": pagina for adres, pagina in _beheer(wereld)}
    return bladzijden


def _beheer(wereld: Wereld) -> Iterator[tuple[str, Pagina]]:
    for soort in ("samenwerkingswijzer/gebruiker", "samenwerkingswijzer/gemeente", "verbanden/organisatie"):
        for staart in ("", "1/history/", f"{wereld.gebruikers['raadslid'].pk}/change/"):
            antwoord = wereld.klant("beheerder").get(f"/beheer/{soort}/{staart}", follow=True)
            yield f"{soort}/{staart}", Pagina(antwoord.content.decode())


def test_no_text_of_a_user_becomes_code(gelezen: dict[str, Pagina], besmette_wereld: Any) -> None:
    """One pass over every page: no element, handler, style or address of the attacker; and every text was shown."""
    fout: list[str] = []
    gezien: set[int] = set()
    for waar, pagina in gelezen.items():
        gezien |= {int(nummer) for nummer in MERK.findall(pagina.tekst)}
        gezien |= {int(n) for e in pagina.elementen for w in e.kenmerken.values() for n in MERK.findall(w)}
        fout += [f"{waar}: {wat}" for wat in gevaren(pagina) if not (waar.startswith("beheer") and wat in VAN_DJANGO)]
    assert fout == []
    ontbreekt = {naam for nummer, naam in besmette_wereld[1].items() if nummer not in gezien}
    getoond = {naam for nummer, naam in besmette_wereld[1].items() if nummer in gezien}
    assert ontbreekt - getoond == set(NERGENS)


def gevaren(pagina: Pagina) -> Iterator[str]:
    """What a browser would carry out or open, and should not."""
    for element in pagina.elementen:
        if element.naam.startswith("x-") or element.naam in ("iframe", "object", "embed", "base"):
            yield element.naam
        yield from (f"{element.naam} {naam}" for naam in element.kenmerken if naam.startswith("on") or naam == "style")
        if element.naam in ("script", "style") and "src" not in element.kenmerken:
            yield f"ingebed {element.naam}"
    yield from (f"adres {adres}" for adres in pagina.adressen() if not VEILIG.match(adres))
    yield from (f"adres {adres}" for adres in pagina.adressen() if "kwaad.example" in adres.split("?")[0])
    if pagina.ingebed.strip():
        yield "ingebedde code"


def test_the_search_would_see_an_attack() -> None:
    html = '<x-1 onx=1><a href="javascript:x">a</a><script>x</script><p style="x">b</p><img src="//kwaad.example">'
    assert len(list(gevaren(Pagina(html)))) >= 6


@pytest.mark.parametrize("formaat", ["csv", "xlsx", "ods"])
def test_a_file_keeps_hostile_text_as_text(besmette_wereld: Any, db: None, formaat: str) -> None:
    wereld, _ = besmette_wereld
    antwoord = wereld.klant("raadslid").get(f"/verbanden/selectie.{formaat}")
    assert antwoord["Content-Disposition"].startswith("attachment; filename=")
    tekst = leesbaar(antwoord.content, antwoord["Content-Type"])
    if formaat == "csv":
        assert "<x-" in tekst
    else:
        assert "&lt;x-" in tekst
        assert "<x-" not in tekst
        assert "<f>" not in tekst


def test_the_print_shows_hostile_text_and_fetches_nothing(
    besmette_wereld: Any, db: None, gehaald: list[tuple[Any, str]]
) -> None:
    wereld, _ = besmette_wereld
    antwoord = wereld.klant("raadslid").get(f"/verbanden/{wereld.verband.slug}/dashboard.pdf")
    assert gehaald
    assert [url for _, url in gehaald if not url.startswith("https://static.invalid/")] == []
    lezer = PdfReader(io.BytesIO(antwoord.content))
    assert "<x-" in "".join(bladzijde.extract_text() for bladzijde in lezer.pages)
    for actie in (b"/JavaScript", b"/JS ", b"/Launch", b"/SubmitForm", b"/EmbeddedFile"):
        assert actie not in antwoord.content
    for doel in _koppelingen(lezer):
        assert doel.startswith(("https://", "http://"))
        assert "kwaad.example" not in doel


@pytest.fixture
def gehaald(monkeypatch: Any) -> list[tuple[Any, str]]:
    """Who fetched which address while a document was printed."""
    maak_pdf("<html lang=nl><title>a</title><p>b</p></html>")  # the press is only loaded when it is used
    lijst: list[tuple[Any, str]] = []
    (soort,) = [soort for soort in URLFetcher.__subclasses__() if soort.__module__.startswith("samenwerkingswijzer")]
    echt = soort.fetch

    def kijk(zelf: Any, url: str, headers: Any = None) -> Any:
        lijst.append((zelf, url))
        return echt(zelf, url, headers)

    monkeypatch.setattr(soort, "fetch", kijk)
    return lijst


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://127.0.0.1/", "https://kwaad.example/", "ftp://kwaad.example/", "//kwaad.example/",
     "data:image/svg+xml,<svg/>", "/etc/passwd", "https://static.invalid/../../../etc/passwd", "gopher://x",
     "https://static.invalid//etc/passwd", "https://static.invalid.kwaad.example/", "https://static.invalid/%2e%2e/x",
     "https://static.invalid/../samenwerkingswijzer/settings.py"],
)  # fmt: skip
def test_the_press_refuses_every_address_but_our_own_files(gehaald: list[tuple[Any, str]], url: str) -> None:
    """Through a document it draws nothing, and the fetcher itself raises."""
    kaal = f'<html lang=nl><title>a</title><style>body{{background:url("{url}")}}</style><img alt="a" src="{url}">'
    maak_pdf(kaal)
    pers = gehaald[0][0]
    with pytest.raises((ValueError, SuspiciousFileOperation)):
        pers.fetch(url)


def _koppelingen(lezer: PdfReader) -> Iterator[str]:
    for bladzijde in lezer.pages:
        for aantekening in bladzijde.get("/Annots") or []:
            actie = aantekening.get_object().get("/A")
            if actie and "/URI" in actie:
                yield str(actie["/URI"])


@pytest.mark.parametrize(
    "adres",
    ["javascript:alert(1)", "data:text/html,<script>x</script>", "file:///etc/passwd", "vbscript:x",
     " javascript:x", "JaVaScRiPt:x", "ftp://kwaad.example/", "https://", "https://a b", "jav\tascript:x"],
)  # fmt: skip
def test_an_address_with_code_is_refused(besmette_wereld: Any, db: None, adres: str) -> None:
    wereld, _ = besmette_wereld
    klant, slug = wereld.klant("controller"), wereld.verband.slug
    lichaam = {"soort": "website", "titel": "verzonnen", "url": adres}
    assert klant.post(f"/verbanden/{slug}/bewerken/documenten/nieuw/", lichaam).status_code == 422
    moment = {"datum": "1-1-2027", "wie": "raad", "titel": "verzonnen", "url": adres}
    assert klant.post(f"/verbanden/{slug}/bewerken/momenten/nieuw/", moment).status_code == 422
    velden = Pagina(klant.get(f"/verbanden/{slug}/bewerken/kenmerken/").content.decode()).formulier().velden
    kenmerken = {**velden, "website": adres}
    assert klant.post(f"/verbanden/{slug}/bewerken/kenmerken/", kenmerken).status_code == 422


@pytest.mark.parametrize("email", ["a@b.nl\nBcc: x@kwaad.example", "a@b.nl\r\nSubject: x", "a@b.nl%0aBcc:x@k.example"])
def test_a_message_gets_no_extra_header(db: None, mailoutbox: Any, email: str) -> None:
    Client().post("/account/password/reset/", {"email": email})
    assert [adres for bericht in mailoutbox for adres in bericht.recipients() if "kwaad" in adres] == []
    assert all(len(bericht.recipients()) == 1 for bericht in mailoutbox)


@pytest.mark.parametrize("slug", ["a%0d%0aSet-Cookie:x=1", "a%22%0d%0a", "a%C4%93", "..%2f..%2fetc", "a;b=c"])
def test_a_file_name_splits_no_header(besmette_wereld: Any, db: None, slug: str) -> None:
    wereld, _ = besmette_wereld
    klant = wereld.klant("raadslid")
    for adres in (f"/verbanden/{slug}/dashboard.pdf", f"/verbanden/selectie.{slug}"):
        antwoord = klant.get(adres)
        assert antwoord.status_code == 404
        assert "Content-Disposition" not in antwoord.headers
        assert "Set-Cookie" not in antwoord.headers


def test_hostile_text_comes_back_as_text_in_a_refused_form(besmette_wereld: Any, db: None) -> None:
    wereld, _ = besmette_wereld
    aanval = "\"><x-7 onx=1>'</textarea><script>x</script>"
    for adres in (f"/verbanden/{wereld.verband.slug}/bewerken/momenten/nieuw/", "/verbanden/nieuw/"):
        velden = Pagina(wereld.klant("controller").get(adres).content.decode()).formulier().velden
        antwoord = wereld.klant("controller").post(adres, dict.fromkeys(velden, aanval))
        assert antwoord.status_code == 422
        assert list(gevaren(Pagina(antwoord.content.decode()))) == []
    for adres in ("/verbanden/", "/peildatum/", "/verbanden/kosten/", "/account/login/"):
        vraag = dict.fromkeys(("zoek", "vorm", "dag", "terug", "next", "sorteer", "beeld"), aanval)
        antwoord = wereld.klant("raadslid").get(adres, vraag, follow=True)
        assert list(gevaren(Pagina(antwoord.content.decode()))) == []
