"""What a lane of the year view is made of, and the scale from days to percentages of its width."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Venster:
    """A period in which the raad can act; in percent of the width. `gevraagd` is where the partner asks."""

    x: str
    breedte: str
    eind: str
    y: int
    hoogte: int
    verwacht: bool
    gevraagd: str
    wettelijk_zichtbaar: bool


@dataclass(frozen=True)
class Punt:
    """A moment in a lane."""

    x: str
    y: int
    rol: str
    tekst: str
    nadruk: bool
    links: bool


@dataclass(frozen=True)
class Baan:
    """A lane: what it draws and the same in words."""

    hoogte: int
    zin: str
    vensters: tuple[Venster, ...]
    punten: tuple[Punt, ...]
    strepen: tuple[str, ...]
    achtergrond: tuple[tuple[str, str], ...]
    maanden: tuple[str, ...]
    vandaag: str


@dataclass(frozen=True)
class Groep:
    """The lanes of a class: markup of its name, and per lane name, page and markup."""

    titel: SafeString | None
    rijen: tuple[tuple[str, str, SafeString], ...]


@dataclass(frozen=True)
class Jaarbeeld:
    """The whole drawing."""

    titel: str
    kop: SafeString
    groepen: tuple[Groep, ...]


@dataclass(frozen=True)
class Schaal:
    """From days to percentages of the width."""

    van: date
    tot: date

    def x(self, dag: date) -> str:
        """The place of a day, as text, so that no locale touches it."""
        deel = (min(max(dag, self.van), self.tot) - self.van).days / max((self.tot - self.van).days, 1)
        return f"{deel * 100:.2f}%"

    def breedte(self, van: date, tot: date) -> str:
        """The width of a period."""
        dagen = (min(tot, self.tot) - max(van, self.van)).days
        return f"{max(dagen, 0) / max((self.tot - self.van).days, 1) * 100:.2f}%"

    def bevat(self, dag: date) -> bool:
        """Whether a day lies in the drawing."""
        return self.van <= dag <= self.tot

    @property
    def maanden(self) -> tuple[date, ...]:
        """The first day of every month in it."""
        eerste, dagen = self.van.replace(day=1), []
        while eerste <= self.tot:
            dagen.append(eerste)
            eerste = (eerste + timedelta(days=32)).replace(day=1)
        return tuple(dagen)
