"""Asking for what is missing: recorded, mailed with exactly those data, and never claimed when no mail left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives

from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_gemeente
from tests.verbanden.lijst.volledig import volledig_verband
from tests.verbanden.views.hulp import log_in
from tests.verbanden.views.test_dashboard import tekst
from verbanden.handelingen import edities
from verbanden.models import Editie, Opvraging, Post

pytestmark = pytest.mark.django_db
POORT = "/lijsten/begroting/2027/"
VRAAG = f"{POORT}vraag/"
HIER = "http://testserver/verbanden"
ZORG = f"{HIER}/zorg"


@pytest.fixture
def griffier() -> Iterator[Gebruiker]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        wie = maak_gebruiker(Rol.GRIFFIE, naam="Griffier")
        edities.begin(soort="begroting", jaar=2027, door=wie, op=NU)
        yield wie


def houder(naam: str, **velden: Any) -> Gebruiker:
    return maak_gebruiker(Rol.ACCOUNTHOUDER, naam=naam, **velden)


def html(bericht: EmailMessage) -> str:
    """The second form of a mail."""
    assert isinstance(bericht, EmailMultiAlternatives)
    return str(bericht.alternatives[0][0])


def punten(bericht: EmailMessage) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What is asked, with its link: in the text, and in the HTML."""
    platte = re.findall(r"^- (.*)\n  (http\S+)$", str(bericht.body), re.MULTILINE)
    rijk = [
        (unescape(re.sub(r"<[^>]+>", "", regel)).strip(), unescape(url))
        for regel, url in re.findall(r'<li>(<a href="([^"]+)">.*?)</li>', html(bericht), re.DOTALL)
    ]
    return platte, rijk


def test_ieder_krijgt_precies_wat_ontbreekt(griffier: Gebruiker, django_capture_on_commit_callbacks: Any) -> None:
    zorg, water = houder("Houder zorg"), houder("Houder water")
    volledig_verband(naam="Zorgdienst", slug="zorg", houder=zorg, zonder=(Post.RESULTAAT, Post.BELANG_EIND))
    volledig_verband(naam="Waterschap", slug="water", houder=water, geen_risicos=False)
    volledig_verband(naam="Af", houder=houder("Houder af"))
    with django_capture_on_commit_callbacks(execute=True):
        antwoord = log_in(griffier).post(VRAAG)
    assert antwoord.status_code == 302
    berichten = {bericht.to[0]: bericht for bericht in mail.outbox}
    assert set(berichten) == {zorg.email, water.email}
    verwacht = [
        (
            "Belang op 31 december 2027 (artikel 15 lid 2, letter b)",
            f"{ZORG}/bewerken/cijfers/2027/#id_belang-belang_begin",
        ),
        (
            "Resultaat over 2027 (artikel 15 lid 2, letter d)",
            f"{ZORG}/bewerken/cijfers/2027/#id_resultaat-resultaat",
        ),
    ]
    assert punten(berichten[zorg.email]) == (verwacht, verwacht)
    verwacht = [
        (
            "Risico's voor de gemeente (artikel 15 lid 2, letter e). Geen risico? Vul dan in: geen.",
            f"{HIER}/water/bewerken/risicos/#id_geen_risicos",
        )
    ]
    assert punten(berichten[water.email]) == (verwacht, verwacht)
    assert {bericht.subject for bericht in mail.outbox} == {"Gegevens nodig voor de lijst bij de begroting 2027"}


def test_de_poort_onthoudt_wanneer_er_is_gevraagd(griffier: Gebruiker) -> None:
    wie = houder("Houder zorg")
    volledig_verband(naam="Zorgdienst", houder=wie, zonder=(Post.RESULTAAT,))
    browser = log_in(griffier)
    assert "1 ontbreekt. Nog niet opgevraagd." in tekst(browser.get(POORT).content)
    browser.post(VRAAG, {"wie": wie.id})
    opvraging = Opvraging.objects.get()
    assert (opvraging.aan, opvraging.door, opvraging.op) == (wie, griffier, NU)
    assert [(p["verband"], p["gegeven"], p["letter"]) for p in opvraging.gegevens] == [
        ("Zorgdienst", "Resultaat over 2027", "d")
    ]
    assert "1 ontbreekt. Opgevraagd op 20 mei 2026." in tekst(browser.get(POORT).content)


