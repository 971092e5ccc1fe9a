"""The handreiking is filled in by who may, with answers that it knows, and nobody overwrites what they did not see."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.handelingen import instrumenten, relevantie
from governance.models import Instrumentversie, Relevantie
from governance.relevantie import ingevuld
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_afwegingskader, maak_gebruiker, maak_verband
from tests.governance.regels.test_relevantie import GEVALLEN
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
ZEER: dict[str, str] = next(geval["antwoorden"] for geval in GEVALLEN if geval["id"] == "vb_zeer")


@pytest.fixture
def verband() -> Samenwerkingsverband:
    maak_afwegingskader()
    return maak_verband()


@pytest.fixture
def door() -> Gebruiker:
    return maak_gebruiker(Rol.CONTROLLER)


def vul_in(verband: Samenwerkingsverband, door: Gebruiker, **anders: Any) -> Relevantie:
    gegeven: dict[str, Any] = {"jaar": 2026, "versie": None, "antwoorden": ZEER, "vraagstukken": [], "toelichting": ""}
    return relevantie.vul_in(verband=verband, door=door, op=NU, **{**gegeven, **anders})


def test_uit_de_antwoorden_volgt_een_voorstel(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    vul_in(verband, door)
    gevonden = ingevuld([verband.id], 2026, None)[verband.id]
    assert (gevonden.voorstel.klasse.id, gevonden.rij.invuller_id) == ("politiek_zeer_belangrijk", door.pk)
    assert ingevuld([verband.id], 2027, None) == {}


def test_wie_een_oude_versie_zag_overschrijft_niets(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    rij = vul_in(verband, door)
    vul_in(verband, door, versie=rij.versie, antwoorden={"geld": "klein"})
    for versie in (rij.versie, None):
        with pytest.raises(VersieConflict):
            vul_in(verband, door, versie=versie)
    assert Relevantie.objects.get().antwoorden == {"geld": "klein"}


def test_wat_gelijk_blijft_schrijft_niets(verband: Samenwerkingsverband, door: Gebruiker) -> None:
    rij = vul_in(verband, door)
    assert vul_in(verband, door, versie=rij.versie).history.count() == 1


@pytest.mark.parametrize("antwoorden", [{"geld": "verzonnen"}, {"verzonnen": "klein"}])
def test_een_onbekend_antwoord_komt_er_niet_in(
    verband: Samenwerkingsverband, door: Gebruiker, antwoorden: dict[str, str]
) -> None:
    with pytest.raises(ValidationError, match="Kies een van de antwoorden"):
        vul_in(verband, door, antwoorden=antwoorden)
    assert Relevantie.objects.count() == 0


def test_wie_niet_mag_bewerken_vult_niets_in(verband: Samenwerkingsverband) -> None:
    with pytest.raises(PermissionDenied):
        vul_in(verband, maak_gebruiker(Rol.COLLEGE))


def test_zonder_gepubliceerde_handreiking_is_er_niets_in_te_vullen(door: Gebruiker) -> None:
    with pytest.raises(ValidationError, match="nog niet gepubliceerd"):
        vul_in(maak_verband(), door)


def test_een_nieuwe_versie_verandert_alleen_wat_daarna_wordt_ingevuld(
    verband: Samenwerkingsverband, door: Gebruiker
) -> None:
    vul_in(verband, door)
    beheerder = maak_gebruiker(Rol.BEHEERDER)
    soort = Instrumentversie.Soort.RELEVANTIE
    concept = instrumenten.begin_concept(soort=soort, door=beheerder, op=NU)
    inhoud = {**concept.inhoud, "advies": {**concept.inhoud["advies"]}}
    inhoud["advies"]["telling"] = [{**regel, "klasse": "ambtelijk_belangrijk"} for regel in inhoud["advies"]["telling"]]
    inhoud["advies"]["altijd_minstens"] = []
    concept = instrumenten.wijzig_concept(concept=concept, versie=1, inhoud=inhoud, door=beheerder, op=NU)
    instrumenten.publiceer(concept=concept, versie=concept.versie, toelichting="anders", door=beheerder, op=NU)
    vul_in(verband, door, jaar=2027)
    klassen = {jaar: ingevuld([verband.id], jaar, None)[verband.id].voorstel.klasse.id for jaar in (2026, 2027)}
    assert klassen == {2026: "politiek_zeer_belangrijk", 2027: "ambtelijk_belangrijk"}
