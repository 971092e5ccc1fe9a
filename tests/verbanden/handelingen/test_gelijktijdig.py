"""Two real transactions at once: first that the naive way loses an update, then that ours does not."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.db import transaction

from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import NU, maak_gebruiker, maak_verband
from tests.gelijktijdig import samen
from verbanden.handelingen import jaarcijfers, rijen, verbanden
from verbanden.handelingen.jaarcijfers import Cijfer, CijferConflict
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.models import Jaarcijfer, Samenwerkingsverband

pytestmark = pytest.mark.usefixtures("leegbaar")


def test_zonder_slot_gaat_een_wijziging_verloren() -> None:
    verband = maak_verband(doel="Begin", meerwaarde="Begin")

    def naief(veld: str) -> Callable[[Barrier], None]:
        def werk(hek: Barrier) -> None:
            with transaction.atomic():
                rij = Samenwerkingsverband.objects.get(id=verband.id)
                hek.wait()
                setattr(rij, veld, "Nieuw")
                bewaar(rij, door=None, op=NU)

        return werk

    assert samen(naief("doel"), naief("meerwaarde")) == []
    verband.refresh_from_db()
    assert sorted([verband.doel, verband.meerwaarde]) == ["Begin", "Nieuw"]


def _wijzig(verband: Samenwerkingsverband, waarden: dict[str, Any], seconden: int) -> Callable[[Barrier], None]:
    door = maak_gebruiker(Rol.CONTROLLER)

    def werk(hek: Barrier) -> None:
        hek.wait()
        op = NU + timedelta(seconds=seconden)
        rijen.wijzig_verband(verband=verband, versie=1, waarden=waarden, door=door, op=op)

    return werk


@pytest.mark.parametrize("keer", range(5))
def test_twee_velden_van_twee_mensen_blijven_beide(keer: int) -> None:
    verband = maak_verband(doel="Begin", meerwaarde="Begin")
    assert samen(_wijzig(verband, {"doel": "Nieuw"}, 1), _wijzig(verband, {"meerwaarde": "Nieuw"}, 2)) == []
    verband.refresh_from_db()
    assert (verband.doel, verband.meerwaarde, verband.versie) == ("Nieuw", "Nieuw", 3)
    laatste = Samenwerkingsverband.objects.op(NU + timedelta(days=1), id=verband.id).get()
    assert (laatste.doel, laatste.meerwaarde) == ("Nieuw", "Nieuw")


@pytest.mark.parametrize("keer", range(5))
def test_hetzelfde_veld_geeft_een_winnaar_en_een_conflict(keer: int) -> None:
    verband = maak_verband(doel="Begin")
    fouten = samen(_wijzig(verband, {"doel": "Van een"}, 1), _wijzig(verband, {"doel": "Van twee"}, 2))
    verband.refresh_from_db()
    assert [type(fout) for fout in fouten] == [VersieConflict]
    assert fouten[0].huidig.doel == verband.doel  # type: ignore[attr-defined]  # asserted above
    assert verband.versie == 2


def test_twee_keer_dezelfde_cijfers_geven_een_rij() -> None:
    verband, door = maak_verband(), maak_gebruiker(Rol.CONTROLLER)

    def werk(bedrag: int) -> Callable[[Barrier], None]:
        def bewaar_cijfer(hek: Barrier) -> None:
            hek.wait()
            cijfers = {"bijdrage": Cijfer("begroot", Decimal(bedrag), NU.date(), "bron")}
            jaarcijfers.bewaar_jaar(verband=verband, jaar=2026, versies={}, cijfers=cijfers, door=door, op=NU)

        return bewaar_cijfer

    assert [type(fout) for fout in samen(werk(1), werk(2))] == [CijferConflict]
    assert Jaarcijfer.objects.count() == 1


def test_twee_keer_hetzelfde_verband_aanmaken() -> None:
    door = maak_gebruiker(Rol.CONTROLLER)
    waarden = {"naam": "Verzonnen verband", "korte_naam": "", "vorm": "nv"}

    def werk(hek: Barrier) -> None:
        hek.wait()
        verbanden.maak_aan(waarden=waarden, door=door, op=NU)

    fouten = samen(werk, werk)
    assert [fout.message_dict for fout in fouten] == [{"naam": ["Er is al een verband met deze naam."]}]  # type: ignore[attr-defined]
    assert Samenwerkingsverband.objects.get().slug == "verzonnen-verband"
