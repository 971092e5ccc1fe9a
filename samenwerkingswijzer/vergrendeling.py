"""Nobody overwrites what they have not seen: rows are locked, and an old version is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import models

from samenwerkingswijzer.historie import Gevolgd

R = TypeVar("R", bound=Gevolgd)


class VersieConflict(Exception):
    """Someone else saved in between. Nothing was written.

    `huidig` is the row as it is now (None when it was removed), `basis` the historical row that the writer
    started from (None when that version never existed).
    """

    def __init__(self, huidig: Gevolgd | None, basis: Any) -> None:
        super().__init__("saved by someone else in between")
        self.huidig = huidig
        self.basis = basis


def alle(model: type[Gevolgd]) -> Any:
    """The rows of a tracked model; untyped, because the model is only known when the program runs."""
    return model._default_manager


def stand(rij: models.Model, velden: Iterable[str]) -> dict[str, Any]:
    """The stored values of a row, today's or historical, by field name; a foreign key as its id."""
    return {naam: getattr(rij, rij._meta.get_field(naam).attname) for naam in velden}  # type: ignore[union-attr]


def vergrendel(rij: R, *, versie: int | None, velden: Iterable[str], op: datetime) -> tuple[R, datetime]:
    """Lock a row and give it back as it is now, with the time to write down for the change.

    Someone else's change of other fields is no conflict. The time is never before that of the last change, so
    that recorded time keeps the order in which things were saved.
    """
    huidig: R | None = alle(type(rij)).select_for_update(no_key=True).filter(id=rij.pk).first()
    if huidig is None:
        raise VersieConflict(None, versie_van(rij, versie))
    if huidig.versie == versie:
        return huidig, op
    basis = versie_van(huidig, versie)
    namen = tuple(velden)
    if basis is None or stand(basis, namen) != stand(huidig, namen):
        raise VersieConflict(huidig, basis)
    return huidig, _na_laatste(huidig, op)


def versie_van(rij: Gevolgd, versie: int | None) -> Any:
    """The historical row of a version; None when there never was one."""
    return rij.history.filter(versie=versie, history_type__in="+~").first() if versie else None


def zet(rij: Gevolgd, waarden: Mapping[str, Any]) -> list[str]:
    """Give a row new values (a foreign key as its id); returns the names of the fields that changed."""
    anders = [naam for naam, oud in stand(rij, waarden).items() if oud != waarden[naam]]
    for naam in anders:
        setattr(rij, rij._meta.get_field(naam).attname, waarden[naam])  # type: ignore[union-attr]
    return anders


def _na_laatste(rij: Gevolgd, op: datetime) -> datetime:
    laatste = rij.history.order_by("-history_date").values_list("history_date", flat=True).first()
    return max(op, laatste + timedelta(microseconds=1)) if laatste else op
