"""Signals about no partnership: on the list, on the start page and in the weekly message of who they are for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from pytest_django import DjangoAssertNumQueries

from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    VANDAAG,
    maak_accounthouder,
    maak_artikel,
    maak_gebruiker,
    maak_gemeente,
    maak_ontwikkelpunt,
    maak_verband,
)
from tests.governance.sessie.scherm import klant, lees
from verbanden.signalering.lezen import Melding, alles
from verbanden.signalering.voor import voor
from verbanden.signalering.weekbericht import berichten, mail, naam

pytestmark = pytest.mark.django_db
VROEGER = NU - timedelta(days=400)
TE_LAAT = VANDAAG - timedelta(days=60)
BORD = "/ontwikkelagenda/?verband=gemeente"


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(VROEGER)
        yield


def gezien(dag: date = VANDAAG) -> dict[str, Melding]:
    """Every signal on a day, by what it is about."""
    return {melding.naam: melding for melding in alles(Peildatum(dag))}


def rollen(melding: Melding) -> set[str]:
    return {rol for rol in Rol.values if voor([melding], rol, frozenset() if rol == Rol.COLLEGE else None)}


def test_een_laat_punt_van_de_gemeente() -> None:
    maak_ontwikkelpunt(None, VROEGER, titel="Breed punt", stand="gepland", eigenaar="griffie", termijn=TE_LAAT)
    melding = gezien()["Gemeente"]
    assert melding.signaal.zin == "'Breed punt' bij de gemeente als geheel had op 21 maart 2026 klaar moeten zijn."
    assert (melding.adres, rollen(melding)) == (BORD, {"college", "griffie", "controller"})
    assert gezien(TE_LAAT + timedelta(days=30)) == {}


@pytest.mark.parametrize("anders", [{"stand": "klaar"}, {"stand": "vervallen"}, {"termijn": VANDAAG}])
def test_wat_klaar_is_of_net_te_laat_geeft_geen_signaal(anders: dict[str, object]) -> None:
    maak_ontwikkelpunt(None, VROEGER, **({"stand": "gepland", "eigenaar": "griffie", "termijn": TE_LAAT} | anders))
    assert gezien() == {}


def test_een_artikel_dat_na_te_kijken_is_gaat_naar_zijn_eigenaar() -> None:
    maak_artikel("zienswijze", op=VROEGER, titel="De zienswijze", eigenaar="accounthouder", herzien_voor=TE_LAAT)
    melding = gezien()["Kennisbank"]
    assert melding.signaal.zin == "Het artikel 'De zienswijze' had voor 21 maart 2026 nagekeken moeten zijn."
    assert (melding.adres, rollen(melding)) == ("/kennisbank/zienswijze/", {"accounthouder"})
    assert gezien(TE_LAAT) == {}
    assert melding.signaal.sleutel[0] == 0


def test_op_de_lijst_de_startpagina_en_in_het_weekbericht() -> None:
    houder, vreemd = maak_gebruiker(Rol.ACCOUNTHOUDER), maak_gebruiker(Rol.RAADSLID)
    maak_accounthouder(maak_verband(VROEGER), houder, op=VROEGER)
    maak_artikel("zienswijze", op=VROEGER, titel="De zienswijze", eigenaar="accounthouder", herzien_voor=TE_LAAT)
    zin = "Het artikel 'De zienswijze' had voor 21 maart 2026 nagekeken moeten zijn."
    for pad in ("/signalen/", "/"):
        antwoord = klant(houder).get(pad, follow=True)
        assert (zin in lees(antwoord), 'href="/kennisbank/zienswijze/"' in antwoord.content.decode()) == (True, True)
    assert zin not in lees(klant(vreemd).get("/signalen/"))
    assert zin in lees(klant(vreemd).get("/signalen/?voor=iedereen"))
    assert zin not in lees(klant(houder).get("/signalen/?eigen=on"))
    (bericht,) = [een for een in berichten(VANDAAG) if een.aan == houder]
    (melding,) = [een for een in bericht.nieuw if not een.slug]
    assert naam(melding).startswith("0:artikel_nakijken:")
    gemeente = maak_gemeente()
    assert "https://portaal.example/kennisbank/zienswijze/" in str(
        mail(bericht, gemeente, "https://portaal.example").body
    )


def test_een_signaal_van_de_gemeente_hoort_niet_bij_een_verband() -> None:
    verband = maak_verband(VROEGER, slug="kring")
    maak_ontwikkelpunt(None, VROEGER, stand="gepland", eigenaar="griffie", termijn=TE_LAAT)
    client = klant(maak_gebruiker(Rol.GRIFFIE))
    assert "bij de gemeente als geheel" not in lees(client.get(f"/verbanden/{verband.slug}/signalen/"))
    assert "bij de gemeente als geheel" not in lees(client.get("/signalen/?verband=kring"))
    assert "bij de gemeente als geheel" in lees(client.get("/signalen/"))


@pytest.mark.parametrize("aantal", [1, 3, 25])
def test_evenveel_vragen_bij_elk_aantal(aantal: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(aantal):
        maak_ontwikkelpunt(None, VROEGER, stand="gepland", eigenaar="griffie", termijn=TE_LAAT)
        maak_artikel(op=VROEGER, herzien_voor=TE_LAAT)
    # what is found for partnerships when there are none, the items, the articles and their addresses
    with django_assert_num_queries(13):
        assert len(alles(Peildatum(VANDAAG))) == 2 * aantal
