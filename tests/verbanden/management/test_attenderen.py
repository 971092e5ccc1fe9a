"""The weekly message: at most once, whatever happens on the way."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command

from samenwerkingswijzer.handelingen.meldingen import kies_weekbericht
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker, Weekbericht
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_accounthouder, maak_cijfer, maak_gebruiker, maak_gemeente
from tests.verbanden.signalering.situatie import alarm, per_regel, stil
from verbanden.handelingen import signalen
from verbanden.models import Samenwerkingsverband
from verbanden.signalering.weekbericht import week

ADRES = "https://portaal.voorbeeld.test"


@pytest.fixture(autouse=True)
def op_de_dag(settings: Any, db: None) -> Iterator[None]:
    settings.PORTAALADRES = ADRES
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=500))
        yield


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE, naam="Griffier Voorbeeld")


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return alarm(naam="Zorgkring")


def attendeer(*opties: str) -> str:
    """Run the command; what it said."""
    uit = StringIO()
    call_command("attenderen", *opties, stdout=uit)
    return uit.getvalue()


def aan(gebruiker: Gebruiker) -> list[Any]:
    """The messages to somebody."""
    return [brief for brief in mail.outbox if brief.to == [gebruiker.email]]


def test_een_bericht_met_wat_er_is(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    assert "1 verstuurd" in attendeer()
    (brief,) = aan(griffier)
    assert brief.subject == "Signalen: 8 nieuw"
    assert brief.body.startswith("Beste Griffier Voorbeeld,")
    assert "- Dringend: 'Begroting' van Zorgkring op 29 mei 2026 valt buiten het mandaat" in brief.body
    assert f"{ADRES}/verbanden/{verband.slug}/signalen/buiten_mandaat/" in brief.body
    assert brief.extra_headers["List-Unsubscribe"].startswith(f"<{ADRES}/account/meldingen/afmelden/")
    ((html, soort),) = brief.alternatives
    assert soort == "text/html"
    assert "valt buiten het mandaat" in html
    assert griffier.email not in brief.body + html
    rij = Weekbericht.objects.get(gebruiker=griffier)
    assert (rij.periode, rij.status, len(rij.signalen)) == ("2026-W21", "verstuurd", 8)
    assert Gebeurtenis.objects.filter(wat="verstuurd", gelukt=True, herkomst="opdracht").count() == 1


def test_twee_keer_draaien_stuurt_een_bericht(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    attendeer()
    with time_machine.travel(NU + timedelta(days=3), tick=False):
        assert "verstuurd" not in attendeer()
    assert len(aan(griffier)) == 1


def test_een_gemiste_week_wordt_ingehaald_met_een_bericht(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    attendeer()
    with time_machine.travel(NU + timedelta(days=22), tick=False):
        attendeer()
        attendeer()
    assert len(aan(griffier)) == 2
    assert Weekbericht.objects.filter(gebruiker=griffier).count() == 2


def test_een_volgend_bericht_zegt_wat_nieuw_is(verband: Samenwerkingsverband) -> None:
    houder = maak_accounthouder(verband)
    attendeer()
    maak_cijfer(verband, 2027, 9_000_000)
    with time_machine.travel(NU + timedelta(days=7), tick=False):
        attendeer()
    eerste, tweede = aan(houder)
    assert " nieuw, " not in eerste.subject
    assert tweede.subject.startswith("Signalen: 1 nieuw, ")
    nieuw, bekend = tweede.body.split("Staat nog open")
    assert "stijgt in 2027" in nieuw
    assert "stijgt in 2027" not in bekend


def test_zonder_nieuws_en_zonder_haast_komt_er_niets(griffier: Gebruiker) -> None:
    verband = alarm()
    raadslid = maak_gebruiker(Rol.RAADSLID)
    _handel_dringende_af(verband, griffier)
    attendeer()
    with time_machine.travel(NU + timedelta(days=7), tick=False):
        assert "2 zonder nieuws" in attendeer()
    assert (len(aan(griffier)), len(aan(raadslid))) == (1, 1)


def _handel_dringende_af(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    for melding in per_regel(verband).values():
        if melding.dringend:
            signalen.handel_af(verband=verband, signaal=melding.signaal, uitleg="Dit is besproken.", door=door, op=NU)


def test_niets_te_melden_is_geen_bericht(griffier: Gebruiker) -> None:
    stil()
    attendeer()
    assert mail.outbox == []
    assert not Weekbericht.objects.exists()


def test_wie_het_uitzet_of_niet_meer_mag_inloggen_krijgt_niets(
    verband: Samenwerkingsverband, griffier: Gebruiker
) -> None:
    kies_weekbericht(aan=False, door=griffier, op=NU)
    weg = maak_gebruiker(Rol.GRIFFIE, is_active=False)
    attendeer()
    assert (aan(griffier), aan(weg)) == ([], [])
    kies_weekbericht(aan=True, door=griffier, op=NU)
    attendeer()
    assert len(aan(griffier)) == 1


def test_alleen_de_eigen_verbanden(verband: Samenwerkingsverband) -> None:
    alarm(naam="Van een ander")
    houder, zonder = maak_accounthouder(verband), maak_gebruiker(Rol.ACCOUNTHOUDER)
    attendeer()
    (brief,) = aan(houder)
    assert "Van een ander" not in brief.body
    assert aan(zonder) == []


def test_droog_toont_en_verstuurt_niets(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    gezegd = attendeer("--droog")
    assert "=== Aan: Griffier Voorbeeld" in gezegd
    assert "valt buiten het mandaat" in gezegd
    assert griffier.email not in gezegd
    assert mail.outbox == []
    assert not Weekbericht.objects.exists()


def test_zonder_adres_gaat_er_niets_uit(settings: Any, verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    settings.PORTAALADRES = ""
    with pytest.raises(CommandError, match="SW_BASE_URL"):
        attendeer()
    assert mail.outbox == []


def stuk(fout: BaseException) -> Callable[..., int]:
    """A way to send that fails."""

    def send(*_: Any, **__: Any) -> int:
        raise fout

    return send


SEND = "django.core.mail.EmailMultiAlternatives.send"


def test_een_weigering_gaat_een_volgende_keer_opnieuw(
    verband: Samenwerkingsverband, griffier: Gebruiker, monkeypatch: Any
) -> None:
    with monkeypatch.context() as even:
        even.setattr(SEND, stuk(smtplib.SMTPRecipientsRefused({})))
        with pytest.raises(CommandError):
            attendeer()
    assert Weekbericht.objects.get().status == "mislukt"
    attendeer()
    assert Weekbericht.objects.get().status == "verstuurd"
    assert len(aan(griffier)) == 1


@pytest.mark.parametrize("fout", [TimeoutError(), smtplib.SMTPServerDisconnected("weg")])
def test_wat_onzeker_is_gaat_niet_nog_eens(
    verband: Samenwerkingsverband, griffier: Gebruiker, monkeypatch: Any, fout: Exception
) -> None:
    with monkeypatch.context() as even:
        even.setattr(SEND, stuk(fout))
        with pytest.raises(CommandError):
            attendeer()
    assert "Van 1 is onbekend of het wegging." in attendeer()
    assert aan(griffier) == []
    with time_machine.travel(NU + timedelta(days=7), tick=False):
        attendeer()
    (brief,) = aan(griffier)
    assert brief.subject == "Signalen: 8 nieuw"


@pytest.mark.parametrize("wanneer", ["voor het versturen", "na het versturen"])
def test_een_opdracht_die_halverwege_stopt_mailt_niemand_twee_keer(
    verband: Samenwerkingsverband, griffier: Gebruiker, monkeypatch: Any, wanneer: str
) -> None:
    raadslid = maak_gebruiker(Rol.RAADSLID)
    with monkeypatch.context() as even:
        plek = SEND if wanneer.startswith("voor") else "verbanden.handelingen.weekberichten.sluit_af"
        even.setattr(plek, stuk(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            attendeer()
    attendeer()
    geteld = [len(aan(wie)) for wie in (griffier, raadslid)]
    assert geteld == ([0, 1] if wanneer.startswith("voor") else [1, 1])
    assert Weekbericht.objects.filter(status="voorgenomen").count() == 1


@pytest.mark.parametrize(
    ("dag", "periode"), [("2026-05-18", "2026-W21"), ("2027-01-03", "2026-W53"), ("2024-12-30", "2025-W01")]
)
def test_een_week_begint_op_maandag(dag: str, periode: str) -> None:
    assert week(NU.date().fromisoformat(dag)) == periode


def test_vreemde_tekens_blijven_tekst(griffier: Gebruiker) -> None:
    alarm(naam="<script>alert(1)</script> {0} %s")
    attendeer()
    (brief,) = aan(griffier)
    ((html, _),) = brief.alternatives
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {0} %s" in html
    assert "<script>alert(1)</script> {0} %s" in brief.body
