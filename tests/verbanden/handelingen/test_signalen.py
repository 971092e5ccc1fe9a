"""Dealing with a signal and choosing a threshold: rights, sentence, agenda, versions, and no trace lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from governance.handelingen.momenten import agendeer
from governance.models import Moment
from samenwerkingswijzer.functies import Agendapunt, register
from samenwerkingswijzer.models import Gebeurtenis, Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, VANDAAG, maak_accounthouder, maak_cijfer, maak_gebruiker, maak_gemeente
from tests.verbanden.signalering.situatie import PEILDATUM, alarm, per_regel
from verbanden.handelingen import signalen
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Samenwerkingsverband, Signaalafhandeling, Signaaldrempel
from verbanden.signalering.drempels import drempels

pytestmark = pytest.mark.django_db
ZIN = "De stijging is met de raad besproken."
MORGEN = VANDAAG + timedelta(days=1)


@pytest.fixture(autouse=True)
def op_de_dag() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        maak_gemeente(NU - timedelta(days=500))
        yield


@pytest.fixture
def verband() -> Samenwerkingsverband:
    return alarm()


@pytest.fixture
def griffier() -> Gebruiker:
    return maak_gebruiker(Rol.GRIFFIE)


def handel_af(verband: Samenwerkingsverband, door: Gebruiker, regel: str = "bijdrage_sprong") -> Signaalafhandeling:
    signaal = per_regel(verband)[regel].signaal
    return signalen.handel_af(verband=verband, signaal=signaal, uitleg=ZIN, door=door, op=NU)


def test_afgehandeld_blijft_afgehandeld_tot_de_oorzaak_verandert(
    verband: Samenwerkingsverband, griffier: Gebruiker
) -> None:
    rij = handel_af(verband, griffier)
    melding = per_regel(verband)["bijdrage_sprong"]
    assert not melding.open
    assert melding.afhandeling
    assert (melding.afhandeling.uitleg, melding.afhandeling.door) == (ZIN, griffier.naam)
    assert rij.signaal == melding.signaal.zin
    maak_cijfer(verband, 2027, 2_000_000)
    assert per_regel(verband)["bijdrage_sprong"].open
    assert Gebeurtenis.objects.filter(wat="afgehandeld", wie=griffier, object_id=rij.pk).count() == 1


def test_twee_keer_afhandelen_kan_niet(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    signaal = per_regel(verband)["bijdrage_sprong"].signaal
    vast: dict[str, Any] = {"verband": verband, "signaal": signaal, "uitleg": ZIN, "door": griffier, "op": NU}
    signalen.handel_af(**vast)
    with pytest.raises(ValidationError, match="al afgehandeld"):
        signalen.handel_af(**vast)


@pytest.mark.parametrize("uitleg", ["", "te kort", "x" * 241])
def test_zonder_zin_wordt_niets_afgehandeld(verband: Samenwerkingsverband, griffier: Gebruiker, uitleg: str) -> None:
    signaal = per_regel(verband)["bijdrage_sprong"].signaal
    with pytest.raises(ValidationError):
        signalen.handel_af(verband=verband, signaal=signaal, uitleg=uitleg, door=griffier, op=NU)


@pytest.mark.parametrize(
    ("rol", "mag"),
    [
        (Rol.RAADSLID, False),
        (Rol.COLLEGE, True),
        (Rol.ACCOUNTHOUDER, False),
        (Rol.GRIFFIE, True),
        (Rol.CONTROLLER, True),
        (Rol.BEHEERDER, True),
    ],
)
def test_wie_mag_afhandelen(verband: Samenwerkingsverband, rol: Rol, mag: bool) -> None:
    wie = maak_gebruiker(rol)
    if mag:
        handel_af(verband, wie)
    else:
        with pytest.raises(PermissionDenied):
            handel_af(verband, wie)


def test_een_accounthouder_handelt_het_eigen_verband_af(verband: Samenwerkingsverband) -> None:
    handel_af(verband, maak_accounthouder(verband))
    assert Signaalafhandeling.objects.count() == 1


def test_op_de_agenda_wordt_een_moment_van_de_raad(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    signaal = per_regel(verband)["bijdrage_sprong"].signaal
    assert register.agendeer
    rij = signalen.zet_op_agenda(
        verband=verband, signaal=signaal, uitleg=ZIN, dag=MORGEN, agendeer=register.agendeer, door=griffier, op=NU
    )
    assert (rij.uitkomst, rij.agendadatum) == ("agenda", MORGEN)
    moment = Moment.objects.get(titel="Bijdrage stijgt sterk")
    assert (moment.verband_id, moment.datum, moment.wie) == (verband.pk, MORGEN, "raad")
    assert (moment.rol_raad, moment.invloed) == ("beeldvorming", ZIN)
    assert not per_regel(verband)["bijdrage_sprong"].open


def test_op_een_dag_die_voorbij_is_komt_niets_op_de_agenda(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    signaal = per_regel(verband)["bijdrage_sprong"].signaal
    gisteren = VANDAAG - timedelta(days=1)
    vast: dict[str, Any] = {
        "verband": verband,
        "signaal": signaal,
        "uitleg": ZIN,
        "door": griffier,
        "op": NU,
        "agendeer": agendeer,
    }
    with pytest.raises(ValidationError), transaction.atomic():
        signalen.zet_op_agenda(**vast, dag=gisteren)
    with pytest.raises(ValidationError), transaction.atomic():
        agendeer(Agendapunt(verband.pk, "Punt", gisteren, ZIN, griffier, NU))
    assert not Signaalafhandeling.objects.exists()


def test_lukt_het_agenderen_niet_dan_is_het_signaal_nog_open(
    verband: Samenwerkingsverband, griffier: Gebruiker
) -> None:
    def weigert(punt: Agendapunt) -> None:
        raise ValidationError("nee")

    signaal = per_regel(verband)["bijdrage_sprong"].signaal
    vast: dict[str, Any] = {
        "verband": verband,
        "signaal": signaal,
        "uitleg": ZIN,
        "door": griffier,
        "op": NU,
        "dag": MORGEN,
    }
    with pytest.raises(ValidationError), transaction.atomic():
        signalen.zet_op_agenda(**vast, agendeer=weigert)
    assert per_regel(verband)["bijdrage_sprong"].open


def test_een_raadslid_agendeert_niet(verband: Samenwerkingsverband) -> None:
    with pytest.raises(PermissionDenied):
        agendeer(Agendapunt(verband.pk, "Punt", MORGEN, ZIN, maak_gebruiker(Rol.RAADSLID), NU))


def test_weer_openen_laat_een_spoor(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    rij = handel_af(verband, griffier)
    nummer = rij.pk
    vast: dict[str, Any] = {"verband": verband, "afhandeling_id": nummer, "door": griffier, "op": NU}
    with pytest.raises(VersieConflict):
        signalen.heropen(**vast, versie=9)
    signalen.heropen(**vast, versie=1)
    with pytest.raises(VersieConflict):
        signalen.heropen(**vast, versie=1)
    assert per_regel(verband)["bijdrage_sprong"].open
    assert Signaalafhandeling.history.filter(id=nummer, history_type="-").count() == 1
    assert Gebeurtenis.objects.filter(wat="verwijderd", object_id=nummer).exists()


def test_een_afhandeling_van_een_ander_verband_gaat_niet_open(griffier: Gebruiker) -> None:
    een, ander = alarm(), alarm()
    rij = handel_af(een, griffier)
    with pytest.raises(VersieConflict):
        signalen.heropen(verband=ander, afhandeling_id=rij.pk, versie=1, door=griffier, op=NU)


def test_wat_nu_is_afgehandeld_stond_gisteren_open(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    handel_af(verband, griffier)
    with time_machine.travel(NU + timedelta(days=2)):
        toen = type(PEILDATUM).van(VANDAAG, vandaag=VANDAAG + timedelta(days=2))
        assert not per_regel(verband, toen)["bijdrage_sprong"].open


def test_een_drempel_kiezen_en_terugzetten() -> None:
    beheerder = maak_gebruiker(Rol.BEHEERDER)
    vast: dict[str, Any] = {"regel": "bijdrage_sprong", "door": beheerder, "op": NU}
    rij = signalen.kies_drempel(**vast, waarde=Decimal("7.5"), versie=None)
    assert drempels(None)["bijdrage_sprong"] == Decimal("7.5")
    with pytest.raises(VersieConflict):
        signalen.kies_drempel(**vast, waarde=Decimal(9), versie=None)
    signalen.kies_drempel(**vast, waarde=Decimal(9), versie=rij.versie)
    with pytest.raises(VersieConflict):
        signalen.standaard_drempel(**vast, versie=1)
    signalen.standaard_drempel(**vast, versie=2)
    assert drempels(None)["bijdrage_sprong"] == 5
    signalen.standaard_drempel(**vast, versie=None)


@pytest.mark.parametrize(
    ("regel", "waarde"),
    [
        ("bijdrage_sprong", -1),
        ("bijdrage_sprong", 1001),
        ("status_oud", 0),
        ("status_verslechterd", 1),
        ("verzonnen", 1),
    ],
)
def test_een_onmogelijke_drempel_wordt_geweigerd(regel: str, waarde: int) -> None:
    with pytest.raises(ValidationError):
        signalen.kies_drempel(
            regel=regel, waarde=Decimal(waarde), versie=None, door=maak_gebruiker(Rol.BEHEERDER), op=NU
        )


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not Rol.BEHEERDER])
def test_alleen_de_beheerder_kiest_drempels(rol: Rol) -> None:
    wie = maak_gebruiker(rol)
    with pytest.raises(PermissionDenied):
        signalen.kies_drempel(regel="bijdrage_sprong", waarde=Decimal(1), versie=None, door=wie, op=NU)
    with pytest.raises(PermissionDenied):
        signalen.standaard_drempel(regel="bijdrage_sprong", versie=None, door=wie, op=NU)


def test_de_database_bewaakt_zin_dag_en_regel(verband: Samenwerkingsverband, griffier: Gebruiker) -> None:
    vast: dict[str, Any] = {
        "verband": verband,
        "regel": "r",
        "merk": "m",
        "signaal": "s",
        "door": griffier,
        "datum": VANDAAG,
    }
    fout = (
        {"uitkomst": "agenda", "uitleg": ZIN},
        {"uitkomst": "afgehandeld", "uitleg": ZIN, "agendadatum": MORGEN},
        {"uitkomst": "afgehandeld", "uitleg": "te kort"},
        {"uitkomst": "verzonnen", "uitleg": ZIN},
    )
    for velden in fout:
        with pytest.raises(IntegrityError), transaction.atomic():
            Signaalafhandeling.objects.create(**vast, **velden)
    Signaaldrempel.objects.create(regel="a", waarde=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Signaaldrempel.objects.create(regel="a", waarde=2)
