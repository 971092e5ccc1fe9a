"""Acts on a partnership and its rows: right, version, history, audit, all or nothing."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from samenwerkingswijzer import historie
from samenwerkingswijzer.models import Gebeurtenis
from samenwerkingswijzer.models.gebeurtenis import Handeling
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import (
    NU,
    maak_accounthouder,
    maak_gebruiker,
    maak_programma,
    maak_risico,
    maak_verband,
)
from verbanden.handelingen import controles, deelnemers, rijen, standen
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Deelname, Organisatie, Programma, Programmadeel, Risico, StandVanZaken

pytestmark = pytest.mark.django_db
RISICO = {"omschrijving": "Verzonnen tegenvaller", "kans": "klein", "gedekt": "nee"}


def gebeurtenissen() -> list[tuple[str, str, Any]]:
    return list(Gebeurtenis.objects.order_by("id").values_list("wat", "object_soort", "wie"))


def test_wijzigen_laat_geschiedenis_en_gebeurtenis_na() -> None:
    verband, door = maak_verband(doel="Oud"), maak_gebruiker(Rol.CONTROLLER)
    anders = rijen.wijzig_verband(
        verband=verband, versie=1, waarden={"doel": "Nieuw"}, door=door, op=NU + timedelta(hours=1), reden="omdat"
    )
    laatste = verband.history.first()
    assert anders == ["doel"]
    assert (laatste.doel, laatste.versie, laatste.history_user, laatste.history_change_reason) == (
        "Nieuw",
        2,
        door,
        "omdat",
    )
    assert laatste.history_date == NU + timedelta(hours=1)
    assert gebeurtenissen() == [(Handeling.GEWIJZIGD, "verbanden.samenwerkingsverband", door.pk)]


def test_niets_veranderd_is_niets_geschreven() -> None:
    verband, door = maak_verband(doel="Zelfde"), maak_gebruiker(Rol.CONTROLLER)
    assert rijen.wijzig_verband(verband=verband, versie=1, waarden={"doel": "Zelfde"}, door=door, op=NU) == []
    assert (verband.history.count(), gebeurtenissen()) == (1, [])


def test_toevoegen_wijzigen_weghalen() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    vast: dict[str, Any] = {"verband": verband, "door": door}
    rij = rijen.voeg_toe(model=Risico, waarden=RISICO, op=NU, **vast)
    rijen.wijzig(rij=rij, versie=1, waarden={"kans": "groot"}, op=NU + timedelta(minutes=1), **vast)
    rijen.haal_weg(rij=rij, versie=2, op=NU + timedelta(minutes=2), **vast)
    assert [regel.history_type for regel in Risico.history.order_by("history_id")] == ["+", "~", "-"]
    assert [wat for wat, _, _ in gebeurtenissen()] == [Handeling.AANGEMAAKT, Handeling.GEWIJZIGD, Handeling.VERWIJDERD]


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.COLLEGE, Rol.GRIFFIE, Rol.ACCOUNTHOUDER])
def test_zonder_recht_geen_handeling(rol: Rol) -> None:
    verband, door = maak_verband(), maak_gebruiker(rol)
    rij = maak_risico(verband)
    pogingen = [
        lambda: rijen.wijzig_verband(verband=verband, versie=1, waarden={"doel": "x"}, door=door, op=NU),
        lambda: rijen.voeg_toe(verband=verband, model=Risico, waarden=RISICO, door=door, op=NU),
        lambda: rijen.wijzig(verband=verband, rij=rij, versie=1, waarden={"kans": "groot"}, door=door, op=NU),
        lambda: rijen.haal_weg(verband=verband, rij=rij, versie=1, door=door, op=NU),
        lambda: standen.beoordeel(verband=verband, waarden={}, door=door, op=NU),
        lambda: deelnemers.voeg_toe(verband=verband, waarden={}, door=door, op=NU),
    ]
    for poging in pogingen:
        with pytest.raises(PermissionDenied):
            poging()
    assert gebeurtenissen() == []


def test_accounthouder_mag_bij_eigen_verband() -> None:
    eigen, ander = maak_verband(), maak_verband()
    door = maak_accounthouder(eigen)
    rijen.wijzig_verband(verband=eigen, versie=1, waarden={"doel": "Van mij"}, door=door, op=NU)
    with pytest.raises(PermissionDenied):
        rijen.wijzig_verband(verband=ander, versie=1, waarden={"doel": "Niet van mij"}, door=door, op=NU)


@pytest.mark.parametrize("versie", [None, 1, 99])
def test_oude_versie_wordt_geweigerd(versie: int | None) -> None:
    verband, door = maak_verband(doel="Een"), maak_gebruiker(Rol.CONTROLLER)
    rijen.wijzig_verband(verband=verband, versie=1, waarden={"doel": "Twee"}, door=door, op=NU)
    with pytest.raises(VersieConflict) as botsing:
        rijen.wijzig_verband(verband=verband, versie=versie, waarden={"doel": "Drie"}, door=door, op=NU)
    huidig, basis = botsing.value.huidig, botsing.value.basis
    assert (getattr(huidig, "doel", None), basis and basis.doel) == ("Twee", "Een" if versie == 1 else None)


def test_ander_onderdeel_botst_niet_en_houdt_de_volgorde_van_de_tijd() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    later = NU + timedelta(seconds=5)
    rijen.wijzig_verband(verband=verband, versie=1, waarden={"doel": "Doel"}, door=door, op=later)
    rijen.wijzig_verband(
        verband=verband, versie=1, waarden={"meerwaarde": "Meer"}, door=door, op=NU + timedelta(seconds=1)
    )
    assert verband.history.first().history_date == later + timedelta(microseconds=1)
    verband.refresh_from_db()
    assert (verband.doel, verband.meerwaarde, verband.versie) == ("Doel", "Meer", 3)


def test_weghalen_van_wat_iemand_anders_weghaalde() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    rij = maak_risico(verband)
    rijen.haal_weg(verband=verband, rij=Risico.objects.get(), versie=1, door=door, op=NU)
    with pytest.raises(VersieConflict) as botsing:
        rijen.wijzig(verband=verband, rij=rij, versie=1, waarden={"kans": "groot"}, door=door, op=NU)
    assert botsing.value.huidig is None


def test_programmas_zijn_samen_hoogstens_honderd() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    maak_programma(verband, aandeel=Decimal(60))
    ander = Programma(naam="Ander")
    historie.bewaar(ander, door=None, op=NU)
    vast: dict[str, Any] = {
        "verband": verband,
        "door": door,
        "op": NU,
        "poort": rijen.Poort(controle=controles.programmadelen),
    }
    with pytest.raises(ValidationError, match="100,1%"):
        rijen.voeg_toe(model=Programmadeel, waarden={"programma": ander.pk, "aandeel": Decimal("40.1")}, **vast)
    rijen.voeg_toe(model=Programmadeel, waarden={"programma": ander.pk, "aandeel": Decimal(40)}, **vast)


def test_geen_risicos_en_een_risico_gaan_niet_samen() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    maak_risico(verband)
    with pytest.raises(ValidationError):
        rijen.wijzig_verband(
            verband=verband,
            versie=1,
            waarden={"geen_risicos": True},
            door=door,
            op=NU,
            poort=rijen.Poort(controle=controles.geen_risicos),
        )


def test_nieuwe_organisatie_als_deelnemer() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    waarden: dict[str, Any] = {
        "organisatie": None,
        "nieuwe_naam": "Verzonnen BV",
        "nieuwe_soort": "bedrijf",
        "organen": [],
    }
    deelnemers.voeg_toe(verband=verband, waarden=waarden, door=door, op=NU)
    assert Deelname.objects.get().organisatie == Organisatie.objects.get(naam="Verzonnen BV")
    assert [soort for _, soort, _ in gebeurtenissen()] == ["verbanden.organisatie", "verbanden.deelname"]


def test_oordeel_op_naam_van_wie_het_geeft() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    waarden = {"oordeel": "op_koers", "trend": "gelijk", "zin": "Het loopt zoals afgesproken.", "datum": NU.date()}
    standen.beoordeel(verband=verband, waarden=waarden, door=door, op=NU)
    assert StandVanZaken.objects.get().auteur == door


@pytest.mark.parametrize("na", range(4))
def test_een_fout_onderweg_laat_niets_achter(na: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Injects a failure after each write of the act with most writes: organisation, its event, row, its event."""
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)
    teller = {"n": 0}

    def stuk(schrijf: Any) -> Any:
        def met_fout(*args: Any, **opties: Any) -> Any:
            uit = schrijf(*args, **opties)
            teller["n"] += 1
            if teller["n"] > na:
                raise RuntimeError("stroomstoring")
            return uit

        return met_fout

    for module in (deelnemers, rijen):
        monkeypatch.setattr(module, "bewaar", stuk(historie.bewaar))
        monkeypatch.setattr(module, "leg_vast", stuk(module.leg_vast))
    waarden: dict[str, Any] = {
        "organisatie": None,
        "nieuwe_naam": "Verzonnen BV",
        "nieuwe_soort": "bedrijf",
        "organen": [],
    }
    with pytest.raises(RuntimeError):
        deelnemers.voeg_toe(verband=verband, waarden=waarden, door=door, op=NU)
    assert (teller["n"], Organisatie.objects.count(), Deelname.objects.count(), gebeurtenissen()) == (na + 1, 0, 0, [])
    assert (Organisatie.history.count(), Deelname.history.count()) == (0, 0)
