"""Pages for a new partnership, its phase, and its account holder."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import maak_accounthouder, maak_gebruiker, maak_verband
from tests.verbanden.views.hulp import fouten, log_in, velden
from verbanden.handelingen import verbanden
from verbanden.models import Accounthouderschap, Levensfase, Samenwerkingsverband

pytestmark = pytest.mark.django_db
NIEUW = "/verbanden/nieuw/"
FASE = "/verbanden/verzonnen-dienst/fase/"
HOUDER = "/verbanden/verzonnen-dienst/accounthouder/"


def test_nieuw_verband(browser_van_controller: Client, controller: Gebruiker) -> None:
    data = velden(browser_van_controller.get(NIEUW)) | {"naam": ["Verzonnen Netwerk"], "vorm": ["netwerk"]}
    antwoord = browser_van_controller.post(
        NIEUW, data | {"levensfase": ["verkennen"], "geen_risicos": ["on"], "kvk": ["1"]}
    )
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/verbanden/verzonnen-netwerk/bewerken/kenmerken/")
    verband = Samenwerkingsverband.objects.get()
    assert (verband.levensfase, verband.geen_risicos, verband.kvk) == ("verkennen", False, "")
    assert verband.history.get().history_user == controller


@pytest.mark.parametrize(
    "anders",
    [
        {"naam": ""},
        {"vorm": "onzin"},
        {"levensfase": "beeindigd"},
        {"naam": "x" * 201},
        {"sinds": "ooit"},
        {"naam": "BESTAAT"},
    ],
)
def test_nieuw_verband_dat_niet_kan(anders: dict[str, str], browser_van_controller: Client) -> None:
    maak_verband(naam="Bestaat")
    data = {"naam": "Nieuw", "vorm": "nv", "levensfase": "verkennen"} | anders
    antwoord = browser_van_controller.post(NIEUW, data)
    assert (antwoord.status_code, Samenwerkingsverband.objects.count()) == (422, 1)
    assert len(fouten(antwoord)) == 1
    getypt = {naam: [waarde] for naam, waarde in data.items() if naam in ("naam", "sinds")}
    assert {naam: velden(antwoord)[naam] for naam in getypt} == getypt


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE, Rol.ACCOUNTHOUDER])
def test_niet_iedereen_maakt_aan_of_wijst_aan(rol: Rol, verband: Samenwerkingsverband) -> None:
    client = log_in(maak_gebruiker(rol))
    for pad in (NIEUW, HOUDER, FASE):
        assert (client.get(pad).status_code, client.post(pad, {"naam": "x"}).status_code) == (403, 403)


def test_alleen_de_volgende_fasen(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    formulier = browser_van_controller.get(FASE).context["formulier"]
    assert [waarde for waarde, _ in formulier.fields["fase"].choices] == ["heroverwegen", "beeindigen"]
    antwoord = browser_van_controller.post(FASE, {"fase": "beeindigd", "beeindigd_op": "1-1-2026", "versie": "1"})
    assert (antwoord.status_code, verband.history.count()) == (422, 1)


@pytest.mark.parametrize("mist", ["beeindigd_op", "reden"])
def test_beeindigen_vraagt_datum_en_reden(mist: str, browser_van_controller: Client) -> None:
    verband = maak_verband(slug="verzonnen-dienst", levensfase=Levensfase.BEEINDIGEN)
    data = {"fase": "beeindigd", "beeindigd_op": "1-5-2026", "reden": "Taak klaar", "versie": "1"}
    zonder = browser_van_controller.post(FASE, data | {mist: ""})
    assert (zonder.status_code, len(fouten(zonder)), verband.history.count()) == (422, 1, 1)
    assert browser_van_controller.post(FASE, data).status_code == 302
    verband.refresh_from_db()
    assert (verband.levensfase, verband.beeindigd_op) == ("beeindigd", date(2026, 5, 1))
    assert "verandert niet meer" in browser_van_controller.get(FASE).content.decode()


def test_iemand_anders_veranderde_de_fase(
    browser_van_controller: Client, verband: Samenwerkingsverband, controller: Gebruiker
) -> None:
    data = velden(browser_van_controller.get(FASE)) | {"fase": ["beeindigen"], "reden": ["Mijn reden"]}
    vast: dict[str, Any] = {"verband": verband, "versie": 1, "door": controller, "op": timezone.now()}
    verbanden.wissel_fase(fase=Levensfase.HEROVERWEGEN, **vast)
    antwoord = browser_van_controller.post(FASE, data)
    assert (antwoord.status_code, velden(antwoord)["reden"], velden(antwoord)["versie"]) == (409, ["Mijn reden"], ["2"])


def test_overdragen(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    oud, nieuw = maak_accounthouder(verband), maak_gebruiker(Rol.ACCOUNTHOUDER)
    vandaag = timezone.localdate()
    data = velden(browser_van_controller.get(HOUDER)) | {"gebruiker": [str(nieuw.pk)]}
    assert browser_van_controller.post(HOUDER, data).status_code == 302
    perioden = list(Accounthouderschap.objects.order_by("van").values_list("gebruiker", "tot"))
    assert perioden == [(oud.pk, vandaag), (nieuw.pk, None)]
    assert Gebeurtenis.objects.filter(wat=Handeling.AANGEWEZEN).count() == 1
    assert log_in(nieuw).get("/verbanden/verzonnen-dienst/bewerken/motieven/").status_code == 200
    assert log_in(oud).get("/verbanden/verzonnen-dienst/bewerken/motieven/").status_code == 403


@pytest.mark.parametrize(
    "anders", [{"gebruiker": "999999"}, {"gebruiker": ""}, {"van": "ooit"}, {"van": ""}, {"van": "1-1-2024"}]
)
def test_overdracht_die_niet_kan(
    anders: dict[str, str], browser_van_controller: Client, verband: Samenwerkingsverband
) -> None:
    maak_accounthouder(verband)
    nieuw = maak_gebruiker(Rol.ACCOUNTHOUDER)
    data = velden(browser_van_controller.get(HOUDER)) | {"gebruiker": [str(nieuw.pk)]}
    antwoord = browser_van_controller.post(HOUDER, data | {naam: [waarde] for naam, waarde in anders.items()})
    assert (antwoord.status_code, Accounthouderschap.objects.count()) == (422, 1)


def test_iemand_anders_droeg_over(browser_van_controller: Client, verband: Samenwerkingsverband) -> None:
    data = velden(browser_van_controller.get(HOUDER))
    maak_accounthouder(verband, van=timezone.localdate() - timedelta(days=3))
    nieuw = maak_gebruiker(Rol.ACCOUNTHOUDER)
    antwoord = browser_van_controller.post(HOUDER, data | {"gebruiker": [str(nieuw.pk)]})
    assert (antwoord.status_code, Accounthouderschap.objects.count()) == (409, 1)
