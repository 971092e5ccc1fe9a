"""Every rule on rows of the database: it speaks, it is silent, and the cause makes the signal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from governance.models import Moment
from samenwerkingswijzer.attendering.catalogus import catalogus, regels
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gemeente
from samenwerkingswijzer.peildatum import Peildatum
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_accounthouder,
    maak_artikel,
    maak_belangrijkheid,
    maak_cijfer,
    maak_gemeente,
    maak_ontwikkelpunt,
    maak_stand,
    maak_verband,
)
from tests.verbanden.signalering.situatie import PEILDATUM, alarm, maak_moment, per_regel, stil
from verbanden.models import Accounthouderschap, Belangkeuze, Levensfase, Oordeel, Signaaldrempel, StandVanZaken
from verbanden.signalering.lezen import alles, lees

pytestmark = pytest.mark.django_db
# The list is not due in May, an article is about no partnership;
# the others are tried in tests/governance and tests/evaluatie.
NIET_IN_MEI = {
    "artikel_nakijken",
    "stuk_te_laat",
    "begrotingswijziging",
    "opzegdatum",
    "evaluatie_ontbreekt",
    "lijst_onvolledig",
    "zienswijze_termijn",
    "zienswijze_zonder_antwoord",
    "raadsvraag_over_tijd",
    "termijn_in_reces",
    "korte_behandeltijd",
    "evaluatiestap_te_laat",
}


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=500))
        yield


def test_over_een_rustig_verband_is_niets_te_melden() -> None:
    assert lees(PEILDATUM, stil().id) == ()


def test_elke_regel_spreekt_als_er_reden_is() -> None:
    verband = alarm(naam="Gemeenschappelijke Regeling Zorg", korte_naam="Zorgkring")
    gevonden = per_regel(verband)
    assert set(gevonden) == {regel.sleutel for regel in regels()} - NIET_IN_MEI
    for melding in gevonden.values():
        assert "{" not in melding.signaal.zin
        assert "Zorgkring" in melding.signaal.zin


def test_wat_de_zinnen_zeggen() -> None:
    alle = per_regel(alarm(naam="Zorgkring"))
    gevonden = {sleutel: melding.signaal.zin.replace("\u00a0", " ") for sleutel, melding in alle.items()}
    assert gevonden == {
        "bijdrage_sprong": (
            "De bijdrage aan Zorgkring stijgt in 2026 van € 1.000.000 naar € 1.100.000: 10,0% in een jaar."
        ),
        "negatief_resultaat": "Zorgkring sluit 2025 af met een resultaat van − € 5.000.",
        "lage_solvabiliteit": "Het eigen vermogen van Zorgkring was eind 2025 1,0% van het totale vermogen.",
        "verouderde_cijfers": (
            "Het nieuwste cijfer van Zorgkring is van 1 juni 2025, ouder dan de laatste begroting of jaarrekening"
            " (15 november 2025)."
        ),
        "risico_zonder_dekking": (
            "Bij Zorgkring staat een risico van € 100.000 dat niet is gedekt in ons weerstandsvermogen:"
            " Verzonnen tegenvaller."
        ),
        "status_verslechterd": "De stand van zaken van Zorgkring ging van 'op koers' naar 'bijsturen'.",
        "status_oud": "De stand van zaken van Zorgkring is van 1 september 2025: 8 maanden oud.",
        "geen_accounthouder": "Zorgkring heeft sinds 15 april 2025 geen accounthouder.",
        "mandaat_ontbreekt": "Voor Zorgkring is geen ruimte en mandaat van het college vastgelegd.",
        "moment_raad": "Op 29 mei 2026 is de raad aan zet bij Zorgkring: Begroting. Rol van de raad: oordeelsvorming.",
        "moment_te_laat": "'Begroting' van Zorgkring staat op 29 mei 2026. Het kon tot en met 23 mei 2026.",
        "buiten_mandaat": "'Begroting' van Zorgkring op 29 mei 2026 valt buiten het mandaat van het college.",
        "rol_samenloop": (
            "Bij Zorgkring zijn eigenaar en opdrachtgever dezelfde functie. Wethouder zorg stemt namens ons én heeft de"
            " portefeuille. Het register noemt verder niemand."
        ),
        "scheve_zeggenschap": "Bij Zorgkring betalen wij 60,0% van de kosten en hebben wij 10,0% van de stemmen.",
        "wgr_niet_geregeld": (
            "In de regeling van Zorgkring zijn 7 verplichte onderwerpen niet geregeld of niet nagekeken: zienswijze op"
            " besluiten, participatie, evaluatie en nog 4."
        ),
        "moment_voorbij": "'Overleg' van Zorgkring was op 10 mei 2026 en is niet afgerond.",
        "doel_zonder_meting": "Doel 'Minder wachten' van Zorgkring heeft nog geen enkele meting.",
        "voortgang_te_laat": (
            "De voortgang bij de jaarrekening 2025 van Zorgkring had op 15 april 2026 klaar moeten zijn."
        ),
        "actie_over_tijd": gevonden["actie_over_tijd"],
    }
    assert gevonden["actie_over_tijd"].endswith("bij Zorgkring had op 1 januari 2026 klaar moeten zijn.")


def test_het_signaal_over_de_lijst_komt_rond_de_dag_en_gaat_weer_weg() -> None:
    ja = Belangkeuze.JA
    verband = maak_verband(bestuurlijk_belang=ja, financieel_belang=ja, sinds=date(2020, 1, 1))
    dagen = [date(2026, 6, 2), date(2026, 6, 3), date(2026, 8, 26), date(2026, 8, 27), date(2026, 10, 4)]
    gezien = [per_regel(verband, Peildatum(dag)).get("lijst_onvolledig") for dag in dagen]
    assert [bool(melding) for melding in gezien] == [False, True, True, False, True]
    assert gezien[1]
    assert re.match(r"Voor de lijst bij de jaarstukken 2025 ontbreken nog \d+ gegevens bij", gezien[1].signaal.zin)


def test_een_beeindigd_verband_vraagt_niets() -> None:
    verband = alarm(levensfase=Levensfase.BEEINDIGD, beeindigd_op=date(2026, 1, 1))
    assert lees(PEILDATUM, verband.id) == ()


def test_het_signaal_blijft_hetzelfde_tot_de_oorzaak_verandert() -> None:
    verband = alarm()
    eerst = per_regel(verband)
    maak_cijfer(verband, 2027, 1_500_000)
    maak_stand(verband, Oordeel.BIJSTUREN, datum=VANDAAG)
    daarna = per_regel(verband)
    sleutels = [{sleutel: melding.signaal.sleutel for sleutel, melding in een.items()} for een in (eerst, daarna)]
    veranderd = {sleutel for sleutel in eerst if sleutels[0][sleutel] != sleutels[1].get(sleutel)}
    assert veranderd == {"bijdrage_sprong", "status_oud", "status_verslechterd", "verouderde_cijfers"}
    assert "bijdrage_sprong" in daarna


def test_een_ouder_wordend_oordeel_is_elke_maand_hetzelfde_signaal() -> None:
    verband = stil()
    sleutels = {
        per_regel(verband, Peildatum(dag))["status_oud"].signaal.sleutel
        for dag in (date(2026, 11, 20), date(2027, 2, 1), date(2028, 1, 1))
    }
    assert len(sleutels) == 1


def test_een_andere_drempel_geldt_meteen_en_een_lege_is_de_standaard() -> None:
    verband = alarm()
    rij = Signaaldrempel(regel="bijdrage_sprong", waarde=Decimal(15))
    bewaar(rij, door=None, op=NU)
    assert "bijdrage_sprong" not in per_regel(verband)
    rij.delete()
    assert "bijdrage_sprong" in per_regel(verband)


def test_de_band_van_de_gemeente_is_de_grens_van_de_zeggenschap() -> None:
    verband = alarm()
    gemeente = Gemeente.huidige()
    gemeente.band_zeggenschap = Decimal(50)
    bewaar(gemeente, door=None, op=NU)
    assert "scheve_zeggenschap" not in per_regel(verband)


def test_op_een_eerdere_dag_staat_wat_toen_bekend_was() -> None:
    verband = maak_verband(NU - timedelta(days=30))
    gisteren = Peildatum.van(VANDAAG - timedelta(days=1), vandaag=VANDAAG)
    maak_accounthouder(verband)
    assert "geen_accounthouder" in per_regel(verband, gisteren)
    assert "geen_accounthouder" not in per_regel(verband)


def test_zonder_accounthouder_sinds_de_laatste_wegging() -> None:
    verband = maak_verband()
    maak_accounthouder(verband, van=date(2024, 1, 1), tot=date(2026, 2, 1))
    maak_accounthouder(verband, van=date(2026, 6, 1))
    assert "sinds 1 februari 2026 geen" in per_regel(verband)["geen_accounthouder"].signaal.zin
    assert Accounthouderschap.objects.count() == 2


def test_een_moment_van_het_college_vraagt_niets_van_de_raad() -> None:
    verband = stil()
    maak_moment(verband, wie=Moment.Wie.COLLEGE)
    maak_moment(verband, -3, rol_raad="besluitvorming", mandaat="nee")  # not yet a week ago
    assert lees(PEILDATUM, verband.id) == ()


def test_een_punt_dat_klaar_is_loopt_niet_achter() -> None:
    verband = stil()
    maak_ontwikkelpunt(verband, stand="klaar", termijn=date(2025, 1, 1))
    maak_ontwikkelpunt(verband)
    assert lees(PEILDATUM, verband.id) == ()


def test_een_klasse_van_later_telt_nog_niet() -> None:
    verband = maak_verband()
    maak_belangrijkheid(verband, mandaat="Tot € 5.", datum=VANDAAG + timedelta(days=9))
    assert "mandaat_ontbreekt" in per_regel(verband)


def test_vreemde_tekens_in_een_naam_blijven_tekst() -> None:
    verband = alarm(naam="{verband} <b>{0}</b> %s")
    for melding in lees(PEILDATUM, verband.id):
        assert "{verband} <b>{0}</b> %s" in melding.signaal.zin


def test_elke_vinder_kent_alleen_regels_uit_de_catalogus() -> None:
    assert register.signaalregels <= set(catalogus())


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_voor_meer_verbanden(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(aantal):
        alarm()
    with django_assert_num_queries(33):
        assert len({melding.slug for melding in lees(PEILDATUM)}) == aantal


def test_het_geheugen_kent_elke_tabel_die_gelezen_wordt() -> None:
    """What is remembered is dropped when one of these tables changes; a table that is not watched would go stale."""
    alarm()
    maak_artikel(herzien_voor=VANDAAG)
    with CaptureQueriesContext(connection) as vragen:
        alles(Peildatum(date(2026, 11, 1)))
    gelezen = {naam for vraag in vragen for naam in re.findall(r'(?:FROM|JOIN) "(\w+)"', vraag["sql"])}
    bewaakt = {model._meta.db_table for model in register.modellen}
    bewaakt |= {f"{naam.split('_')[0]}_historical{naam.split('_')[1]}" for naam in bewaakt}
    assert gelezen <= bewaakt
    assert {"governance_moment", "evaluatie_ontwikkelpunt", "verbanden_signaaldrempel"} <= gelezen
    assert "kennisbank_artikelversie" in gelezen


def test_een_oordeel_van_morgen_telt_vandaag_niet() -> None:
    verband = stil()
    maak_stand(verband, Oordeel.BIJSTUREN, datum=VANDAAG + timedelta(days=1))
    assert lees(PEILDATUM, verband.id) == ()
    assert StandVanZaken.objects.count() == 2
