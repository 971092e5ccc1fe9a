"""The registry: a function adds itself to the portal, the portal's pages know only this.

An app registers in its `functie.py`. The dashboard has six fixed blocks (founding document, function 2a);
functions fill them with parts. Adding a fifth function needs no edit in the other four.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

from django.db.models import Model
from django.urls import reverse

from samenwerkingswijzer.attendering.signaal import Drempels, Signaal
from samenwerkingswijzer.bewijs import Bewijs, Verbandnaam
from samenwerkingswijzer.naslag import Naslag
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.rechten import Recht, Rol
from samenwerkingswijzer.zoeken.bron import Zoekbron, Zoeksoort

if TYPE_CHECKING:
    from samenwerkingswijzer.models import Gebruiker

# A number in the key of a gap, as an address takes it.
NUMMER = re.compile(r"[1-9][0-9]{0,8}")


class Blok(Enum):
    """The six places of the dashboard: always these, always in this order."""

    KENMERKEN = "Algemene kenmerken"
    REGIME = "Governance regime"
    BELANGRIJKHEID = "Belangrijkheid"
    RESULTATEN = "Resultaten"
    PROCES = "Proces"
    EVALUATIE = "Evaluatie en ontwikkelagenda"

    @property
    def nummer(self) -> int:
        return list(Blok).index(self) + 1

    @property
    def sleutel(self) -> str:
        return self.name.lower()


class Lezing(Protocol):
    """What a part may read from: one partnership at one reference date. The same for every reader."""

    @property
    def verband(self) -> Any: ...
    @property
    def peildatum(self) -> Peildatum: ...


@dataclass(frozen=True)
class MenuPunt:
    """An entry of the main menu, for who has the right and one of the roles."""

    titel: str
    url_naam: str
    volgorde: int
    recht: Recht = Recht.BEKIJKEN
    rollen: frozenset[Rol] = frozenset(Rol)


@dataclass(frozen=True)
class Deel:
    """A part of a dashboard block.

    `context` gives the template's context, or None when there is nothing to show. `meer` parts are folded in
    the kernbeeld and open in the totaaloverzicht; `print` parts stand on the one-page print.
    """

    blok: Blok
    sleutel: str
    template: str
    context: Callable[[Any], Mapping[str, Any] | None]
    volgorde: int = 100
    meer: bool = False
    print: bool = True


@dataclass(frozen=True)
class Leegte:
    """What an empty block says: what is not there yet, and whose turn it is."""

    blok: Blok
    zin: str
    uitleg: Callable[[Any], str]


@dataclass(frozen=True, order=True)
class Tijdlijnmoment:
    """A dated event on the timeline of one partnership; `url` is the paper, `pagina` its own page in the portal."""

    datum: date
    titel: str
    verband_id: int
    wie: str
    rol_raad: str = ""
    uitleg: str = ""
    uiterlijk: date | None = None
    url: str = ""
    pagina: str = ""

    @property
    def beslist(self) -> bool:
        """Whether the council decides."""
        return self.rol_raad == "besluitvorming"


@dataclass(frozen=True)
class Signaalvinder:
    """Finds the signals of some rules: (reference date, running partnerships by id, thresholds) to signals.

    `gemeente` finds those that are about no partnership. The number of queries never depends on the number of
    partnerships, and of what nobody knows it says nothing.
    """

    regels: frozenset[str]
    vind: Callable[[Peildatum, Mapping[int, Any], Drempels], Iterable[Signaal]] | None = None
    gemeente: Callable[[Peildatum, Drempels], Iterable[Signaal]] | None = None


@dataclass(frozen=True)
class Agendapunt:
    """What somebody wants on the langetermijnagenda of the raad, and why; `op` is when they asked."""

    verband_id: int
    titel: str
    datum: date
    waarom: str
    door: Gebruiker
    op: datetime


@dataclass(frozen=True)
class Actie:
    """Something to do from the dashboard of a partnership, for who has the right: a title and an address (slug)."""

    titel: str
    url_naam: str
    recht: Recht


@dataclass(frozen=True)
class Herkomst:
    """A page that shows gaps of a partnership: the first part of their keys, a title, and an address.

    The address takes the slug; with `op_nummer` it is that of an object, and the gap is its number ('raadsvraag:12').
    """

    sleutel: str
    titel: str
    url_naam: str
    op_nummer: bool = False

    def adres(self, gat: str, slug: str) -> str:
        """The page that this gap came from; empty when there is no partnership or no such number."""
        wat = gat.partition(":")[2] if self.op_nummer else slug
        if not wat or (self.op_nummer and not NUMMER.fullmatch(wat)):
            return ""
        return reverse(self.url_naam, args=[wat])


@dataclass(frozen=True)
class Opvolging:
    """Where gaps go to be mended: an address (takes the slug) that accepts `titel` and `herkomst` ('page:point').

    `bekend` tells of partnerships which gaps are there already: (partnership, key of the gap) -> how far, in words.
    """

    url_naam: str
    bekend: Callable[[Iterable[int], datetime | None], Mapping[tuple[int, str], str]]


@dataclass(frozen=True)
class Functie:
    """What one app adds to the portal. `modellen`: the tracked models that its parts and moments read.

    `inrichten` puts what an installation needs at least into an empty one, says what it put there, and leaves the rest.
    `plekken` names the places where guidance may stand (key -> words), `naslag` answers what stands there, `bewijzen`
    says how one partnership stands on principles, `verbandnamen` names partnerships for who may not know their model,
    `zoekbronnen` says what can be found with the search page. `openbare_momenten` gives the moments that residents may
    know, in public words only; `hulp` gives the address of the
    manual for a role.
    """

    sleutel: str
    naam: str
    menu: tuple[MenuPunt, ...] = ()
    delen: tuple[Deel, ...] = ()
    leegten: tuple[Leegte, ...] = ()
    momenten: Callable[[Peildatum, Iterable[int] | None], Iterable[Tijdlijnmoment]] | None = None
    signalen: Signaalvinder | None = None
    agendeer: Callable[[Agendapunt], Any] | None = None
    modellen: tuple[type[Model], ...] = ()
    inrichten: Callable[[datetime], Iterable[str]] | None = None
    startpaginas: Mapping[Rol, Callable[[Any], Any]] = field(default_factory=dict)
    herkomsten: tuple[Herkomst, ...] = ()
    acties: tuple[Actie, ...] = ()
    opvolging: Opvolging | None = None
    plekken: Callable[[], Mapping[str, str]] | None = None
    naslag: Naslag | None = None
    bewijzen: Callable[[Peildatum, int], Iterable[Bewijs]] | None = None
    verbandnamen: Callable[[Peildatum], Iterable[Verbandnaam]] | None = None
    zoekbronnen: tuple[Zoekbron, ...] = ()
    openbare_momenten: Callable[[Peildatum], Iterable[Tijdlijnmoment]] | None = None
    hulp: Callable[[str], str] | None = None


@dataclass
class Register:
    """All functions of this portal, in order of registration."""

    functies: dict[str, Functie] = field(default_factory=dict)

    def registreer(self, functie: Functie) -> None:
        if functie.sleutel in self.functies:
            raise ValueError(f"function {functie.sleutel} is registered twice")
        self.functies[functie.sleutel] = functie

    @property
    def menu(self) -> list[MenuPunt]:
        return sorted((punt for f in self.functies.values() for punt in f.menu), key=lambda p: p.volgorde)

    def startpagina(self, rol: Rol) -> Callable[[Any], Any] | None:
        """The view that this role starts on; of the first function that offers one."""
        return next((f.startpaginas[rol] for f in self.functies.values() if rol in f.startpaginas), None)

    @property
    def acties(self) -> list[Actie]:
        """What there is to do from a dashboard, of all functions."""
        return [actie for f in self.functies.values() for actie in f.acties]

    @property
    def opvolging(self) -> Opvolging | None:
        """Where gaps go to be mended; None while no function offers that."""
        return next((f.opvolging for f in self.functies.values() if f.opvolging), None)

    @property
    def naslag(self) -> Naslag | None:
        """Where guidance and terms come from; None while no function offers that."""
        return next((f.naslag for f in self.functies.values() if f.naslag), None)

    @property
    def plekken(self) -> dict[str, str]:
        """Every place where guidance may stand: key -> words."""
        return {sleutel: naam for f in self.functies.values() if f.plekken for sleutel, naam in f.plekken().items()}

    def bewijzen(self, peildatum: Peildatum, verband_id: int) -> list[Bewijs]:
        """What all functions know of one partnership, per principle."""
        return [bewijs for f in self.functies.values() if f.bewijzen for bewijs in f.bewijzen(peildatum, verband_id)]

    def verbandnamen(self, peildatum: Peildatum) -> list[Verbandnaam]:
        """The partnerships of the portal on a day, by name."""
        namen = (naam for f in self.functies.values() if f.verbandnamen for naam in f.verbandnamen(peildatum))
        return sorted(namen, key=lambda een: een.naam.lower())

    @property
    def zoekbronnen(self) -> list[Zoekbron]:
        """Everything that can be found, of all functions."""
        return [bron for f in self.functies.values() for bron in f.zoekbronnen]

    @property
    def zoeksoorten(self) -> dict[str, Zoeksoort]:
        """The kinds of things to find, by key, in order."""
        return {sleutel: soort for bron in self.zoekbronnen for sleutel, soort in bron.soorten.items()}

    def herkomst(self, gat: str) -> Herkomst | None:
        """The page that this gap ('page:point') came from, if it is one of ours."""
        bladzijde = gat.partition(":")[0]
        alle = (herkomst for f in self.functies.values() for herkomst in f.herkomsten)
        return next((herkomst for herkomst in alle if herkomst.sleutel == bladzijde), None)

    @property
    def modellen(self) -> tuple[type[Model], ...]:
        """Every tracked model that a dashboard reads."""
        return tuple(model for f in self.functies.values() for model in f.modellen)

    def inrichten(self, op: datetime) -> list[str]:
        """Give every function what it needs at least; what was put there, in words."""
        return [wat for f in self.functies.values() if f.inrichten for wat in f.inrichten(op)]

    def delen(self, blok: Blok) -> list[Deel]:
        delen = (deel for f in self.functies.values() for deel in f.delen if deel.blok is blok)
        return sorted(delen, key=lambda deel: (deel.volgorde, deel.sleutel))

    def leegte(self, blok: Blok) -> Leegte | None:
        """The words for an empty block: of the last function that has any."""
        leegten = [leegte for f in self.functies.values() for leegte in f.leegten if leegte.blok is blok]
        return leegten[-1] if leegten else None

    def momenten(
        self, peildatum: Peildatum, verband_ids: Iterable[int] | None = None, *, vanaf: date = date.min
    ) -> list[Tijdlijnmoment]:
        """Moments of all functions from a day on, by date; `verband_ids` None means every partnership."""
        ids = None if verband_ids is None else list(verband_ids)
        bronnen = [f.momenten for f in self.functies.values() if f.momenten]
        return sorted(moment for bron in bronnen for moment in bron(peildatum, ids) if moment.datum >= vanaf)

    def hulp(self, rol: str) -> str:
        """The address of the manual for a role; empty while no function offers one."""
        return next((f.hulp(rol) for f in self.functies.values() if f.hulp), "")

    def openbare_momenten(self, peildatum: Peildatum) -> list[Tijdlijnmoment]:
        """The moments to come that residents may know, of all functions, by date."""
        bronnen = [f.openbare_momenten for f in self.functies.values() if f.openbare_momenten]
        return sorted(moment for bron in bronnen for moment in bron(peildatum))

    def signalen(self, peildatum: Peildatum, verbanden: Mapping[int, Any], drempels: Drempels) -> list[Signaal]:
        """Signals of all functions about these running partnerships, the most serious first."""
        vinders = [f.signalen.vind for f in self.functies.values() if f.signalen and f.signalen.vind]
        gevonden = (signaal for vind in vinders for signaal in vind(peildatum, verbanden, drempels))
        return sorted(gevonden, key=lambda signaal: signaal.rang)

    def gemeentesignalen(self, peildatum: Peildatum, drempels: Drempels) -> list[Signaal]:
        """Signals of all functions that are about no partnership, the most serious first."""
        vinders = [f.signalen.gemeente for f in self.functies.values() if f.signalen and f.signalen.gemeente]
        gevonden = (signaal for vind in vinders for signaal in vind(peildatum, drempels))
        return sorted(gevonden, key=lambda signaal: signaal.rang)

    @property
    def signaalregels(self) -> frozenset[str]:
        """The rules that a function finds."""
        return frozenset().union(*(f.signalen.regels for f in self.functies.values() if f.signalen))

    @property
    def agendeer(self) -> Callable[[Agendapunt], Any] | None:
        """Puts something on the langetermijnagenda; None while no function offers that."""
        return next((f.agendeer for f in self.functies.values() if f.agendeer), None)


register = Register()
