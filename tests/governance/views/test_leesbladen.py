"""The reading sheets: one A4 for each partnership, with what was decided, what happened since, and the proposal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import page
import pikepdf
import pytest
import time_machine
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from governance.handelingen import sessies
from governance.handelingen.sessiebesluiten import Vraagstuk, schrijf_vraagstukken
from governance.models import Moment, Sessiestatus
from governance.views import leesbladen
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_belangrijkheid, maak_cijfer, maak_gebruiker, maak_gemeente, maak_stand
from tests.governance.sessie.opzet import Zaal, zaal
from tests.governance.sessie.scherm import klant, lees
from tests.verbanden.views.hulp import fouten
from verbanden.models import Klasse

pytestmark = pytest.mark.django_db
LANG = "Woorden die ruimte vragen op papier. " * 16  # 592 tekens


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=1))
        yield


def gevuld(verbanden: int = 1, lengte: int = 60) -> Zaal:
    """A session with a partnership about which everything is known; `lengte` is how long its texts are."""
    z = zaal(verbanden=verbanden)
    for rij in z.rijen:
        maak_belangrijkheid(
            rij.verband, Klasse.POLITIEK, datum=VANDAAG.replace(year=2025), redenen=["geld"],
            onderwerpen=[LANG[: min(lengte, 160)]] * 3, mandaat=LANG[:lengte], voorwaarden=LANG[:lengte],
        )  # fmt: skip
        maak_stand(rij.verband, auteur=z.griffier, datum=VANDAAG - timedelta(days=3), zin=LANG[: min(lengte, 240)])
        for dag in [date(2026, 2, n) for n in range(1, 8)] + [date(2026, 7, n) for n in range(1, 6)]:
            titel = f"Moment van {dag.day} {'februari' if dag.month == 2 else 'juli'}"
            bewaar(Moment(verband=rij.verband, datum=dag, wie=Moment.Wie.RAAD, titel=titel), door=None, op=NU)
        for jaar in (2025, 2026):
            maak_cijfer(rij.verband, jaar)
        waarden = {
            "voorstel_klasse": Klasse.POLITIEK_ZEER,
            "voorstel_redenen": ["risicos"],
            "voorstel_toelichting": LANG[:lengte],
        }
        sessies.stel_voor(sessieverband=rij, waarden=waarden, versie=rij.versie, door=z.griffier, op=NU)
        vragen = [Vraagstuk(LANG[: min(lengte, 160)], (LANG[: min(lengte, 200)],) * 4)] * 3
        schrijf_vraagstukken(sessieverband=rij, vraagstukken=vragen, door=z.griffier, op=NU)
    return z


def haal(z: Zaal) -> bytes:
    antwoord = klant(z.raad[1]).get(f"/belangrijkheid/{z.sessie.pk}/leesbladen.pdf")
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "application/pdf")
    inhoud: bytes = antwoord.content
    return inhoud


def tekst(pdf: bytes) -> str:
    return " ".join(" ".join(blad.extract_text() for blad in PdfReader(BytesIO(pdf)).pages).split())


def test_wat_was_wat_gebeurde_en_wat_wordt_voorgesteld_op_volgorde() -> None:
    woorden = tekst(haal(gevuld()))
    volgorde = [
        "verband 1 van 1",
        "Vorig besluit Klasse Politiek belangrijk, besluit van 20 mei 2025 Waarom Veel geld",
        "Ruimte college Woorden die",
        "Terug naar de raad bij Woorden die",
        "Hoe het gaat, en wat er gebeurde sinds 20 mei 2025",
        "7 februari 2026 Raad: Moment van 7 februari",
        "Komt eraan 1 juli 2026 Raad: Moment van 1 juli",
        "Cijfers 2024 2025 2026 2027",
        "Voorstel Politiek zeer belangrijk, vanwege: grote risico's.",
    ]
    plekken = [woorden.index(deel) for deel in volgorde]
    assert plekken == sorted(plekken)
    assert "Moment van 2 februari" not in woorden  # alleen de laatste vijf
    assert "Moment van 4 juli" not in woorden  # en de eerste drie
    assert Gebeurtenis.objects.latest("id").details == {"soort": "leesbladen.pdf"}


def test_wat_de_griffie_verbergt_staat_er_pas_na_het_scoren_op() -> None:
    z = gevuld()
    waarden = {"toon_vorig": False, "toon_voorstel": False}
    z.sessie = sessies.wijzig(sessie=z.sessie, waarden=waarden, versie=z.nu().versie, door=z.griffier, op=NU)
    woorden = tekst(haal(z))
    assert "Politiek" not in woorden
    assert "De griffie toont de vorige klasse pas na het scoren." in woorden
    assert "De griffie toont het voorstel pas na het scoren." in woorden
    z.tot(Sessiestatus.BESPREKEN)
    assert "Politiek zeer belangrijk, vanwege" in tekst(haal(z))


@pytest.mark.parametrize(("verbanden", "lengte"), [(1, 60), (3, 600)])
def test_een_vel_per_verband_zonder_fouten_voor_een_schermlezer(verbanden: int, lengte: int, tmp_path: Path) -> None:
    bestand = tmp_path / "leesbladen.pdf"
    bestand.write_bytes(haal(gevuld(verbanden, lengte)))
    with pikepdf.open(bestand) as document:
        assert len(document.pages) == verbanden
        assert str(document.Root.Lang) == "nl"
        assert str(document.docinfo["/Title"]) == "Leesbladen voor de sessie 2026 over belangrijkheid, 20 mei 2026"
    uitslag = outloud.check(str(bestand))
    assert [f"{v.rule} {v.message}" for v in uitslag.findings if str(v.severity) == "error"] == []
    assert page.validate_pdf_bytes(bestand.read_bytes(), profile="ua1").failures == []


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_voor_meer_verbanden(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    z = gevuld(aantal)
    client = klant(z.griffier)
    client.get("/belangrijkheid/")
    with django_assert_num_queries(19):
        assert client.get(f"/belangrijkheid/{z.sessie.pk}/leesbladen.pdf").status_code == 200


def verstuur(z: Zaal, capture: Any) -> Any:
    with capture(execute=True):
        return klant(z.griffier).post(f"/belangrijkheid/{z.sessie.pk}/leesbladen/versturen/", follow=True)


def test_wie_meedoet_krijgt_een_bericht_en_maar_een_keer(
    mailoutbox: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    z = gevuld()
    antwoord = verstuur(z, django_capture_on_commit_callbacks)
    assert antwoord.redirect_chain == [(f"/belangrijkheid/{z.sessie.pk}/", 302)]
    assert "Iedereen die meedoet, kreeg een e-mail met de link." in lees(
        klant(z.griffier).get(antwoord.request["PATH_INFO"])
    )
    assert sorted(bericht.to[0] for bericht in mailoutbox) == sorted(wie.email for wie in z.allen)
    bericht = mailoutbox[0]
    assert bericht.subject == "Leesbladen voor de sessie over belangrijkheid 2026"
    for inhoud in (bericht.body, bericht.alternatives[0][0]):
        assert f"http://testserver/belangrijkheid/{z.sessie.pk}/leesbladen.pdf" in inhoud
    opnieuw = verstuur(z, django_capture_on_commit_callbacks)
    assert (opnieuw.status_code, fouten(opnieuw)) == (422, ["Iedereen die meedoet, kreeg al een bericht."])
    assert len(mailoutbox) == 11


def test_wie_later_meedoet_krijgt_het_ook(mailoutbox: list[Any], django_capture_on_commit_callbacks: Any) -> None:
    z = gevuld()
    verstuur(z, django_capture_on_commit_callbacks)
    nieuw = maak_gebruiker(Rol.COLLEGE)
    sessies.voeg_deelnemers_toe(sessie=z.sessie, gebruikers=[nieuw], door=z.griffier, op=NU)
    verstuur(z, django_capture_on_commit_callbacks)
    assert [bericht.to for bericht in mailoutbox[11:]] == [[nieuw.email]]


def test_een_bericht_dat_niet_weggaat_geldt_niet_als_verstuurd(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    z = gevuld()
    monkeypatch.setattr(leesbladen, "gaat_weg", lambda bericht: z.raad[0].email not in bericht.to)
    verstuur(z, django_capture_on_commit_callbacks)
    daarna = lees(klant(z.griffier).get(f"/belangrijkheid/{z.sessie.pk}/"))
    assert "1 deelnemer kreeg nog geen bericht." in daarna


def test_zonder_verbanden_is_er_niets_te_sturen(django_capture_on_commit_callbacks: Any) -> None:
    antwoord = verstuur(zaal(verbanden=0), django_capture_on_commit_callbacks)
    assert (antwoord.status_code, fouten(antwoord)) == (
        422,
        ["Kies eerst de verbanden. Zonder verbanden zijn er geen leesbladen."],
    )