def test_een_persoon_krijgt_alleen_de_eigen_vraag(griffier: Gebruiker, django_capture_on_commit_callbacks: Any) -> None:
    een, ander = houder("Een"), houder("Ander")
    volledig_verband(houder=een, zonder=(Post.RESULTAAT,))
    volledig_verband(houder=ander, zonder=(Post.RESULTAAT,))
    with django_capture_on_commit_callbacks(execute=True):
        log_in(griffier).post(VRAAG, {"wie": een.id})
    assert [bericht.to for bericht in mail.outbox] == [[een.email]]


@pytest.mark.parametrize("wie", ["0", "999999", "tekst", "-1"])
def test_wie_niets_mist_krijgt_geen_vraag(griffier: Gebruiker, wie: str) -> None:
    volledig_verband(zonder=(Post.RESULTAAT,))
    antwoord = log_in(griffier).post(VRAAG, {"wie": wie}, follow=True)
    assert "Er is niets gevraagd" in tekst(antwoord.content)
    assert (Opvraging.objects.count(), mail.outbox) == (0, [])


def test_een_gesloten_account_wordt_niet_gevraagd(griffier: Gebruiker) -> None:
    volledig_verband(houder=houder("Weg", is_active=False), zonder=(Post.RESULTAAT,))
    browser = log_in(griffier)
    assert "Dit account is gesloten: wijs een andere accounthouder aan." in tekst(browser.get(POORT).content)
    browser.post(VRAAG)
    assert Opvraging.objects.count() == 0


@pytest.mark.parametrize("fout", [OSError("geen verbinding"), TimeoutError()])
def test_zonder_e_mail_staat_er_niet_dat_er_is_gevraagd(griffier: Gebruiker, fout: Exception, monkeypatch: Any) -> None:
    def mislukt(self: EmailMultiAlternatives, fail_silently: bool = False) -> int:
        raise fout

    monkeypatch.setattr(EmailMultiAlternatives, "send", mislukt)
    monkeypatch.setattr("verbanden.views.lijstvraag.transaction.on_commit", lambda doe: doe())
    volledig_verband(houder=houder("Houder zorg"), zonder=(Post.RESULTAAT,))
    browser = log_in(griffier)
    browser.post(VRAAG)
    pagina = tekst(browser.get(POORT).content)
    assert "De e-mail aan Houder zorg kon niet worden verstuurd." in pagina
    assert "Nog niet opgevraagd." in pagina
    assert Opvraging.objects.count() == 0
    gebeurtenissen = Gebeurtenis.objects.filter(wat="opgevraagd").order_by("id")
    assert list(gebeurtenissen.values_list("gelukt", flat=True)) == [True, False]


def test_in_de_mail_is_vijandige_tekst_gewoon_tekst(
    griffier: Gebruiker, django_capture_on_commit_callbacks: Any
) -> None:
    naam = "<img src=x onerror=alert(1)> & zonen"
    volledig_verband(naam=naam, houder=houder("Jan <b>"), zonder=(Post.RESULTAAT,))
    with django_capture_on_commit_callbacks(execute=True):
        log_in(griffier).post(VRAAG)
    (bericht,) = mail.outbox
    rijk = html(bericht)
    assert (naam in bericht.body, "Beste Jan <b>," in bericht.body) == (True, True)
    assert ("<img" in rijk, "&lt;img src=x onerror=alert(1)&gt; &amp; zonen" in rijk) == (False, True)


def test_van_een_lijst_die_klaarstaat_wordt_niets_gevraagd(griffier: Gebruiker) -> None:
    verband = volledig_verband()
    editie = edities.zet_klaar(editie=Editie.objects.get(), ontbreekt=0, door=griffier, op=NU)
    verband.jaarcijfers.all().delete()
    log_in(griffier).post(VRAAG)
    assert (editie.opvragingen.count(), mail.outbox) == (0, [])
