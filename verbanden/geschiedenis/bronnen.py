"""Which models the history of a partnership is made of, and under which section each is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from samenwerkingswijzer.historie import Gevolgd
from verbanden import onderdelen
from verbanden.models import (
    Accounthouderschap,
    Jaarcijfer,
    Regelingversie,
    Samenwerkingsverband,
    Signaalafhandeling,
    Voorstel,
)

NIET_GETOOND = frozenset({"id", "verband", "versie", "merk"})


@dataclass(frozen=True)
class Bron:
    """A tracked model of a partnership, the section under which its changes stand, and how it leads to it."""

    model: type[Gevolgd]
    onderdeel: str
    via: str = "verband_id"

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def is_verband(self) -> bool:
        return self.model is Samenwerkingsverband

    def velden(self) -> list[Any]:
        """The fields that are told."""
        return [veld for veld in self.model._meta.concrete_fields if veld.name not in NIET_GETOOND]


_VAN_ANDEREN: list[Bron] = []


def registreer(model: type[Gevolgd], onderdeel: str, *, via: str = "verband_id") -> None:
    """Another function adds a model of a partnership that has no section of its own; it is told under `onderdeel`.

    `via`: for a row inside another row, the columns (that never change) which lead to the partnership.
    """
    _VAN_ANDEREN.append(Bron(model, onderdeel, via))


def bronnen() -> list[Bron]:
    """All tracked models of a partnership: those of the sections, and a few without a section of their own."""
    uit_tabel = [Bron(deel.rijen.model, deel.sleutel) for deel in onderdelen.alle() if deel.rijen]
    return [
        Bron(Samenwerkingsverband, "kenmerken"),
        *uit_tabel,
        Bron(Jaarcijfer, "cijfers"),
        Bron(Accounthouderschap, "team"),
        Bron(Regelingversie, "documenten"),
        Bron(Voorstel, "kenmerken"),
        Bron(Signaalafhandeling, "kenmerken"),
        *_VAN_ANDEREN,
    ]
