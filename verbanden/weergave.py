"""How a stored value is told to people: labels for choices, names for ids, Dutch notation for numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.text import capfirst

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.historie import Gevolgd
from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.models import namen as gebruikersnamen
from verbanden.models.jaarcijfer import PERCENTAGES
from verbanden.models.velden import Meetwaarde

LEEG: tuple[Any, ...] = (None, "", [])
Namen = Mapping[tuple[type[models.Model], Any], str]


def tekst(veld: models.Field[Any, Any], waarde: Any, namen: Namen | None = None) -> str:
    """A value of this model field in words; '' when it is empty. A foreign key is given as its id."""
    if waarde in LEEG:
        return ""
    if isinstance(veld, models.ForeignKey):
        return (namen or {}).get((veld.remote_field.model, waarde), f"nummer {waarde}")
    if isinstance(veld, ArrayField):
        return ", ".join(_keuze(veld.base_field, deel) for deel in waarde)
    if veld.choices:
        return _keuze(veld, waarde)
    return _los(veld, waarde)


def _keuze(veld: models.Field[Any, Any], waarde: Any) -> str:
    return str(dict(veld.flatchoices).get(waarde, waarde))


def _los(veld: models.Field[Any, Any], waarde: Any) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return opmaak.datum(waarde)
    if isinstance(veld, Meetwaarde):
        return invoer(waarde)
    if isinstance(waarde, Decimal):
        return procent(waarde) if is_procent(veld) else opmaak.bedrag(waarde)
    if isinstance(waarde, int):
        return str(waarde) if veld.name.endswith("jaar") else opmaak.getal(waarde)
    return str(waarde)


def is_procent(veld: models.Field[Any, Any]) -> bool:
    """Whether a number field of the register holds a share of 0 to 100."""
    return isinstance(veld, models.DecimalField) and veld.max_digits == 6


def procent(waarde: Decimal) -> str:
    """A percentage with as many decimals as it has, at least one: 18,0% or 0,375%."""
    return opmaak.procent(waarde, _decimalen(waarde, 1))


def cijfer(post: str, waarde: Decimal) -> str:
    """A figure of a post: an amount in euro, or a belang in percent."""
    return procent(waarde) if post in PERCENTAGES else opmaak.bedrag(waarde)


def invoer(waarde: Decimal | int) -> str:
    """A number as it stands in an input: Dutch notation, no needless decimals."""
    return opmaak.getal(waarde, _decimalen(Decimal(waarde), 0))


def _decimalen(waarde: Decimal, minimaal: int) -> int:
    exponent = waarde.normalize().as_tuple().exponent
    return max(minimaal, -exponent if isinstance(exponent, int) else 0)


def label(veld: models.Field[Any, Any]) -> str:
    """The name of a field at the start of a line."""
    return str(capfirst(str(veld.verbose_name)))


def namen_van(paren: Iterable[tuple[type[models.Model], Any]], moment: datetime | None = None) -> Namen:
    """The names of rows that others point at, as they were at `moment` (None: now); one query per model."""
    per_model: dict[type[models.Model], set[Any]] = {}
    for model, sleutel in paren:
        per_model.setdefault(model, set()).add(sleutel)
    return {
        (model, sleutel): naam
        for model, sleutels in per_model.items()
        for sleutel, naam in _namen(model, sleutels, moment).items()
    }


def _namen(model: Any, sleutels: set[Any], moment: datetime | None) -> dict[Any, str]:
    if moment is not None and issubclass(model, Gevolgd):
        toen = model.objects.op(moment, id__in=list(sleutels))
        return {rij.id: str(rij.instance) for rij in toen}
    if moment is not None and model is Gebruiker:
        return gebruikersnamen(sleutels, moment)
    return {sleutel: str(rij) for sleutel, rij in model._default_manager.in_bulk(list(sleutels)).items()}
