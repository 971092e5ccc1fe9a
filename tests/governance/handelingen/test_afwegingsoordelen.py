"""Views beside a choice: one per person, changed by that person only, and never gone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import Error

from governance.handelingen import afwegingen, afwegingsoordelen
from governance.models import Afweging, Afwegingsoordeel
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, geef_antwoord, maak_afwegingskader, maak_gebruiker, maak_verband
from tests.governance.handelingen.test_instrumenten import voer_uit
from tests.verbanden.handelingen.test_edities import OMZEIL
from verbanden.handelingen.vergrendeling import VersieConflict

pytestmark = pytest.mark.django_db
GEGEVENS = {"functie": "Juridisch adviseur", "vorm": "convenant", "waarom": "Een handtekening bindt."}


@pytest.fixture
def controller() -> Gebruiker:
    maak_afwegingskader()
    return maak_gebruiker(Rol.CONTROLLER)


@pytest.fixture
def afweging(controller: Gebruiker) -> Afweging:
    gemaakt = afwegingen.begin(verband=maak_verband(), aanleiding="", door=controller, op=NU)
    geef_antwoord(gemaakt, controller, aard_taak="afstemmen")
    return gemaakt


def geef(afweging: Afweging, door: Gebruiker, versie: int | None = None, **anders: str) -> Afwegingsoordeel:
    return afwegingsoordelen.geef(afweging=afweging, gegevens=GEGEVENS | anders, versie=versie, door=door, op=NU)


def sluit(afweging: Afweging, door: Gebruiker) -> None:
    besluit = {"besluit_van": "college", "besloten_op": date(2026, 5, 19), "motivering": ""}
    afwegingen.kies(afweging=afweging, vorm="netwerk", rollen=[], afspraken=[], gegevens=besluit, door=door, op=NU)


def test_ieder_heeft_een_standpunt_en_verandert_alleen_het_eigen(afweging: Afweging, controller: Gebruiker) -> None:
    jurist = maak_gebruiker(Rol.ACCOUNTHOUDER)
    geef(afweging, jurist)
    geef(afweging, controller, functie="Concerncontroller", vorm="netwerk")
    geef(afweging, jurist, versie=1, waarom="Toch maar niet.")
    assert list(Afwegingsoordeel.objects.order_by("id").values_list("auteur_id", "vorm", "waarom", "versie")) == [
        (jurist.id, "convenant", "Toch maar niet.", 2),
        (controller.id, "netwerk", "Een handtekening bindt.", 1),
    ]
    assert Gebeurtenis.objects.latest("id").details == {"velden": ["waarom"]}
    assert Afwegingsoordeel.objects.get(auteur=jurist).history.count() == 2


@pytest.mark.parametrize("versie", [None, 1])
def test_een_oude_versie_overschrijft_niets(afweging: Afweging, controller: Gebruiker, versie: int | None) -> None:
    geef(afweging, controller)
    geef(afweging, controller, versie=1, waarom="Van de telefoon.")
    with pytest.raises(VersieConflict):
        geef(afweging, controller, versie=versie, waarom="Van de computer.")


def test_na_de_keuze_blijft_elk_standpunt_zoals_het_was(afweging: Afweging, controller: Gebruiker) -> None:
    geef(afweging, controller)
    sluit(afweging, controller)
    with pytest.raises(ValidationError, match="standpunten van toen blijven staan"):
        geef(afweging, controller, versie=1, waarom="Achteraf.")
    with pytest.raises(ValidationError, match="standpunten van toen blijven staan"):
        geef(afweging, maak_gebruiker(Rol.GRIFFIE))
    assert Afwegingsoordeel.objects.get().waarom == "Een handtekening bindt."


@pytest.mark.parametrize(("veld", "waarde"), [
    ("vorm", "luchtkasteel"), ("vorm", ""), ("functie", ""), ("waarom", ""), ("waarom", "x" * 301),
])  # fmt: skip
def test_een_half_standpunt_wordt_niet_bewaard(
    afweging: Afweging, controller: Gebruiker, veld: str, waarde: str
) -> None:
    with pytest.raises(ValidationError):
        afwegingsoordelen.geef(
            afweging=afweging, gegevens=GEGEVENS | {veld: waarde}, versie=None, door=controller, op=NU
        )
    assert Afwegingsoordeel.objects.count() == 0


def test_een_raadslid_leest_en_geeft_geen_standpunt(afweging: Afweging) -> None:
    with pytest.raises(PermissionDenied):
        geef(afweging, maak_gebruiker(Rol.RAADSLID))


def test_op_een_eerdere_dag_staat_er_wat_er_toen_stond(afweging: Afweging, controller: Gebruiker) -> None:
    geef(afweging, controller)
    later = NU + timedelta(days=2)
    afwegingsoordelen.geef(
        afweging=afweging, gegevens=GEGEVENS | {"vorm": "netwerk"}, versie=1, door=controller, op=later
    )
    nu, toen, eerder = (
        [rij.vorm for rij in Afwegingsoordeel.objects.van(afweging.id, moment)]
        for moment in (None, NU + timedelta(days=1), NU - timedelta(days=1))
    )
    assert (nu, toen, eerder) == (["netwerk"], ["convenant"], [])


@pytest.mark.parametrize("omzeild", [False, True])
def test_de_database_laat_een_standpunt_niet_verdwijnen(
    afweging: Afweging, controller: Gebruiker, omzeild: bool
) -> None:
    geef(afweging, controller)
    with pytest.raises(Error):
        voer_uit(*([OMZEIL] if omzeild else []), "DELETE FROM governance_afwegingsoordeel")
    assert Afwegingsoordeel.objects.count() == 1
