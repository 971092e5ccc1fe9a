"""Puts a hostile text in every field of every row that people can write in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models

from evaluatie.models import Voortgang
from governance.models import Raadsvraag, Zienswijze
from samenwerkingswijzer.historie import bewaar
from samenwerkingswijzer.models import Gebruiker
from tests import fabriek
from tests.veiligheid.raadswerk import bevroren
from tests.veiligheid.wereld import Wereld

# Breaks out of text, of both kinds of attribute, of a comment and of a template.
AANVAL = "<x-{n} onx=1>\"'onx='1--><img src=//kwaad.example onerror=x>{{{{7}}}}{{% x %}}"
KORT = "<x-{n} onx=1>\"'"


def merk(nummer: int, ruimte: int) -> str:
    """A hostile text with a number of its own, that fits."""
    lang = AANVAL.format(n=nummer)
    return lang if len(lang) <= ruimte else KORT.format(n=nummer)


def besmet(wereld: Wereld) -> dict[int, str]:
    """Fill every text field that takes it; number -> 'Model.field'. Saved as an act would, so with history."""
    bekend: dict[int, str] = {}
    for rij in rijen(wereld):
        for veld in velden(rij):
            nummer = 1000 + len(bekend)
            if _zet(rij, veld, merk(nummer, _ruimte(veld))):
                bekend[nummer] = f"{type(rij).__name__}.{veld.name}"
        _bewaar(rij, wereld)
    return bekend


def rijen(wereld: Wereld) -> list[Any]:
    """Every row of the world that may still change, fresh, so that one stale copy undoes nothing."""
    eigen: list[Any] = [wereld.verband, *wereld.rijen.values(), *wereld.overig, wereld.voorstel, wereld.gemeente]
    eigen += list(wereld.gebruikers.values())
    eigen += wereld.raadswerk.rijen
    eigen += [deel.programma for deel in wereld.verband.programmadelen.select_related("programma")]
    eigen += [deelname.organisatie for deelname in wereld.verband.deelnames.select_related("organisatie")]
    vers = [type(rij)._default_manager.get(pk=rij.pk) for rij in eigen if rij is not None]
    return [rij for rij in vers if not (isinstance(rij, Voortgang) and rij.status == Voortgang.Status.AFGEROND)]


def velden(rij: models.Model) -> Iterator[Any]:
    """The columns that hold free text."""
    vast = set(getattr(rij, "ONVERANDERLIJK", ())) | bevroren(rij)
    for veld in rij._meta.local_concrete_fields:
        basis = veld.base_field if isinstance(veld, ArrayField) else veld
        tekst = isinstance(basis, models.CharField | models.TextField) and not isinstance(basis, models.SlugField)
        if tekst and not basis.choices and veld.name not in vast | {"password", "sleutel"}:
            yield veld


def _ruimte(veld: Any) -> int:
    basis = veld.base_field if isinstance(veld, ArrayField) else veld
    return basis.max_length or 600


def _zet(rij: Any, veld: Any, tekst: str) -> bool:
    """Set the field when it takes this text; a web address or a number of the KVK does not."""
    waarde = [tekst] if isinstance(veld, ArrayField) else tekst
    try:
        veld.clean(waarde, rij)
    except ValidationError:
        return False
    was = getattr(rij, veld.attname)
    setattr(rij, veld.attname, waarde)
    if isinstance(rij, Raadsvraag | Zienswijze) and not _past(rij):  # a state that does not know this text yet
        setattr(rij, veld.attname, was)
        return False
    return True


def _past(rij: models.Model) -> bool:
    try:
        rij.validate_constraints()
    except ValidationError:
        return False
    return True


def _bewaar(rij: Any, wereld: Wereld) -> None:
    if isinstance(rij, Gebruiker):
        rij.fractie = rij.fractie if rij.rol == "raadslid" else ""
        rij.save()
        return
    if getattr(rij, "bedrag", None) is not None:  # a figure has an amount or a reason for its absence, never both
        rij.niet_opgegeven = ""
    bewaar(rij, door=wereld.gebruikers["beheerder"], op=fabriek.NU, reden=KORT.format(n=999))
