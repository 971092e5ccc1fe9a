"""What may stand in a data file: the name of a section, and the model its rows become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import models

Zoeker = Callable[[type[models.Model], Any], Any]  # the row of a model by its name in the data files
Doener = Callable[[Mapping[str, Any], Zoeker, datetime], None]
Rijen = Iterable[dict[str, Any]]


@dataclass(frozen=True)
class Sectie:
    """A section: `maak` builds an unsaved row, `lees` turns what stands in the file into rows (as they are, mostly).

    `doe` makes what the row tells by acts of its own (data, way to find others, moment) instead of one save.
    `sleutel` is the field by which other rows name this one; without it a row may carry a `sleutel` of its own.
    """

    model: type[models.Model]
    sleutel: str = ""
    maak: Callable[..., models.Model] | None = None
    lees: Callable[[Any, str], Rijen] | None = None
    doe: Doener | None = None

    def nieuw(self, **velden: Any) -> models.Model:
        """An unsaved row."""
        return (self.maak or self.model)(**velden)


SECTIES: dict[str, Sectie] = {}
MAPPEN: list[Path] = []


def registreer(map_: Path, **secties: Sectie) -> None:
    """Add sections and a folder with data files. The order of registration is the order of loading on one moment."""
    SECTIES.update(secties)
    if map_ not in MAPPEN:
        MAPPEN.append(map_)
