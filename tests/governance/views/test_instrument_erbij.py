"""Adding to a concept of an instrument on the screen, and taking away what nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from governance.handelingen import instrumenten
from governance.models import Instrumentversie
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_afwegingskader, maak_gebruiker, maak_gemeente
from tests.governance.views.test_instrument import SOORT, pad
from tests.verbanden.views.hulp import fouten, log_in, velden
from tests.verbanden.views.test_dashboard import tekst

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente()
        maak_afwegingskader()
        yield


@pytest.fixture
def beheerder() -> Gebruiker:
    return maak_gebruiker(Rol.BEHEERDER)


@pytest.fixture
def concept(beheerder: Gebruiker) -> Instrumentversie:
    return instrumenten.begin_concept(soort=SOORT, door=beheerder, op=NU)


@pytest.fixture
def klant(beheerder: Gebruiker) -> Client:
    return log_in(beheerder)


def stuur(klant: Client, adres: str, **anders: Any) -> Any:
    """Fill in the form as it stands on the page, and send it."""
    return klant.post(adres, velden(klant.get(adres)) | anders)


def inhoud(concept: Instrumentversie) -> dict[str, Any]:
    concept.refresh_from_db()
    gelezen: dict[str, Any] = concept.inhoud
    return gelezen


def test_een_vraag_met_antwoorden_en_een_regel_erbij_telt_na_publicatie_mee(
    klant: Client, concept: Instrumentversie
) -> None:
    gevuld = {"vraag": "Wie betaalt?", "toelichting": "Denk aan geld.", "waarom": "Geld telt.",
              "groep": "geld_en_risico", "uitgangspunt": "overzicht", "antwoorden": "Wij\nZij"}  # fmt: skip
    assert stuur(klant, pad(concept, "nieuw/vraag/"), **gevuld)["Location"] == pad(concept)
    antwoord = {"tekst": "Wij allebei"}
    assert stuur(klant, pad(concept, "nieuw/antwoord/?bij=wie_betaalt"), **antwoord).status_code == 302
    regel = {"optie": "wij_allebei", "keuze": "nv", "gewicht": "2", "reden": "Samen betalen.", "bron": "praktijk"}
    assert stuur(klant, pad(concept, "nieuw/regel/?bij=wie_betaalt"), **regel).status_code == 302
    vraag = inhoud(concept)["kenmerken"][-1]
    assert (vraag["id"], [optie["id"] for optie in vraag["opties"]]) == (
        "wie_betaalt",
        ["wij", "zij", "wij_allebei", "weet_niet"],
    )
    pagina = tekst(klant.get(pad(concept)).content)
    assert "19. Wie betaalt?" in pagina
    assert "Wij allebei Naamloze vennootschap (NV) +2 Samen betalen. Praktijk van gemeenten, eigen weging" in pagina
    uit = klant.post(pad(concept), {"versie": str(concept.versie), "toelichting": "Een vraag meer."})
    assert uit.status_code == 302
    assert klant.get(pad(concept, "nieuw/vraag/")).status_code == 404


def test_een_keuze_zonder_regel_mag_in_het_concept_en_niet_naar_buiten(
    klant: Client, concept: Instrumentversie
) -> None:
    gevuld = {"soort": "afspraken", "naam": "Een maandbrief", "uitleg": "Elke maand een brief. Kort.",
              "past_als": "altijd.", "vraagt_van_ons": "een uur.", "bij_vormen": ["netwerk"]}  # fmt: skip
    assert stuur(klant, pad(concept, "nieuw/keuze/"), **gevuld).status_code == 302
    nieuw = inhoud(concept)["repertoire"]["afspraken"][-1]
    assert (nieuw["id"], nieuw["bij_vormen"], "let_op" in nieuw) == ("een_maandbrief", ["netwerk"], False)
    pagina = klant.get(pad(concept))
    assert "Dit concept is nog niet af. Over keuze een_maandbrief gaat geen enkele regel." in tekst(pagina.content)
    uit = klant.post(pad(concept), {"versie": str(concept.versie), "toelichting": "Te vroeg."})
    assert (uit.status_code, inhoud(concept) and concept.status) == (422, "concept")
    assert stuur(klant, pad(concept, "weg/keuze/een_maandbrief/")).status_code == 302
    assert "nog niet af" not in tekst(klant.get(pad(concept)).content)


def test_een_regel_uit_de_wet_erbij_veranderen_en_weg(klant: Client, concept: Instrumentversie) -> None:
    gevuld = {
        "antwoord": "tempo-snel",
        "keuzes": ["nv", "bv"],
        "artikel": "Gemeentewet, artikel 160",
        "reden": "Eerst de raad.",
    }
    nieuw = pad(concept, "nieuw/harde-regel/")
    fout = stuur(klant, nieuw, **gevuld, werking="uitsluiten")
    assert (fout.status_code, fouten(fout)) == (
        422,
        ["Hoe zeker is dit?: Een regel die uitsluit, moet zeker zijn. Kies anders 'Waarschuwt'."],
    )
    assert stuur(klant, nieuw, **gevuld).status_code == 302
    regel = inhoud(concept)["harde_regels"][-1]
    assert (regel["kenmerk"], regel["optie"], regel["keuzes"], regel["zekerheid"]) == (
        "tempo", "snel", ["nv", "bv"], "te_controleren")  # fmt: skip
    adres = pad(concept, f"harde-regel/{regel['id']}/")
    assert stuur(klant, adres, zekerheid="zeker", werking="uitsluiten").status_code == 302
    assert inhoud(concept)["harde_regels"][-1] == regel | {"zekerheid": "zeker", "werking": "uitsluiten"}
    pagina = tekst(klant.get(pad(concept)).content)
    assert "kan niet: Naamloze vennootschap (NV), Besloten vennootschap (BV) Eerst de raad. Gemeentewet" in pagina
    assert stuur(klant, pad(concept, f"weg/harde-regel/{regel['id']}/")).status_code == 302
    assert regel["id"] not in [rij["id"] for rij in inhoud(concept)["harde_regels"]]


@pytest.mark.parametrize(("wat", "melding"), [
    ("vraag/tempo", "Deze vraag is nog in gebruik: regels m"),
    ("antwoord/tempo-ruim", "Dit antwoord is nog in gebruik"),
    ("keuze/netwerk", "Deze keuze is nog in gebruik: gewichten in de regels"),
])  # fmt: skip
def test_wat_nog_in_gebruik_is_blijft_en_zegt_waar(
    klant: Client, concept: Instrumentversie, wat: str, melding: str
) -> None:
    voor = inhoud(concept)
    antwoord = stuur(klant, pad(concept, f"weg/{wat}/"))
    assert (antwoord.status_code, inhoud(concept)) == (422, voor)
    assert fouten(antwoord)[0].startswith(melding)


def test_eerst_de_regels_en_dan_het_antwoord_en_de_vraag(klant: Client, concept: Instrumentversie) -> None:
    for regel in [rij["id"] for rij in inhoud(concept)["matchregels"] if rij["kenmerk"] == "tempo"]:
        assert stuur(klant, pad(concept, f"weg/regel/{regel}/")).status_code == 302
    for regel in [rij["id"] for rij in inhoud(concept)["harde_regels"] if rij["kenmerk"] == "tempo"]:
        assert stuur(klant, pad(concept, f"weg/harde-regel/{regel}/")).status_code == 302
    assert stuur(klant, pad(concept, "weg/antwoord/tempo-ruim/")).status_code == 302
    assert stuur(klant, pad(concept, "weg/vraag/tempo/")).status_code == 302
    assert "tempo" not in [rij["id"] for rij in inhoud(concept)["kenmerken"]]
    assert Instrumentversie.objects.get(soort=SOORT, nummer=1).inhoud["kenmerken"][-1]["id"] == "tempo"


def test_wie_te_laat_is_verliest_niets(klant: Client, concept: Instrumentversie) -> None:
    adres = pad(concept, "nieuw/antwoord/?bij=tempo")
    gezien = velden(klant.get(adres)) | {"tekst": ["Van mij"]}
    assert stuur(klant, adres, tekst="Van een ander").status_code == 302
    botsing = klant.post(adres, gezien)
    assert (botsing.status_code, velden(botsing)["tekst"]) == (409, ["Van mij"])
    assert klant.post(adres, velden(botsing)).status_code == 302
    teksten = [optie["tekst"] for optie in inhoud(concept)["kenmerken"][-1]["opties"]]
    assert teksten[-3:] == ["Van een ander", "Van mij", "Weet ik nog niet"]


@pytest.mark.parametrize("rest", [
    "nieuw/luchtkasteel/", "nieuw/regel/?bij=luchtkasteel", "nieuw/antwoord/", "weg/luchtkasteel/x/", "weg/vraag/x/",
    "weg/antwoord/tempo-x/", "weg/antwoord/tempo/", "weg/keuze/x/", "weg/regel/x/", "weg/harde-regel/x/",
    "harde-regel/x/",
])  # fmt: skip
def test_wat_er_niet_is_geeft_een_404(klant: Client, concept: Instrumentversie, rest: str) -> None:
    assert klant.get(pad(concept, rest)).status_code == 404


@pytest.mark.parametrize("antwoorden", ["", "Eén antwoord", "x" * 201 + "\nTwee"])
def test_een_vraag_zonder_antwoorden_wordt_niet_bewaard(
    klant: Client, concept: Instrumentversie, antwoorden: str
) -> None:
    gevuld = {"vraag": "Mijn vraag", "toelichting": "x", "waarom": "y", "groep": "tijd", "antwoorden": antwoorden}
    antwoord = stuur(klant, pad(concept, "nieuw/vraag/"), **gevuld)
    assert (antwoord.status_code, len(inhoud(concept)["kenmerken"])) == (422, 18)
    assert "Mijn vraag" in antwoord.content.decode()


def test_op_een_eerdere_dag_staan_er_de_versies_van_toen(concept: Instrumentversie) -> None:
    morgen = NU + timedelta(days=1)
    with time_machine.travel(morgen, tick=False):
        instrumenten.publiceer(
            concept=concept, versie=1, toelichting="Van ons.", door=maak_gebruiker(Rol.BEHEERDER), op=morgen
        )
        nieuwe = instrumenten.begin_concept(soort=SOORT, door=maak_gebruiker(Rol.BEHEERDER), op=morgen)
        klant = log_in(maak_gebruiker(Rol.BEHEERDER))
        toen = {"peildatum": str(NU.date())}
        for versie in Instrumentversie.objects.all():
            assert klant.get(f"/instrumenten/{versie.pk}/", toen).status_code in (200, 404)
        lijst, pagina = (tekst(klant.get(adres, toen).content) for adres in ("/instrumenten/", pad(concept)))
        assert "Afwegingskader governance, versie 2 eigen invulling Concept –" in lijst
        assert ("versie 3" in lijst, "Begin een concept" in lijst) == (False, False)
        assert "Afwegingskader governance, versie 2 Concept, eigen invulling" in pagina
        assert ("Publiceer deze versie" in pagina, "Bewerk deze vraag" in pagina) == (False, False)
        assert klant.get(pad(nieuwe), toen).status_code == 404
        assert klant.get(pad(nieuwe, "nieuw/vraag/"), toen).status_code == 403
        nu = tekst(klant.get("/instrumenten/", {"peildatum": str(morgen.date())}).content)
        assert "Afwegingskader governance, versie 2 eigen invulling Gepubliceerd op 21 mei 2026 Van ons." in nu
