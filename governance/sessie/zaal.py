"""What the screen in the room shows after scoring is closed: per partnership the spread, the least agreed on first.

Everything here is made of `lezen.uitslag`, which gives nothing before closing and, in an aggregated session, only
groups of three or more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from governance.models.sessiedeelnemer import Sessiedeelnemer
from governance.regels.eensgezindheid import gemiddelde, minst_eens_eerst
from governance.regels.telling import Groep, Telling
from governance.sessie.beeld import Beeld, Rij
from governance.sessie.lezen import Uitslag
from samenwerkingswijzer.opmaak import getal
from verbanden.models import Klasse, Reden

LINKS, BREED = 8, 254  # the axis of the small chart runs from x=8 to x=262
RAAD, COLLEGE = Sessiedeelnemer.Kant.RAAD, Sessiedeelnemer.Kant.COLLEGE


@dataclass(frozen=True, repr=False)
class Regel:
    """A line of the table of scores: who, out of which fracties, and how many chose each class."""

    naam: str
    uit: str
    aantallen: tuple[int, ...]
    college: bool = False

    @property
    def totaal(self) -> int:
        return sum(self.aantallen)


@dataclass(frozen=True)
class Punt:
    """A mean on the scale: as a figure from 1 (ambtelijk) to 4 (politiek zeer), and its place in the chart."""

    tekst: str
    x: str


@dataclass(frozen=True, repr=False)
class Plek:
    """A partnership in the order of the talk. `nummer` is its place in the session, counted from 1."""

    nummer: int
    rij: Rij
    uitslag: Uitslag

    @property
    def naam(self) -> str:
        """How people call the partnership."""
        verband = self.rij.verband
        return str(verband.korte_naam or verband.naam)

    @property
    def telling(self) -> Telling:
        return self.uitslag.telling

    @property
    def besloten(self) -> bool:
        """Whether an outcome was recorded."""
        return bool(self.rij.rij.klasse)

    @property
    def eens(self) -> int | None:
        """How much people agree, in percent; None when nothing is shown."""
        maat = self.telling.eensgezindheid
        return None if maat is None else round(maat * 100)

    @property
    def raad(self) -> Punt | None:
        return _punt(self.telling.raad)

    @property
    def college(self) -> Punt | None:
        return _punt(self.telling.college)

    @property
    def allen(self) -> Punt | None:
        return _punt(self.telling.allen)

    @property
    def regels(self) -> list[Regel]:
        """The groups that are shown, without a college that stands apart."""
        return [_regel(groep) for groep in self.telling.groepen if groep.kant != COLLEGE]

    @property
    def totalen(self) -> list[Regel]:
        """The raad as a whole and the college; when they cannot be told apart, everybody."""
        telling, regels = self.telling, []
        if telling.raad and sum(groep.kant == RAAD for groep in telling.groepen) > 1:
            regels.append(Regel("Raad samen", "", telling.raad))
        if telling.college:
            regels.append(Regel("College", "", telling.college, college=True))
        if telling.allen and not (telling.raad or telling.college) and len(telling.groepen) > 1:
            regels.append(Regel("Allen samen", "", telling.allen))
        return regels

    @property
    def redenen(self) -> list[tuple[str, int]]:
        """Reasons in words with how often they were ticked, most named first."""
        return [(Reden(reden).label, aantal) for reden, aantal in self.telling.redenen]

    @property
    def mensen(self) -> int:
        """How many people are counted."""
        return sum(self.telling.allen or ())

    @property
    def zin(self) -> str:
        """How raad and college compare, in a sentence."""
        return _zin(self.telling)


@dataclass(frozen=True, repr=False)
class Zaalbeeld:
    """A closed session: its partnerships in the order of the talk."""

    beeld: Beeld
    plekken: tuple[Plek, ...]

    def van(self, nummer: int) -> Plek | None:
        """The partnership with this number in the session."""
        return next((plek for plek in self.plekken if plek.nummer == nummer), None)

    @property
    def aan_de_beurt(self) -> Plek | None:
        """The first in order without an outcome; when all have one, the first."""
        return next((plek for plek in self.plekken if not plek.besloten), self.plekken[0] if self.plekken else None)

    def buren(self, plek: Plek) -> tuple[Plek | None, Plek | None]:
        """The one before and the one after this, in the order of the talk."""
        hier = self.plekken.index(plek)
        vorige = self.plekken[hier - 1] if hier else None
        return vorige, self.plekken[hier + 1] if hier + 1 < len(self.plekken) else None

    def volgende_open(self, plek: Plek) -> Plek | None:
        """The next without an outcome after this one, from the start again at the end."""
        hier = self.plekken.index(plek)
        rest = (*self.plekken[hier + 1 :], *self.plekken[:hier])
        return next((een for een in rest if not een.besloten), None)

    @property
    def open(self) -> int:
        """How many have no outcome yet."""
        return len(self.plekken) - self.besloten

    @property
    def besloten(self) -> int:
        """How many have an outcome."""
        return sum(plek.besloten for plek in self.plekken)


def zaalbeeld(beeld: Beeld, uitslagen: Mapping[int, Uitslag]) -> Zaalbeeld:
    """Put the partnerships of a closed session in the order of the talk."""
    plekken = [Plek(nummer, rij, uitslagen[rij.rij.id]) for nummer, rij in enumerate(beeld.rijen, 1)]
    return Zaalbeeld(beeld, tuple(minst_eens_eerst((plek, plek.telling.allen or ()) for plek in plekken)))


def klassen(plek: Plek) -> list[dict[str, Any]]:
    """The four columns, with which of them was the decision before and which was proposed."""
    vorig, voorstel = plek.rij.vorig, plek.rij.rij.voorstel_klasse
    return [
        {"klasse": klasse.value, "naam": klasse.label, "vorig": bool(vorig) and vorig.klasse == klasse,
         "voorstel": voorstel == klasse}
        for klasse in Klasse
    ]  # fmt: skip


def _regel(groep: Groep) -> Regel:
    uit = ", ".join(groep.fracties) if len(groep.fracties) > 1 else ""
    return Regel(groep.naam, uit, groep.aantallen)


def _punt(aantallen: tuple[int, ...] | None) -> Punt | None:
    midden = gemiddelde(aantallen) if aantallen else None
    if midden is None:
        return None
    hoogte = float(len(Klasse) - midden)
    links = LINKS + float(midden) / (len(Klasse) - 1) * BREED
    return Punt(f"{hoogte:.1f}".replace(".", ","), f"{links:.1f}")


def _zin(telling: Telling) -> str:
    if telling.verborgen:
        return "Hier is niets te tonen: niemand scoorde, of een groep zou kleiner zijn dan drie."
    verschil = telling.verschil
    if verschil is None:
        return "Raad en college zijn hier niet naast elkaar te zetten."
    if verschil == 0:
        return "Raad en college vinden dit verband gemiddeld even belangrijk."
    hoger, lager = ("De raad", "het college") if verschil > 0 else ("Het college", "de raad")
    return f"{hoger} vindt dit verband belangrijker dan {lager}. Het verschil is {getal(abs(verschil), 1)} klasse."
