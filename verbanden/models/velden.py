"""Model fields and checks that more than one concept uses."""

from collections.abc import Callable
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models

from verbanden.regels import identificatie


def keuzelijst(naam: str, keuzes: type[models.TextChoices], **opties: Any) -> ArrayField:
    """A field with several choices out of one list, kept in order."""
    return ArrayField(
        models.CharField(max_length=40, choices=keuzes), verbose_name=naam, default=list, blank=True, **opties
    )


def webadres(naam: str, **opties: Any) -> models.URLField:
    """A web address: http or https, nothing else."""
    return models.URLField(naam, max_length=500, validators=[URLValidator(schemes=["http", "https"])], **opties)


class Meetwaarde(models.DecimalField):
    """A measured number without a unit of its own: the row says in which unit. At most three decimals."""

    def __init__(self, *args: Any, **opties: Any) -> None:
        super().__init__(*args, **{"max_digits": 15, "decimal_places": 3, **opties})


def procent(naam: str, **opties: Any) -> models.DecimalField:
    """A share of 0 to 100 %, with three decimals."""
    return models.DecimalField(
        naam,
        max_digits=6,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        **opties,
    )


def tussen(veld: str, laag: int, hoog: int, naam: str) -> models.CheckConstraint:
    """The database's own guard on a number; empty is allowed."""
    return models.CheckConstraint(condition=models.Q(**{f"{veld}__range": (laag, hoog)}), name=naam)


def alleen_uit(veld: str, keuzes: type[models.TextChoices], naam: str) -> models.CheckConstraint:
    """The database's own guard on a field with several choices."""
    return models.CheckConstraint(condition=models.Q(**{f"{veld}__contained_by": list(keuzes.values)}), name=naam)


def niet_in(veld: str, lijst: str, naam: str, melding: str) -> models.CheckConstraint:
    """The database's own guard: what stands in one field does not stand in the list of another too."""
    elk = models.Func(models.F(lijst), function="ANY")
    erin = models.Func(
        models.F(veld), elk, arg_joiner=" = ", template="NOT (%(expressions)s)", output_field=models.BooleanField()
    )
    return models.CheckConstraint(condition=erin, name=naam, violation_error_message=melding)


def _controle(lees: Callable[[str], object], waarde: str) -> None:
    try:
        lees(waarde)
    except identificatie.OngeldigKenmerk as fout:
        raise ValidationError(str(fout)) from None


def kvk_nummer(waarde: str) -> None:
    """Refuse what cannot be a KVK number."""
    _controle(identificatie.kvk_nummer, waarde)


def rsin_nummer(waarde: str) -> None:
    """Refuse what cannot be an RSIN."""
    _controle(identificatie.rsin, waarde)


def oin_nummer(waarde: str) -> None:
    """Refuse what cannot be an OIN."""
    _controle(identificatie.oin, waarde)


def tooi_adres(waarde: str) -> None:
    """Refuse what cannot be a TOOI address."""
    _controle(identificatie.tooi, waarde)
