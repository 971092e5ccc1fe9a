"""Recording outcomes in the room: one by one, several in one go, and two people at the same time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection

from governance.models import Keuzevraagstuk, Sessiestatus
from tests.fabriek import NU, VANDAAG, maak_belangrijkheid, maak_gemeente
from tests.governance.sessie.opzet import Zaal, zaal
from tests.governance.sessie.scherm import adres, klant, lees
from verbanden.models import Klasse

pytestmark = pytest.mark.django_db
S = Sessiestatus
UITKOMST = {
    "klasse": Klasse.BESTUURLIJK.value,
    "redenen": ["geld"],
    "mandaat": "Tot een verzonnen bedrag.",
    "voorwaarden": "Bij een tekort.",
    "reden": "De raad volgt het college.",
    "keuze-1": "Blijven of gaan?",
    "mogelijk-1": "Blijven\nGaan",
}


@pytest.fixture(autouse=True)
def _rand() -> Iterator[None]:
    maak_gemeente()
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def z() -> Zaal:
    return zaal(verbanden=3).tot(S.BESPREKEN)


def stuur(z: Zaal, wie: Any, nummer: int = 1, **velden: Any) -> Any:
    """Send the form of one partnership, from the version that is there now."""
    return klant(wie).post(adres(z, "bespreken", nummer), UITKOMST | {"versie": z.rij(nummer - 1).versie} | velden)


def test_de_voorzitter_legt_vast_en_gaat_verder(z: Zaal) -> None:
    antwoord = stuur(z, z.voorzitter)
    assert antwoord.status_code == 302
    assert antwoord["Location"] in (adres(z, "bespreken", 2), adres(z, "bespreken", 3))
    rij = z.rij()
    assert (rij.klasse, rij.redenen, rij.mandaat) == (Klasse.BESTUURLIJK, ["geld"], "Tot een verzonnen bedrag.")
    assert (rij.voorwaarden, rij.reden, rij.vastgelegd_door) == (
        "Bij een tekort.",
        "De raad volgt het college.",
        z.voorzitter,
    )
    vragen = Keuzevraagstuk.objects.filter(sessieverband=rij).values_list("vraag", "mogelijkheden")
    assert list(vragen) == [("Blijven of gaan?", ["Blijven", "Gaan"])]
    opnieuw = klant(z.griffier).get(adres(z, "bespreken"))
    assert f"Vastgelegd om 12.00 uur door {z.voorzitter.naam}." in lees(opnieuw)
    assert "Tot een verzonnen bedrag." in opnieuw.content.decode()


def test_daarnaast_geldt_nog_een_klasse(z: Zaal) -> None:
    stuur(z, z.voorzitter, ook=[Klasse.AMBTELIJK.value, Klasse.POLITIEK.value])
    assert z.rij().ook == [Klasse.AMBTELIJK, Klasse.POLITIEK]


@pytest.mark.parametrize(
    ("ook", "melding"),
    [
        (Klasse.BESTUURLIJK.value, "Deze klasse is al leidend. Vink alleen aan wat daarnaast geldt."),
        ("verzonnen", "Selecteer een geldige keuze. verzonnen is geen beschikbare keuze."),
    ],
)
def test_daarnaast_geldt_niet_wat_al_leidend_is(z: Zaal, ook: str, melding: str) -> None:
    antwoord = stuur(z, z.voorzitter, ook=[ook])
    assert (antwoord.status_code, z.rij().klasse) == (422, "")
    assert melding in lees(antwoord)
    assert "Tot een verzonnen bedrag." in antwoord.content.decode()


def test_de_database_houdt_klasse_en_daarnaast_uit_elkaar(z: Zaal) -> None:
    with pytest.raises(IntegrityError, match="sessieverband_ook_anders"), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE governance_sessieverband SET klasse = 'ambtelijk_belangrijk', ook = '{ambtelijk_belangrijk}'"
        )


def test_een_andere_klasse_vraagt_een_reden(z: Zaal) -> None:
    maak_belangrijkheid(z.rij().verband, Klasse.POLITIEK, datum=VANDAAG.replace(year=2025))
    antwoord = stuur(z, z.voorzitter, reden="")
    assert antwoord.status_code == 422
    assert "De klasse verandert. Schrijf op waarom." in lees(antwoord)
    assert stuur(z, z.voorzitter, reden="", klasse=Klasse.POLITIEK.value).status_code == 302


def test_onderwerpen_van_het_vorige_besluit_staan_klaar(z: Zaal) -> None:
    maak_belangrijkheid(z.rij().verband, datum=VANDAAG.replace(year=2025), onderwerpen=["Wachttijd", "Vervoer"])
    inhoud = klant(z.voorzitter).get(adres(z, "bespreken")).content.decode()
    for nummer, onderwerp in ((1, "Wachttijd"), (2, "Vervoer")):
        assert re.search(rf'name="keuze-{nummer}"[^>]*value="{onderwerp}"', inhoud)
    assert "Vorig besluit: Wachttijd; Vervoer" in inhoud


def test_na_de_laatste_komt_de_zaal(z: Zaal) -> None:
    waar = [stuur(z, z.griffier, nummer)["Location"] for nummer in (1, 2, 3)]
    assert waar[2] == adres(z, "zaal")
    assert "Uitkomsten 3 van 3" in lees(klant(z.griffier).get(adres(z, "zaal")))
    assert "Alle verbanden hebben een uitkomst" in lees(klant(z.griffier).get(adres(z, "bespreken")))


def test_ruimte_van_het_vorige_besluit_staat_klaar(z: Zaal) -> None:
    vorig: dict[str, Any] = {
        "mandaat": "Tot een ton.",
        "voorwaarden": "Bij uittreding.",
        "datum": VANDAAG.replace(year=2025),
    }
    maak_belangrijkheid(z.rij().verband, **vorig)
    pagina = klant(z.griffier).get(adres(z, "bespreken"))
    assert "Vorig besluit: Tot een ton." in lees(pagina)
    assert pagina.content.decode().count("Tot een ton.") == 2
    assert "Bij uittreding." in pagina.content.decode()


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"klasse": ""}, "Kies een van de vier klassen."),
        ({"keuze-1": ""}, "Schrijf de keuze op als vraag."),
        ({"mandaat": "x" * 601}, "600"),
        ({"mogelijk-1": "x" * 201}, "200"),
    ],
)
def test_een_fout_laat_alles_staan(z: Zaal, fout: dict[str, Any], melding: str) -> None:
    antwoord = stuur(z, z.griffier, **fout)
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    assert "De raad volgt het college." in antwoord.content.decode()
    assert z.rij().klasse == ""


def test_twee_tegelijk_verliezen_niets(z: Zaal) -> None:
    oud = z.rij().versie
    assert stuur(z, z.voorzitter).status_code == 302
    botsing = stuur(z, z.griffier, versie=oud, mandaat="Mijn eigen zin.", klasse=Klasse.POLITIEK.value)
    assert botsing.status_code == 409
    tekst = lees(botsing)
    assert f"Nog niet bewaard. {z.voorzitter.naam} legde intussen iets anders vast (12.00 uur)." in tekst
    assert "Klasse Bestuurlijk belangrijk Ruimte Tot een verzonnen bedrag." in tekst
    assert "Mijn eigen zin." in botsing.content.decode()
    assert z.rij().klasse == Klasse.BESTUURLIJK
    assert f'name="versie" value="{z.rij().versie}"' in botsing.content.decode()
    assert stuur(z, z.griffier, mandaat="Mijn eigen zin.").status_code == 302
    assert z.rij().mandaat == "Mijn eigen zin."


@pytest.mark.parametrize("versie", ["", "0", "x", "999"])
def test_zonder_bekende_versie_wordt_niets_overschreven(z: Zaal, versie: str) -> None:
    stuur(z, z.voorzitter)
    assert stuur(z, z.griffier, versie=versie, klasse=Klasse.POLITIEK.value).status_code == 409
    assert z.rij().klasse == Klasse.BESTUURLIJK


def test_deelnemers_leggen_niets_vast(z: Zaal) -> None:
    for wie in (z.raad[1], z.college[0]):
        assert klant(wie).get(adres(z, "bespreken")).status_code == 403
        assert stuur(z, wie).status_code == 403
        assert klant(wie).post(adres(z, "zonder_bespreking"), {"verband": z.rij().pk}).status_code == 403
        assert "Leg het besluit vast" not in lees(klant(wie).get(adres(z, "zaal")))
    assert z.rij().klasse == ""


@pytest.mark.parametrize("status", [S.VOORBEREIDING, S.SCOREN])
def test_voor_het_sluiten_valt_er_niets_te_bespreken(status: Sessiestatus) -> None:
    z = zaal().tot(status)
    for naam in ("bespreken", "zonder_bespreking"):
        assert klant(z.griffier).get(adres(z, naam))["Location"] == adres(z, "zaal")
    assert stuur(z, z.griffier).status_code == 404
    assert klant(z.griffier).post(adres(z, "zonder_bespreking"), {"verband": z.rij().pk}).status_code == 422
    assert z.rij().klasse == ""


def test_na_het_vaststellen_verandert_niets_meer() -> None:
    z = zaal().tot(S.VASTGESTELD)
    assert klant(z.griffier).get(adres(z, "bespreken")).status_code == 302
    antwoord = stuur(z, z.griffier)
    assert antwoord.status_code == 422
    assert "Dit kan niet in een sessie met status &#x27;vastgesteld&#x27;." in antwoord.content.decode()
    assert z.rij().klasse == Klasse.POLITIEK
    assert "Leg het besluit vast" not in lees(klant(z.griffier).get(adres(z, "zaal")))


def test_geen_bespreking_nodig_in_een_keer(z: Zaal) -> None:
    for nummer in (0, 1):
        maak_belangrijkheid(z.rij(nummer).verband, klasse=Klasse.AMBTELIJK, mandaat="Alles.",
                            datum=VANDAAG.replace(year=2025))  # fmt: skip
    wie = klant(z.voorzitter)
    lijst = wie.get(adres(z, "zonder_bespreking"))
    assert lijst.content.decode().count('type="checkbox"') == 2
    assert "geen voorstel en geen vorig besluit: bespreek dit verband" in lees(lijst)
    kruisjes = {"verband": [z.rij(0).pk, z.rij(1).pk]}
    assert wie.post(adres(z, "zonder_bespreking"), kruisjes)["Location"] == adres(z, "zaal")
    assert [(r.klasse, r.mandaat, r.zonder_bespreking) for r in (z.rij(0), z.rij(1))] == [
        (Klasse.AMBTELIJK, "Alles.", True)
    ] * 2
    assert "2 verbanden zijn vastgelegd zonder bespreking." in lees(wie.get(adres(z, "zaal")))


@pytest.mark.parametrize("kruisjes", [[], ["x"], ["999999999"], ["-1"]])
def test_zonder_keuze_gebeurt_er_niets(z: Zaal, kruisjes: list[str]) -> None:
    antwoord = klant(z.griffier).post(adres(z, "zonder_bespreking"), {"verband": kruisjes})
    assert (antwoord.status_code, "Kies ten minste één verband." in lees(antwoord)) == (422, True)


def test_alles_of_niets(z: Zaal) -> None:
    maak_belangrijkheid(z.rij(0).verband, klasse=Klasse.AMBTELIJK, datum=VANDAAG.replace(year=2025))
    antwoord = klant(z.griffier).post(adres(z, "zonder_bespreking"), {"verband": [z.rij(0).pk, z.rij(2).pk]})
    assert antwoord.status_code == 422
    assert "heeft geen voorstel en geen eerdere klasse" in lees(antwoord)
    assert (z.rij(0).klasse, z.rij(2).klasse) == ("", "")


def test_een_verband_van_een_andere_sessie_gaat_niet_mee(z: Zaal) -> None:
    assert klant(z.griffier).get(adres(z, "bespreken", 9)).status_code == 404
    assert klant(z.griffier).post(adres(z, "bespreken", 9), UITKOMST).status_code == 404
