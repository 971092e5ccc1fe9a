"""What start pages and signals read: running dossiers, those without an answer, open questions; now and then."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from governance import raadsvragen
from governance.handelingen.raadsvragen import beantwoord
from governance.signalering import raadswerk
from governance.zienswijze import signalen
from samenwerkingswijzer.opmaak import datum
from samenwerkingswijzer.peildatum import Peildatum, einde_van
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_gebruiker, maak_gemeente, maak_verband
from tests.governance.zienswijze.opzet import S, maak_raadsvraag, maak_zienswijze, naar
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
VROEGER = NU - timedelta(days=40)
HEDEN = Peildatum(VANDAAG)


def toen(dag: date) -> Peildatum:
    return Peildatum(dag, einde_van(dag))


def test_running_and_without_an_answer() -> None:
    verband, ander = maak_verband(wgr_hoofdstuk="I"), maak_verband(wgr_hoofdstuk="I")
    for status in S:
        maak_zienswijze(verband, status, aanduiding=status)
    maak_zienswijze(ander)
    lopend = signalen.lopend(HEDEN, [verband.pk])
    assert {een.rij.status for een in lopend} == set(S) - {S.BEOORDEELD, S.GEEN}
    assert [een.rij.status for een in signalen.zonder_antwoord(HEDEN, [verband.pk])] == [S.VERZONDEN]
    assert signalen.lopend(HEDEN, []) == []


def test_what_is_due_first_stands_on_top() -> None:
    verband = maak_verband(wgr_hoofdstuk="I")
    laat = maak_zienswijze(verband, ontvangen_op=date(2026, 5, 1))
    vroeg = maak_zienswijze(verband, ontvangen_op=date(2026, 4, 1), aanduiding="eerder")
    zonder = maak_zienswijze(verband, stuk="kader", ontvangen_op=date(2026, 3, 1))
    assert [een.rij.pk for een in signalen.lopend(HEDEN, [verband.pk])] == [vroeg.pk, laat.pk, zonder.pk]


def test_on_an_earlier_day_it_was_not_sent_yet() -> None:
    verband = maak_verband(VROEGER, wgr_hoofdstuk="I")
    rij = maak_zienswijze(verband, S.VASTGESTELD, op=VROEGER)
    naar(rij, S.VERZONDEN, op=NU)
    eerder = toen(VROEGER.date())
    assert signalen.zonder_antwoord(HEDEN, [verband.pk])
    assert signalen.zonder_antwoord(eerder, [verband.pk]) == []
    assert [een.rij.status for een in signalen.lopend(eerder, [verband.pk])] == [S.VASTGESTELD]
    assert signalen.lopend(toen(VROEGER.date() - timedelta(days=1)), [verband.pk]) == []


def test_open_questions_and_the_term_of_the_municipality() -> None:
    maak_gemeente(NU - timedelta(days=90), termijn_raadsvragen=14)
    verband = maak_verband(VROEGER)
    oud = maak_raadsvraag(verband, op=VROEGER)
    nieuw = maak_raadsvraag(verband)
    vragen = raadsvragen.open_vragen(HEDEN, [verband.pk])
    assert [vraag.rij.pk for vraag in vragen] == [oud.pk, nieuw.pk]
    assert [vraag.te_laat for vraag in vragen] == [26, 0]
    assert [vraag.stand for vraag in vragen] == ["over_tijd", "open"]
    beantwoord(vraag=oud, antwoord="Ja", versie=1, door=maak_gebruiker(Rol.COLLEGE), op=NU)
    assert [vraag.rij.pk for vraag in raadsvragen.open_vragen(HEDEN, None)] == [nieuw.pk]
    assert [vraag.rij.id for vraag in raadsvragen.open_vragen(toen(VROEGER.date()), None)] == [oud.pk]


def gevonden(verband: Samenwerkingsverband, na: int = 60) -> dict[str, str]:
    """The sentences of the signals about this partnership, by rule; an answer may take `na` days."""
    drempels = {"zienswijze_termijn": Decimal(28), "zienswijze_zonder_antwoord": Decimal(na)}
    return {een.regel.sleutel: een.zin for een in raadswerk.vind(HEDEN, {verband.pk: verband}, drempels)}


@pytest.mark.parametrize("status", S)
def test_a_zienswijze_is_a_signal_until_the_raad_spoke(status: S) -> None:
    verband = maak_verband(wgr_hoofdstuk="I", naam="Jeugdkring", korte_naam="")
    maak_zienswijze(verband, status, ontvangen_op=date(2026, 2, 2))
    zin = (
        "De raad kan tot 28 april 2026 een zienswijze geven over de begroting 2027 van Jeugdkring; "
        "kijk welke raad de laatste ervoor is."
    )
    verwacht = {"zienswijze_termijn": zin} if status in (S.ONTVANGEN, S.ADVIES, S.RAADSTEKST) else {}
    assert gevonden(verband) == verwacht


def test_an_answer_that_does_not_come_is_a_signal() -> None:
    verband = maak_verband(wgr_hoofdstuk="I", naam="Jeugdkring", korte_naam="")
    maak_zienswijze(verband, S.VERZONDEN)
    assert gevonden(verband, na=15) == {}
    assert list(gevonden(verband, na=14)) == ["zienswijze_zonder_antwoord"]
    assert "van 6 mei 2026 over de begroting 2027 van Jeugdkring is na 14 dagen" in "".join(
        gevonden(verband, 14).values()
    )


def test_a_question_is_a_signal_after_its_last_day() -> None:
    verband = maak_verband(VROEGER, naam="Jeugdkring", korte_naam="")
    maak_raadsvraag(verband)
    assert gevonden(verband) == {}
    oud = maak_raadsvraag(verband, op=VROEGER)
    uiterlijk = raadsvragen.open_vragen(HEDEN, [verband.pk])[0].uiterlijk
    assert gevonden(verband) == {
        "raadsvraag_over_tijd": f"De vraag van {datum(oud.gesteld_op)} over Jeugdkring (verzonnen onderwerp) had "
        f"uiterlijk op {datum(uiterlijk)} beantwoord moeten zijn."
    }


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_the_number_of_queries_stays(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    verbanden = [maak_verband(wgr_hoofdstuk="I") for _ in range(aantal)]
    for verband in verbanden:
        maak_zienswijze(verband, S.VERZONDEN, punten=1)
        maak_raadsvraag(verband)
    ids = [verband.pk for verband in verbanden]
    with django_assert_num_queries(5):
        assert len(signalen.zonder_antwoord(HEDEN, ids)) == aantal
    with django_assert_num_queries(1):
        assert len(raadsvragen.open_vragen(HEDEN, ids, 30)) == aantal
