"""The list goes from concept to adopted, with four eyes, and then stays as it is."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import Error, connection, transaction

from samenwerkingswijzer.bevriezen import controlegetal
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_verband
from verbanden.handelingen import edities
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Editie, VastgesteldeLijst

pytestmark = pytest.mark.django_db
GEGEVENS = {"jaar": 2027, "partijen": []}
OMZEIL = """
    SELECT set_config('pgtrigger.ignore', (
        SELECT '{' || string_agg(DISTINCT tgname::text, ',') || '}' FROM pg_trigger WHERE NOT tgisinternal
    ), true)
"""


def klaar() -> tuple[Editie, Any]:
    """An edition that is ready, and who put it so."""
    griffier = maak_gebruiker(Rol.GRIFFIE)
    editie = edities.begin(soort="begroting", jaar=2027, door=griffier, op=NU)
    return edities.zet_klaar(editie=editie, ontbreekt=0, door=griffier, op=NU), griffier


def vastgesteld() -> VastgesteldeLijst:
    editie, _ = klaar()
    wie = maak_gebruiker(Rol.CONTROLLER)
    return edities.stel_vast(editie=editie, gegevens=GEGEVENS, pdf=b"%PDF", ontbreekt=0, door=wie, op=NU)


def test_van_concept_naar_vastgesteld() -> None:
    lijst = vastgesteld()
    assert lijst.editie.status == Editie.Status.VASTGESTELD
    assert lijst.editie.peildatum == NU.date()
    assert lijst.gegevens_sha256 == controlegetal(GEGEVENS)
    assert list(Gebeurtenis.objects.order_by("id").values_list("wat", flat=True)) == [
        "aangemaakt",
        "klaargezet",
        "vastgesteld",
    ]


def test_zolang_de_wet_iets_mist_staat_niets_klaar() -> None:
    wie = maak_gebruiker(Rol.GRIFFIE)
    editie = edities.begin(soort="begroting", jaar=2027, door=wie, op=NU)
    with pytest.raises(ValidationError, match="ontbreken nog 2"):
        edities.zet_klaar(editie=editie, ontbreekt=2, door=wie, op=NU)


def test_vier_ogen() -> None:
    editie, griffier = klaar()
    with pytest.raises(ValidationError, match="Iemand anders"):
        edities.stel_vast(editie=editie, gegevens=GEGEVENS, pdf=b"x", ontbreekt=0, door=griffier, op=NU)
    assert VastgesteldeLijst.objects.count() == 0


def test_wie_het_laatst_bewerkte_stelt_ook_niet_vast() -> None:
    schrijver, griffier = maak_gebruiker(Rol.CONTROLLER), maak_gebruiker(Rol.GRIFFIE)
    editie = edities.begin(soort="begroting", jaar=2027, door=griffier, op=NU)
    editie = edities.schrijf(editie=editie, waarden={"visie": "Samen."}, versie=editie.versie, door=schrijver, op=NU)
    editie = edities.zet_klaar(editie=editie, ontbreekt=0, door=griffier, op=NU)
    with pytest.raises(ValidationError, match="Iemand anders"):
        edities.stel_vast(editie=editie, gegevens=GEGEVENS, pdf=b"x", ontbreekt=0, door=schrijver, op=NU)


def test_een_klaargezette_lijst_verandert_niet_meer() -> None:
    editie, griffier = klaar()
    with pytest.raises(ValidationError, match="Alleen een concept"):
        edities.schrijf(editie=editie, waarden={"visie": "x"}, versie=editie.versie, door=griffier, op=NU)


def test_een_oude_versie_overschrijft_niets() -> None:
    wie = maak_gebruiker(Rol.GRIFFIE)
    editie = edities.begin(soort="begroting", jaar=2027, door=wie, op=NU)
    edities.schrijf(editie=editie, waarden={"visie": "Eerst."}, versie=1, door=wie, op=NU)
    with pytest.raises(VersieConflict):
        edities.schrijf(editie=editie, waarden={"visie": "Later."}, versie=1, door=wie, op=NU)


def test_een_correctie_is_een_nieuwe_editie_die_zegt_wat_zij_vervangt() -> None:
    oud = vastgesteld().editie
    wie = maak_gebruiker(Rol.GRIFFIE)
    nieuw = edities.begin(soort="begroting", jaar=2027, door=wie, op=NU, correctie="Typefout in het belang.")
    assert (nieuw.nummer, nieuw.vervangt_id) == (2, oud.id)
    with pytest.raises(ValidationError, match="al een concept"):
        edities.begin(soort="begroting", jaar=2027, door=wie, op=NU, correctie="Nog een.")


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.ACCOUNTHOUDER])
def test_wie_geen_recht_heeft_maakt_geen_lijst(rol: Rol) -> None:
    with pytest.raises(PermissionDenied):
        edities.begin(soort="begroting", jaar=2027, door=maak_gebruiker(rol), op=NU)


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE verbanden_vastgesteldelijst SET pdf = 'anders'",
        "UPDATE verbanden_vastgesteldelijst SET gegevens = '{}'",
        "DELETE FROM verbanden_vastgesteldelijst",
        "TRUNCATE verbanden_vastgesteldelijst",
        "TRUNCATE verbanden_editie CASCADE",
        "UPDATE verbanden_editie SET visie = 'anders'",
        "UPDATE verbanden_editie SET status = 'concept', peildatum = NULL, klaargezet_door_id = NULL",
        "DELETE FROM verbanden_editie",
        "UPDATE verbanden_historicaleditie SET visie = 'anders'",
        "DELETE FROM verbanden_historicaleditie",
        "TRUNCATE verbanden_historicaleditie",
        "UPDATE verbanden_historicalsamenwerkingsverband SET naam = 'anders'",
        "DELETE FROM samenwerkingswijzer_gebeurtenis",
        "UPDATE samenwerkingswijzer_gebeurtenis SET wat = 'gewijzigd'",
    ],
)
@pytest.mark.parametrize("omzeild", [False, True], ids=["gewoon", "omzeild"])
def test_de_database_weigert_elke_verandering_na_het_vaststellen(opdracht: str, omzeild: bool) -> None:
    """Also when the session asks the triggers to look away."""
    lijst = vastgesteld()
    maak_verband()
    with pytest.raises(Error):
        voer_uit(*([OMZEIL] if omzeild else []), opdracht)
    lijst.refresh_from_db()
    assert (bytes(lijst.pdf), lijst.gegevens, lijst.editie.visie) == (b"%PDF", GEGEVENS, "")


def test_vastgesteld_zonder_bevroren_inhoud_bestaat_niet() -> None:
    klaar()
    with pytest.raises(Error, match="frozen content"):
        voer_uit("UPDATE verbanden_editie SET status = 'vastgesteld'", "SET CONSTRAINTS ALL IMMEDIATE")


def test_een_gewone_trigger_is_wel_te_omzeilen() -> None:
    """So the question above is the right one, and the guards above really stand without that door."""
    edities.begin(soort="begroting", jaar=2027, door=maak_gebruiker(Rol.GRIFFIE), op=NU)
    with pytest.raises(Error):
        voer_uit("UPDATE verbanden_editie SET jaar = 2028")
    voer_uit(OMZEIL, "UPDATE verbanden_editie SET jaar = 2028")
    assert Editie.objects.get().jaar == 2028


@transaction.atomic
def voer_uit(*opdrachten: str) -> None:
    """Run raw SQL, all or nothing."""
    with connection.cursor() as cursor:
        for opdracht in opdrachten:
            cursor.execute(opdracht)
