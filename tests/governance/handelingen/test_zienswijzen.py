"""Acts of a zienswijze: who may take which step, from where and when; mending says why; nobody overwrites unseen."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from governance.handelingen import zienswijzen, zienswijzepunten
from governance.models import VOLGENDE_ZIENSWIJZESTATUS, Zienswijze, Zienswijzepunt, Zienswijzestatus
from governance.zienswijze.stappen import GEEN, ONTWERP, RAADSTEKST, STAPPEN, VASTGESTELD, Stap, gedaan, kan
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_accounthouder, maak_gebruiker, maak_organisatie, maak_verband
from tests.governance.zienswijze.opzet import FEITEN, S, maak_andere, maak_punt, maak_zienswijze
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Samenwerkingsverband

pytestmark = pytest.mark.django_db
ONTWERPFEITEN = {"aanduiding": "", "ontvangen_op": date(2026, 4, 13), "gevraagd_voor": None, "vergadering": None,
                 "ontwerp_url": ""}  # fmt: skip


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return maak_verband(wgr_hoofdstuk="I")


def wie(rol: Rol, verband: Samenwerkingsverband) -> Gebruiker:
    gebruiker = maak_gebruiker(rol)
    if rol is Rol.ACCOUNTHOUDER:
        maak_accounthouder(verband, gebruiker)
    return gebruiker


def doe(rij: Zienswijze, stap: Stap, door: Gebruiker, **opties: Any) -> Zienswijze:
    """Take a step with the facts that go with it, as somebody who saw the newest version."""
    waarden = opties.pop("waarden", FEITEN.get(stap.status) or ONTWERPFEITEN)
    versie = opties.pop("versie", Zienswijze.objects.get(pk=rij.pk).versie)
    return zienswijzen.zet_stap(
        zienswijze=Zienswijze.objects.get(pk=rij.pk), stap=stap, waarden=waarden, versie=versie, door=door, op=NU,
        **opties,
    )  # fmt: skip


def test_a_whole_dossier_by_who_may(verband: Samenwerkingsverband) -> None:
    houder, griffier = wie(Rol.ACCOUNTHOUDER, verband), wie(Rol.GRIFFIE, verband)
    waarden = {"stuk": "begroting", "jaar": 2027, **ONTWERPFEITEN}
    rij = zienswijzen.begin(verband=verband, waarden=waarden, door=houder, op=NU)
    punt = zienswijzepunten.voeg_punt_toe(
        zienswijze=rij, waarden={"vraag": "Spreid het", "waarom": "Geld"}, door=houder, op=NU
    )
    for sleutel in ("advies", "raadstekst", "vastgesteld", "verzonden"):
        doe(rij, STAPPEN[sleutel], houder if sleutel == "advies" else griffier)
    doe(rij, STAPPEN["antwoord"], houder, punten={punt.pk: (1, {"antwoord": "Ja", "oordeel": "niet"})})
    punt.refresh_from_db()
    assert (punt.antwoord, punt.oordeel) == ("Ja", "")
    doe(
        rij,
        STAPPEN["oordeel"],
        griffier,
        punten={punt.pk: (2, {"oordeel": "overgenomen", "toelichting": "", "vervolg": ""})},
    )
    rij.refresh_from_db()
    punt.refresh_from_db()
    assert (rij.status, punt.oordeel) == (S.BEOORDEELD, "overgenomen")
    events = list(
        Gebeurtenis.objects.filter(object_soort="governance.zienswijze").order_by("id").values_list("wat", flat=True)
    )
    assert events == [
        Handeling.AANGEMAAKT,
        Handeling.GEWIJZIGD,
        Handeling.GEWIJZIGD,
        Handeling.VASTGESTELD,
        Handeling.GEWIJZIGD,
        Handeling.BEANTWOORD,
        Handeling.GEWIJZIGD,
    ]


@pytest.mark.parametrize(("status", "sleutel"), list(product(Zienswijzestatus, STAPPEN)), ids=str)
def test_a_step_is_taken_from_where_the_table_allows(status: S, sleutel: str, verband: Samenwerkingsverband) -> None:
    rij, stap = maak_zienswijze(verband, status), STAPPEN[sleutel]
    door = wie(Rol.COLLEGE, verband) if sleutel == "advies" else wie(Rol.GRIFFIE, verband)
    mag = stap.status in VOLGENDE_ZIENSWIJZESTATUS[status]
    assert kan(rij, stap) == (
        mag
        or (
            gedaan(rij, stap)
            and not (stap is RAADSTEKST and status in ("vastgesteld", "verzonden", "beantwoord", "beoordeeld"))
        )
    )
    if mag:
        assert doe(rij, stap, door).status == stap.status
    elif not gedaan(rij, stap):
        with pytest.raises(ValidationError, match="Deze stap kan nu niet"):
            doe(rij, stap, door)
        assert Zienswijze.objects.get(pk=rij.pk).status == status


MAG = {
    "ontwerp": {Rol.GRIFFIE, Rol.ACCOUNTHOUDER},
    "advies": {Rol.COLLEGE, Rol.ACCOUNTHOUDER},
    "raadstekst": {Rol.GRIFFIE},
    "vastgesteld": {Rol.GRIFFIE},
    "verzonden": {Rol.GRIFFIE},
    "antwoord": {Rol.GRIFFIE, Rol.ACCOUNTHOUDER},
    "oordeel": {Rol.GRIFFIE, Rol.ACCOUNTHOUDER},
    "geen": {Rol.GRIFFIE},
}
VOORAF = {
    "ontwerp": S.ONTVANGEN,
    "advies": S.ONTVANGEN,
    "raadstekst": S.ONTVANGEN,
    "vastgesteld": S.RAADSTEKST,
    "verzonden": S.VASTGESTELD,
    "antwoord": S.VERZONDEN,
    "oordeel": S.BEANTWOORD,
    "geen": S.RAADSTEKST,
}


@pytest.mark.parametrize(("sleutel", "rol"), list(product(STAPPEN, Rol)), ids=str)
def test_who_may_take_a_step(sleutel: str, rol: Rol, verband: Samenwerkingsverband) -> None:
    rij, stap, door = maak_zienswijze(verband, VOORAF[sleutel]), STAPPEN[sleutel], wie(rol, verband)
    if rol in MAG[sleutel]:
        doe(rij, stap, door)
    else:
        with pytest.raises(PermissionDenied):
            doe(rij, stap, door)


def test_an_accounthouder_of_another_partnership_may_not(verband: Samenwerkingsverband) -> None:
    ander = wie(Rol.ACCOUNTHOUDER, maak_verband())
    with pytest.raises(PermissionDenied):
        doe(maak_zienswijze(verband), STAPPEN["advies"], ander)
    with pytest.raises(PermissionDenied):
        zienswijzen.begin(verband=verband, waarden={}, door=ander, op=NU)


def test_no_day_lies_in_the_future(verband: Samenwerkingsverband) -> None:
    griffier, morgen = wie(Rol.GRIFFIE, verband), VANDAAG + timedelta(days=1)
    with pytest.raises(ValidationError, match="toekomst"):
        doe(maak_zienswijze(verband), GEEN, griffier, waarden={"geen_op": morgen, "geen_reden": "x"})
    with pytest.raises(ValidationError, match="toekomst"):
        zienswijzen.begin(
            verband=verband, waarden={"stuk": "kader", "jaar": 2027, "ontvangen_op": morgen}, door=griffier, op=NU
        )


def test_mending_says_why_and_keeps_the_state(verband: Samenwerkingsverband) -> None:
    rij, griffier = maak_zienswijze(verband, S.VERZONDEN), wie(Rol.GRIFFIE, verband)
    anders = {"vastgesteld_op": date(2026, 5, 6), "stemming": "x", "besluit_url": ""}
    with pytest.raises(ValidationError, match="waarom"):
        doe(rij, VASTGESTELD, griffier, waarden=anders)
    doe(rij, VASTGESTELD, griffier, waarden=anders, reden="Verkeerde dag")
    rij.refresh_from_db()
    assert (rij.status, rij.stemming) == (S.VERZONDEN, "x")
    assert rij.history.first().history_change_reason == "Verkeerde dag"
    versie = rij.versie
    doe(rij, VASTGESTELD, griffier, waarden=anders)
    rij.refresh_from_db()
    assert rij.versie == versie
    with pytest.raises(ValidationError, match="kan nu niet"):
        doe(rij, RAADSTEKST, griffier, waarden={"raadstekst": "anders"}, reden="toch")


def test_a_step_writes_only_its_own_facts(verband: Samenwerkingsverband) -> None:
    rij, griffier = maak_zienswijze(verband, S.RAADSTEKST), wie(Rol.GRIFFIE, verband)
    waarden = {**FEITEN[S.VASTGESTELD], "raadstekst": "gekaapt", "status": "beoordeeld", "verband": maak_verband().pk}
    doe(rij, VASTGESTELD, griffier, waarden=waarden)
    rij.refresh_from_db()
    assert (rij.status, rij.raadstekst, rij.verband_id) == (S.VASTGESTELD, "verzonnen **raadstekst**", verband.pk)


def test_nobody_overwrites_a_step_unseen(verband: Samenwerkingsverband) -> None:
    rij, houder = maak_zienswijze(verband, S.ADVIES), wie(Rol.ACCOUNTHOUDER, verband)
    oud = rij.versie
    vast = {**FEITEN[S.ADVIES], "adviestekst": "eerst"}
    doe(rij, STAPPEN["advies"], houder, waarden=vast, reden="x")
    with pytest.raises(VersieConflict):
        doe(rij, STAPPEN["advies"], houder, waarden={**vast, "adviestekst": "later"}, versie=oud, reden="x")
    assert Zienswijze.objects.get(pk=rij.pk).adviestekst == "eerst"


def test_a_point_that_changed_stops_the_whole_step(verband: Samenwerkingsverband) -> None:
    rij, griffier = maak_zienswijze(verband, S.VERZONDEN, punten=2), wie(Rol.GRIFFIE, verband)
    een, twee = Zienswijzepunt.objects.filter(zienswijze=rij)
    doe(rij, STAPPEN["antwoord"], griffier, punten={een.pk: (1, {"antwoord": "ja"}), twee.pk: (1, {"antwoord": "nee"})})
    with pytest.raises(VersieConflict):
        doe(rij, STAPPEN["oordeel"], griffier, punten={een.pk: (9, {"oordeel": "niet"})})
    assert Zienswijze.objects.get(pk=rij.pk).status == S.BEANTWOORD
    with pytest.raises(ValidationError, match="niet meer"):
        doe(rij, STAPPEN["oordeel"], griffier, punten={maak_punt(maak_zienswijze()).pk: (1, {})})


def test_points_until_the_raad_decides(verband: Samenwerkingsverband) -> None:
    rij, college = maak_zienswijze(verband), wie(Rol.COLLEGE, verband)
    punt = zienswijzepunten.voeg_punt_toe(zienswijze=rij, waarden={"vraag": "A", "waarom": "B"}, door=college, op=NU)
    tweede = zienswijzepunten.voeg_punt_toe(zienswijze=rij, waarden={"vraag": "C", "waarom": "D"}, door=college, op=NU)
    assert (punt.volgorde, tweede.volgorde) == (1, 2)
    zienswijzepunten.wijzig_punt(punt=punt, waarden={"vraag": "Anders"}, versie=1, door=college, op=NU)
    with pytest.raises(VersieConflict):
        zienswijzepunten.wijzig_punt(punt=punt, waarden={"vraag": "Weer"}, versie=1, door=college, op=NU)
    zienswijzepunten.haal_punt_weg(punt=tweede, versie=1, door=college, op=NU)
    assert [rij.vraag for rij in Zienswijzepunt.objects.all()] == ["Anders"]
    vast = maak_zienswijze(maak_verband(), S.VASTGESTELD, punten=1)
    oud = Zienswijzepunt.objects.get(zienswijze=vast)
    for doen in (
        lambda: zienswijzepunten.voeg_punt_toe(zienswijze=vast, waarden={"vraag": "A"}, door=college, op=NU),
        lambda: zienswijzepunten.wijzig_punt(punt=oud, waarden={"vraag": "A"}, versie=1, door=college, op=NU),
        lambda: zienswijzepunten.haal_punt_weg(punt=oud, versie=1, door=college, op=NU),
    ):
        with pytest.raises(ValidationError, match="al besloten"):
            doen()


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.CONTROLLER, Rol.BEHEERDER])
def test_who_proposes_no_points(rol: Rol, verband: Samenwerkingsverband) -> None:
    with pytest.raises(PermissionDenied):
        zienswijzepunten.voeg_punt_toe(
            zienswijze=maak_zienswijze(verband), waarden={"vraag": "A", "waarom": "B"}, door=wie(rol, verband), op=NU
        )


def test_other_councils(verband: Samenwerkingsverband) -> None:
    rij, griffier, organisatie = maak_zienswijze(verband), wie(Rol.GRIFFIE, verband), maak_organisatie()
    waarden = {"organisatie": organisatie.pk, "kort": "Ook", "bron": "brief", "url": ""}
    andere = zienswijzepunten.voeg_andere_toe(zienswijze=rij, waarden=waarden, door=griffier, op=NU)
    zienswijzepunten.wijzig_andere(
        rij=andere, waarden={"kort": "Niet", "organisatie": 9}, versie=1, door=griffier, op=NU
    )
    andere.refresh_from_db()
    assert (andere.kort, andere.organisatie_id) == ("Niet", organisatie.pk)
    with pytest.raises(VersieConflict):
        zienswijzepunten.haal_andere_weg(rij=andere, versie=1, door=griffier, op=NU)
    zienswijzepunten.haal_andere_weg(rij=andere, versie=2, door=griffier, op=NU)
    with pytest.raises(PermissionDenied):
        zienswijzepunten.wijzig_andere(
            rij=maak_andere(rij, organisatie), waarden={}, versie=1, door=wie(Rol.COLLEGE, verband), op=NU
        )


def test_the_facts_of_the_draft_can_be_mended(verband: Samenwerkingsverband) -> None:
    rij, houder = maak_zienswijze(verband, S.BEOORDEELD), wie(Rol.ACCOUNTHOUDER, verband)
    doe(rij, ONTWERP, houder, waarden={**ONTWERPFEITEN, "vergadering": date(2026, 7, 9)}, reden="Nu bekend")
    assert Zienswijze.objects.get(pk=rij.pk).vergadering == date(2026, 7, 9)
