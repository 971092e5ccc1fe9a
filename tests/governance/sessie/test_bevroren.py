"""What the database itself refuses, also to whoever writes SQL and asks the triggers to look away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import Error, connection, transaction

from governance.handelingen.sessiebesluiten import Vraagstuk
from governance.models import Sessie, Sessiestatus
from samenwerkingswijzer.bevriezen import controlegetal
from tests.governance.sessie.opzet import Zaal, zaal
from tests.verbanden.handelingen.test_edities import OMZEIL

pytestmark = pytest.mark.django_db
NA_VASTSTELLEN = (
    "UPDATE governance_sessie SET vergadering = 'anders'",
    "UPDATE governance_sessie SET status = 'bespreken', vastgesteld_op = NULL, vastgesteld_door_id = NULL",
    "DELETE FROM governance_sessie",
    "UPDATE governance_sessieverband SET mandaat = 'anders'",
    "UPDATE governance_sessieverband SET klasse = 'ambtelijk_belangrijk'",
    "DELETE FROM governance_sessieverband",
    "UPDATE governance_sessiedeelnemer SET fractie = 'anders'",
    "DELETE FROM governance_sessiedeelnemer",
    "UPDATE governance_keuzevraagstuk SET vraag = 'anders'",
    "DELETE FROM governance_keuzevraagstuk",
    (
        "INSERT INTO governance_keuzevraagstuk (versie, volgorde, vraag, mogelijkheden, sessieverband_id)"
        " SELECT 1, 9, 'nieuw', '{}', max(id) FROM governance_sessieverband"
    ),
    "UPDATE governance_vastgesteldesessie SET gegevens = '{}'",
    "DELETE FROM governance_vastgesteldesessie",
    "TRUNCATE governance_vastgesteldesessie",
    "TRUNCATE governance_sessie CASCADE",
    "UPDATE verbanden_belangrijkheid SET klasse = 'ambtelijk_belangrijk', mandaat = 'alles'",
    "DELETE FROM verbanden_belangrijkheid",
    "UPDATE governance_gescoord SET op = now()",
    "DELETE FROM governance_gescoord",
    "UPDATE governance_historicalsessie SET vergadering = 'anders'",
)
ALLEEN_OP_NAAM = (
    "UPDATE governance_score SET klasse = 'ambtelijk_belangrijk'",
    "DELETE FROM governance_score",
    "TRUNCATE governance_score",
)
ALLEEN_SAMENGEVAT = (
    "UPDATE governance_scoretelling SET aantal = aantal + 1",
    "DELETE FROM governance_scoretelling",
    "UPDATE governance_motieventelling SET zinnen = '{}'",
    (
        "INSERT INTO governance_scoretelling (kant, groep, fracties, klasse, aantal, sessieverband_id)"
        " SELECT 'raad', 'Fractie Q', '{}', 'politiek_belangrijk', 3, max(id) FROM governance_sessieverband"
    ),
)


@transaction.atomic
def voer_uit(*opdrachten: str) -> None:
    """Run raw SQL, all or nothing."""
    with connection.cursor() as cursor:
        for opdracht in opdrachten:
            cursor.execute(opdracht)


def toegestaan(*opdrachten: str) -> Iterator[str]:
    """The commands that the database lets through, plainly or when asked to look away."""
    for opdracht in opdrachten:
        for vooraf in ((), (OMZEIL,)):
            try:
                voer_uit(*vooraf, opdracht, "SET CONSTRAINTS ALL IMMEDIATE")
            except Error:
                continue
            yield opdracht


@pytest.mark.parametrize(
    ("openbaarheid", "ook"), [("op_naam", ALLEEN_OP_NAAM), ("samengevat", ALLEEN_SAMENGEVAT)], ids=["naam", "samen"]
)
def test_na_vaststellen_verandert_er_niets(openbaarheid: str, ook: tuple[str, ...]) -> None:
    z = _vastgesteld(openbaarheid)
    assert list(toegestaan(*NA_VASTSTELLEN, *ook)) == []
    assert controlegetal(z.nu().vastgesteld.gegevens) == z.nu().vastgesteld.gegevens_sha256


def _vastgesteld(openbaarheid: str) -> Zaal:
    z = zaal(openbaarheid).tot(Sessiestatus.BESPREKEN)
    z.besluit(vraagstukken=[Vraagstuk("Hoeveel?", ("Meer", "Minder"))])
    z.stel_vast()
    return z


NIEUWE_SCORE = (
    "INSERT INTO governance_score (klasse, redenen, zin, op, deelnemer_id, sessieverband_id)"
    " SELECT 'politiek_belangrijk', '{}', '', now(), d.id, v.id"
    " FROM governance_sessiedeelnemer d, governance_sessieverband v"
    " WHERE NOT EXISTS (SELECT 1 FROM governance_score s WHERE s.deelnemer_id = d.id AND s.sessieverband_id = v.id)"
    " LIMIT 1"
)


@pytest.mark.parametrize("status", [Sessiestatus.VOORBEREIDING, Sessiestatus.BESPREKEN, Sessiestatus.VASTGESTELD])
def test_buiten_het_scoren_komt_er_geen_score_bij(status: Sessiestatus) -> None:
    z = zaal("op_naam")
    if status is not Sessiestatus.VOORBEREIDING:
        z.open().sluit().besluit()
    if status is Sessiestatus.VASTGESTELD:
        z.stel_vast()
    assert z.nu().status == status
    assert list(toegestaan(NIEUWE_SCORE)) == []


def test_tijdens_het_scoren_mag_een_score_erbij_maar_niet_weg() -> None:
    z = zaal("op_naam").open()
    z.scoor(z.raad[1])
    voer_uit(NIEUWE_SCORE)
    assert list(toegestaan("DELETE FROM governance_score", "TRUNCATE governance_score")) == []


def test_van_een_vreemde_of_wie_weg_is_komt_geen_score() -> None:
    z = zaal("op_naam").open()
    voer_uit("UPDATE governance_sessiedeelnemer SET verwijderd_op = now(), telt_mee = false")
    assert list(toegestaan(NIEUWE_SCORE)) == []
    assert z.nu().status == Sessiestatus.SCOREN


@pytest.mark.parametrize(
    "opdracht",
    [
        "UPDATE governance_sessie SET openbaarheid = 'op_naam'",
        "UPDATE governance_sessie SET toon_vorig = NOT toon_vorig",
        "UPDATE governance_sessie SET toon_voorstel = NOT toon_voorstel",
        "UPDATE governance_sessie SET status = 'voorbereiding', geopend_op = NULL, geopend_door_id = NULL",
        (
            "UPDATE governance_sessie SET status = 'vastgesteld', gesloten_op = now(),"
            " gesloten_door_id = geopend_door_id, vastgesteld_op = now(), vastgesteld_door_id = geopend_door_id"
        ),
    ],
)
def test_na_openen_ligt_de_keuze_vast_en_gaat_niets_terug(opdracht: str) -> None:
    zaal().open()
    assert list(toegestaan(opdracht)) == []


def test_een_samengevatte_sessie_sluit_niet_met_scores_van_personen() -> None:
    z = zaal().open()
    z.scoor(z.raad[1])
    sluit = "UPDATE governance_sessie SET status = 'bespreken', gesloten_op = now(), gesloten_door_id = geopend_door_id"
    assert list(toegestaan(sluit)) == []
    with pytest.raises(Error, match="holds no score"):
        voer_uit(sluit, "SET CONSTRAINTS ALL IMMEDIATE")


def test_vaststellen_zonder_bevroren_inhoud_of_door_wie_vastlegde_bestaat_niet() -> None:
    zaal().tot(Sessiestatus.BESPREKEN).besluit()
    stap = (
        "UPDATE governance_sessie SET status = 'vastgesteld', vastgesteld_op = now(),"
        " vastgesteld_door_id = geopend_door_id"
    )
    with pytest.raises(Error, match="frozen content"):
        voer_uit(stap, "SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(Error, match="somebody else"):
        voer_uit(
            "INSERT INTO governance_vastgesteldesessie"
            " (gegevens, gegevens_sha256, pdf, pdf_sha256, op, sessie_id, door_id)"
            " SELECT '{}', '', '', '', now(), id, voorzitter_id FROM governance_sessie"
        )
    assert Sessie.objects.get().status == Sessiestatus.BESPREKEN
