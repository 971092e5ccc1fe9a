"""Guidance is remembered: a page with it costs no query more, and publishing is seen at once in this process."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.template import Context, Template
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from kennisbank.geheugen import HOUDBAAR, Geheugen, naslag
from kennisbank.handelingen import artikelen
from kennisbank.models import Soort, Status
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_artikel, maak_gebruiker

PLEK = re.compile(r'{% handreiking "([a-z_.]+)" %}')


class Klok:
    """A clock that stands still until it is set."""

    nu = 100.0

    def __call__(self) -> float:
        return self.nu


def vul(tekst: str) -> str:
    return Template("{% load naslag %}" + tekst).render(Context({}))


@pytest.mark.django_db
def test_it_is_read_once_and_again_when_it_is_old(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    klok = Klok()
    geheugen = Geheugen(klok)
    maak_artikel("gids", titel="Gids", plekken=["sessie"], tekst="x" * 2000)
    maak_artikel("begrip-mandaat", Soort.BEGRIP, titel="Mandaat", samenvatting="Mogen beslissen.")
    with django_assert_num_queries(1):
        assert [(een.titel, een.url, een.minuten) for een in geheugen.bij("sessie")] == [
            ("Gids", "/kennisbank/gids/", 2)
        ]
    with django_assert_num_queries(0):
        begrip = geheugen.begrip("mandaat")
        assert begrip is not None
        assert (begrip.term, begrip.uitleg, begrip.url) == (
            "Mandaat",
            "Mogen beslissen.",
            "/kennisbank/begrip-mandaat/",
        )
        assert (geheugen.bij("elders"), geheugen.begrip("elders")) == ((), None)
    klok.nu += HOUDBAAR
    with django_assert_num_queries(1):
        geheugen.bij("sessie")


@pytest.mark.django_db
def test_the_first_term_in_a_text_explains_itself() -> None:
    maak_artikel("begrip-regeling", Soort.BEGRIP, titel="Regeling", samenvatting="Afspraak.")
    maak_artikel("begrip-grote-regeling", Soort.BEGRIP, titel="Grote regeling", samenvatting="Grote afspraak.")
    naslag.vergeet()
    html = vul('{% begrip_in "Een <b> grote regeling (regeling 2)" %}')
    assert html.startswith("Een &lt;b&gt; <button")
    assert ">grote regeling</button>" in html
    assert html.endswith(" (regeling 2)")
    assert (html.count("<button"), "Grote afspraak." in html) == (1, True)
    assert vul('{% begrip_in "Geregeld" %}') == "Geregeld"


@pytest.mark.django_db
def test_a_role_may_have_a_reading_path() -> None:
    maak_artikel("b", titel="A", leespad="raadslid", stap=2, tekst="x" * 2000)
    maak_artikel("a", titel="B", leespad="raadslid", stap=1)
    naslag.vergeet()
    html = vul('{% leespad "raadslid" %}')
    assert '<a class="utrecht-link" href="/kennisbank/a/">Begin met het leespad</a>' in html
    assert "(2 stappen, samen 3 minuten)" in html
    assert vul('{% leespad "griffie" %}').strip() == ""


@pytest.mark.django_db
def test_publishing_is_seen_at_once(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    versie = maak_artikel("gids", status=Status.NAGEKEKEN, plekken=["sessie"])
    naslag.vergeet()
    assert naslag.bij("sessie") == ()
    with django_capture_on_commit_callbacks(execute=True):
        artikelen.publiceer(concept=versie, versie=1, toelichting="", door=maak_gebruiker(Rol.GRIFFIE), op=NU)
    assert len(naslag.bij("sessie")) == 1


@pytest.mark.django_db
def test_guidance_and_terms_on_a_page() -> None:
    maak_artikel("gids", titel="Gids <b>", samenvatting="Zo & zo.", plekken=["sessie"])
    maak_artikel("begrip-mandaat", Soort.BEGRIP, titel="Mandaat", samenvatting="Mogen <i>beslissen</i>.")
    naslag.vergeet()
    html = vul('{% handreiking "sessie" %}')
    assert "Gids &lt;b&gt;" in html
    assert "Zo &amp; zo." in html
    assert '<a class="utrecht-link" href="/kennisbank/gids/">' in html
    html = vul('{% begrip "mandaat" "dit mandaat" %}.')
    assert 'popovertarget="begrip-mandaat-1" aria-describedby="begrip-mandaat-1">dit mandaat</button>' in html
    assert "Mogen &lt;i&gt;beslissen&lt;/i&gt;." in html
    assert html.endswith("</span>.")


def test_nothing_to_say_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    assert vul('{% handreiking "sessie" %}').strip() == ""
    assert vul('een {% begrip "openbaar_lichaam" %}.') == "een openbaar lichaam."
    monkeypatch.setattr(type(register), "naslag", None)
    assert vul('{% handreiking "sessie" %}een {% begrip "mandaat" %}').strip() == "een mandaat"


def test_templates_name_only_places_that_exist(basis: Path) -> None:
    genoemd = {plek for pad in (basis / "templates").rglob("*.html") for plek in PLEK.findall(pad.read_text("utf-8"))}
    assert genoemd <= set(register.plekken)
    assert {plek for plek in register.plekken if not plek.startswith("bewerken.")} == genoemd
