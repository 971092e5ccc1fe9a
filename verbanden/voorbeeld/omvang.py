"""A register of the size of a large municipality, for measuring: invented, always the same, quickly made.

Values come out of counting, not out of chance, so that two runs measure the same rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TypeVar

from django.db import transaction
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.models import Gebruiker, Gemeente
from samenwerkingswijzer.rechten import Rol
from verbanden import models
from verbanden.voorbeeld.meetrijen import BEGIN, Lijsten, Omvang, maak_verband, onderdelen

R = TypeVar("R", bound=Gevolgd)
ONZE_TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/gm9999"
GOLF = timedelta(days=200)  # before now: one row in five changes
GEWIJZIGD: dict[type[Gevolgd], str] = {
    models.Samenwerkingsverband: "afspraken",
    models.Jaarcijfer: "bron",
    models.StandVanZaken: "zin",
    models.Risico: "beheersmaatregel",
    models.Vertegenwoordiging: "wie",
}


@transaction.atomic
def maak_omvang(aantal: int = 150, jaren: int = 10, *, nu: datetime) -> list[models.Samenwerkingsverband]:
    """Partnerships with `jaren` years of figures and with history, for an otherwise empty register."""
    omvang = Omvang(nu, aantal, jaren)
    lijsten = _lijsten(omvang)
    verbanden = _bewaar(omvang, (maak_verband(nummer, lijsten) for nummer in range(aantal)))
    for rijen in onderdelen(omvang, verbanden, lijsten):
        _bewaar(omvang, rijen)
    for model, veld in GEWIJZIGD.items():
        _wijzig(omvang, model, veld)
    return verbanden


def bewaar_alle(rijen: Iterable[R], *, op: datetime) -> list[R]:
    """Save many rows at once with one row of history each."""
    lijst = list(rijen)
    reden = "Meetgegevens"
    return list(
        bulk_create_with_history(lijst, type(lijst[0]), batch_size=2000, default_date=op, default_change_reason=reden)
    )


def _bewaar(omvang: Omvang, rijen: Iterable[R]) -> list[R]:
    return bewaar_alle(rijen, op=omvang.nu - BEGIN)


def _wijzig(omvang: Omvang, model: type[Gevolgd], veld: str) -> None:
    """Change one row in five, so that the past differs from today."""
    rijen = list(model.objects.order_by("id"))[::5]
    for rij in rijen:
        rij.versie += 1
        setattr(rij, veld, f"{getattr(rij, veld)} (bijgewerkt)")
    bulk_update_with_history(
        rijen,
        model,
        ["versie", veld],
        batch_size=2000,
        default_date=omvang.nu - GOLF,
        default_change_reason="Meetgegevens bijgewerkt",
        manager=model._base_manager,  # the default manager refuses updates, because those usually leave no history
    )


def _lijsten(omvang: Omvang) -> Lijsten:
    Gemeente.objects.get_or_create(id=1, defaults={"naam": "Meetstad", "tooi": ONZE_TOOI, "inwoners": 30_000})
    soort = models.Organisatie.Soort.GEMEENTE
    eigen = models.Organisatie(naam="Gemeente Meetstad", soort=soort, tooi=ONZE_TOOI, inwoners=30_000)
    andere = (models.Organisatie(naam=f"Gemeente {nummer}", soort=soort, inwoners=20_000) for nummer in range(24))
    return Lijsten(
        Gebruiker.objects.create_user("accounthouder@meetstad.example", naam="Accounthouder", rol=Rol.ACCOUNTHOUDER),
        _bewaar(omvang, [eigen, *andere]),
        _bewaar(omvang, (models.Programma(naam=f"Programma {nummer}", volgorde=nummer) for nummer in range(8))),
        _bewaar(omvang, (models.Portefeuille(naam=f"P{nummer}", houder=f"wethouder {nummer}") for nummer in range(6))),
    )
