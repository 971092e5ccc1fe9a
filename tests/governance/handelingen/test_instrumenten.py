"""Versions of an instrument: a concept is changed and published; what was published stays, for the database too."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import Error, connection, transaction

from governance.handelingen import afwegingen, instrumenten
from governance.instrumenten import eigen_invulling
from governance.models import Instrumentversie
from samenwerkingswijzer.functies import register
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_afwegingskader, maak_gebruiker, maak_verband
from tests.verbanden.handelingen.test_edities import OMZEIL
from verbanden.handelingen.vergrendeling import VersieConflict

pytestmark = pytest.mark.django_db
SOORT = Instrumentversie.Soort.AFWEGINGSKADER.value


@pytest.fixture
def beheerder() -> Gebruiker:
    return maak_gebruiker(Rol.BEHEERDER)


@pytest.fixture
def concept(beheerder: Gebruiker) -> Instrumentversie:
    maak_afwegingskader()
    return instrumenten.begin_concept(soort=SOORT, door=beheerder, op=NU)


def test_de_eerste_vulling_komt_er_maar_een_keer() -> None:
    assert register.inrichten(NU)[:5] == [
        "Afwegingskader governance, versie 1",
        "Zelf doen of samenwerken, versie 1",
        "Handreiking politieke relevantie, versie 1",
        "Prestatieladder, versie 1",
        "Evaluatiekader, versie 1",
    ]
    assert register.inrichten(NU) == []
    versie = Instrumentversie.objects.get(soort=SOORT)
    assert (versie.nummer, versie.status, versie.eigen_invulling) == (1, "gepubliceerd", True)


def test_een_concept_wordt_een_nieuwe_versie_en_oude_afwegingen_houden_de_hunne(
    concept: Instrumentversie, beheerder: Gebruiker
) -> None:
    oud = afwegingen.begin(verband=maak_verband(), aanleiding="", door=beheerder, op=NU)
    inhoud = copy.deepcopy(concept.inhoud)
    inhoud["matchregels"][0]["gewichten"]["netwerk"] = 1
    concept = instrumenten.wijzig_concept(concept=concept, versie=concept.versie, inhoud=inhoud, door=beheerder, op=NU)
    instrumenten.publiceer(
        concept=concept, versie=concept.versie, toelichting="Netwerk weegt minder.", door=beheerder, op=NU
    )
    nieuw = afwegingen.begin(verband=maak_verband(), aanleiding="", door=beheerder, op=NU)
    assert [afweging.instrument.nummer for afweging in (oud, nieuw)] == [1, 2]
    oud.refresh_from_db()
    assert oud.instrument.inhoud["matchregels"][0]["gewichten"]["netwerk"] == 3
    assert nieuw.instrument.inhoud["matchregels"][0]["gewichten"]["netwerk"] == 1


def test_een_concept_dat_niet_heel_is_wordt_niet_bewaard(concept: Instrumentversie, beheerder: Gebruiker) -> None:
    inhoud = copy.deepcopy(concept.inhoud)
    inhoud["matchregels"][0]["gewichten"]["luchtkasteel"] = 2
    with pytest.raises(ValidationError, match="gaat over een keuze die er niet is: luchtkasteel"):
        instrumenten.wijzig_concept(concept=concept, versie=concept.versie, inhoud=inhoud, door=beheerder, op=NU)


def test_een_oude_versie_van_een_concept_overschrijft_niets(concept: Instrumentversie, beheerder: Gebruiker) -> None:
    inhoud = copy.deepcopy(concept.inhoud)
    inhoud["matchregels"][0]["reden"] = "Anders."
    instrumenten.wijzig_concept(concept=concept, versie=1, inhoud=inhoud, door=beheerder, op=NU)
    with pytest.raises(VersieConflict):
        instrumenten.wijzig_concept(concept=concept, versie=1, inhoud=concept.inhoud, door=beheerder, op=NU)


def test_er_is_een_concept_tegelijk_en_publiceren_vraagt_een_toelichting(
    concept: Instrumentversie, beheerder: Gebruiker
) -> None:
    with pytest.raises(ValidationError, match="al een concept"):
        instrumenten.begin_concept(soort=SOORT, door=beheerder, op=NU)
    with pytest.raises(ValidationError, match="Schrijf op wat er"):
        instrumenten.publiceer(concept=concept, versie=concept.versie, toelichting=" ", door=beheerder, op=NU)


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEHEERDER])
def test_alleen_de_beheerder_verandert_een_instrument(concept: Instrumentversie, rol: Rol) -> None:
    ander = maak_gebruiker(rol)
    with pytest.raises(PermissionDenied):
        instrumenten.wijzig_concept(concept=concept, versie=1, inhoud=concept.inhoud, door=ander, op=NU)
    with pytest.raises(PermissionDenied):
        instrumenten.publiceer(concept=concept, versie=1, toelichting="x", door=ander, op=NU)


@pytest.mark.parametrize("omzeild", [False, True])
@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE governance_instrumentversie SET inhoud = '{}'",
        "UPDATE governance_instrumentversie SET status = 'concept', gepubliceerd_op = NULL",
        "DELETE FROM governance_instrumentversie",
    ],
)
def test_de_database_laat_een_gepubliceerde_versie_zoals_zij_is(opdracht: str, omzeild: bool) -> None:
    versie = maak_afwegingskader()
    with pytest.raises(Error):
        voer_uit(*([OMZEIL] if omzeild else []), opdracht)
    versie.refresh_from_db()
    assert versie.status == "gepubliceerd"


@transaction.atomic
def voer_uit(*opdrachten: str) -> None:
    with connection.cursor() as cursor:
        for opdracht in opdrachten:
            cursor.execute(opdracht)


def nieuwere(**anders: str) -> dict[str, Any]:
    """Our own filling, one edition later."""
    inhoud = eigen_invulling(SOORT)
    inhoud["instrument"] |= {"versie": "99.0", "anders": "Een nieuwe vraag."} | anders
    return inhoud


def test_een_nieuwere_vulling_wordt_een_nieuwe_versie_en_de_oude_blijft() -> None:
    oud = maak_afwegingskader()
    nieuw = instrumenten.laad_vulling(soort=SOORT, inhoud=nieuwere(), op=NU)
    assert nieuw is not None
    assert (nieuw.nummer, nieuw.toelichting, nieuw.status) == (2, "Een nieuwe vraag.", "gepubliceerd")
    oud.refresh_from_db()
    assert oud.inhoud == eigen_invulling(SOORT)
    assert instrumenten.laad_vulling(soort=SOORT, inhoud=nieuwere(), op=NU) is None
    assert instrumenten.laad_vulling(soort=SOORT, inhoud=eigen_invulling(SOORT), op=NU) is None


def test_wat_een_mens_publiceerde_of_begon_blijft_zoals_het_is(concept: Instrumentversie, beheerder: Gebruiker) -> None:
    assert instrumenten.laad_vulling(soort=SOORT, inhoud=nieuwere(), op=NU) is None
    instrumenten.publiceer(concept=concept, versie=concept.versie, toelichting="Van ons.", door=beheerder, op=NU)
    assert instrumenten.laad_vulling(soort=SOORT, inhoud=nieuwere(), op=NU) is None
    assert Instrumentversie.objects.geldend(SOORT).toelichting == "Van ons."
