"""The stairs of adoption: which steps are done, which is next, and what this reader may do now. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

KLAAR, NU, LATER = "klaar", "nu", "later"
TITELS = ("Niets ontbreekt meer", "Klaarzetten", "Bevestigen met vier ogen", "Vastgesteld")
VIER_OGEN = "Door iemand anders dan wie klaarzet of het laatst bewerkte."


class Actie(StrEnum):
    """What can be done with a list."""

    BEGIN = "begin"
    KLAARZETTEN = "klaar"
    TERUGZETTEN = "terug"
    VASTSTELLEN = "vaststellen"
    CORRIGEREN = "corrigeer"


@dataclass(frozen=True)
class Stand:
    """Where a list stands for one reader. `status` is empty while there is no edition; `eigen` when this reader put
    it ready or edited it last.
    """

    status: str
    ontbreekt: int
    teksten: int
    eigen: bool = False
    mag_samenstellen: bool = False
    mag_vaststellen: bool = False

    @property
    def open(self) -> int:
        """Everything that blocks adoption."""
        return self.ontbreekt + self.teksten


@dataclass(frozen=True)
class Trede:
    """One step: its number, title, explanation and whether it is done, next or later."""

    nummer: int
    titel: str
    uitleg: str
    staat: str


@dataclass(frozen=True)
class Trap:
    """All steps with a heading that says what is next, and the acts that are open to this reader."""

    kop: str
    treden: tuple[Trede, ...]
    acties: tuple[Actie, ...]


def trap(stand: Stand) -> Trap:
    """The stairs for a list."""
    hier = _hier(stand)
    uitleg = (_gegevens(stand), "Door de griffie of de concerncontroller. De peildatum ligt dan vast.",
              _vier_ogen(stand), "Gegevens, pdf en controlegetal worden bewaard.")  # fmt: skip
    staten = [KLAAR if nummer < hier else NU if nummer == hier else LATER for nummer in range(1, 5)]
    treden = tuple(Trede(n, *rest) for n, rest in enumerate(zip(TITELS, uitleg, staten, strict=True), 1))
    return Trap(_kop(stand), treden, _acties(stand))


def _hier(stand: Stand) -> int:
    """The number of the step that is next; 5 when all are done."""
    if stand.status == "vastgesteld":
        return len(TITELS) + 1
    if stand.open or not stand.status:
        return 1
    return 3 if stand.status == "klaargezet" else 2


def _kop(stand: Stand) -> str:
    if stand.status == "vastgesteld":
        return "Deze lijst is vastgesteld"
    if not stand.status:
        return "Deze lijst is nog niet begonnen"
    if stand.open:
        return "Vaststellen kan nog niet"
    if stand.status == "concept":
        return "De lijst kan klaarstaan"
    return "Wacht op iemand anders" if stand.eigen else "De lijst staat klaar"


def _acties(stand: Stand) -> tuple[Actie, ...]:
    if not stand.mag_samenstellen and not stand.mag_vaststellen:
        return ()
    if not stand.status:
        return (Actie.BEGIN,) if stand.mag_samenstellen else ()
    if stand.status == "vastgesteld":
        return (Actie.CORRIGEREN,) if stand.mag_samenstellen else ()
    if stand.status == "concept":
        return (Actie.KLAARZETTEN,) if stand.mag_samenstellen and not stand.open else ()
    vast = (Actie.VASTSTELLEN,) if stand.mag_vaststellen and not stand.eigen and not stand.open else ()
    return (*vast, Actie.TERUGZETTEN) if stand.mag_samenstellen else vast


def _gegevens(stand: Stand) -> str:
    if stand.status == "vastgesteld" or not stand.open:
        return "Alle wettelijke gegevens en teksten zijn er."
    delen = (_aantal(stand.ontbreekt, "gegeven", "gegevens"), _aantal(stand.teksten, "tekst", "teksten"))
    return f"Nog {' en '.join(deel for deel in delen if deel)}."


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}" if aantal else ""


def _vier_ogen(stand: Stand) -> str:
    if stand.status == "klaargezet" and stand.eigen:
        return "U zette de lijst klaar of bewerkte haar het laatst. Iemand anders stelt haar vast."
    return VIER_OGEN
