"""What stands on the agenda: one moment, of people or computed, with everything a page wants to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from governance.models.momenttekst import Mandaat, Momentstatus
from governance.regels.termijnen.stap import COLLEGE, RAAD, Raadsrol, Stap
from governance.regels.termijnen.vergaderingen import Ruimte

COMMISSIE = "raadscommissie"
# The raad acts, or gets something it can still use to give direction.
VAN_DE_RAAD = frozenset({RAAD, COMMISSIE})
ACTIEF = frozenset({Raadsrol.BEELDVORMING.value, Raadsrol.OORDEELSVORMING.value, Raadsrol.BESLUITVORMING.value})


class Stapsleutel(NamedTuple):
    """Which computed step: of which paper, year, number and step. With the partnership it names one moment for good."""

    stuk: str
    jaar: int
    nummer: int
    stap: str

    def __str__(self) -> str:
        return f"{self.stuk}-{self.jaar}-{self.nummer}-{self.stap}"


class Tekst(NamedTuple):
    """What people wrote about a moment."""

    rol_raad: str = ""
    invloed: str = ""
    url: str = ""
    mandaat: str = ""
    status: str = Momentstatus.GEPLAND.value
    lokale_betekenis: str = ""
    ons_perspectief: str = ""
    hun_perspectief: str = ""


@dataclass(frozen=True)
class Agendamoment:
    """A moment on a day. `wie` is in words, in small letters.

    `moment_id`: a moment of people; `stapsleutel`: a computed step; neither: of another page or of our municipality.
    `gevraagd` is the day the partner asks for, `wettelijk` the last day by law (or, typed, the last day it can be).
    `laatste` is the last meeting of the raad in time, and `later` how many such meetings come after `datum`.
    `agenderen` is the last day to hand in the paper for the meeting on `datum`. `dossier` is the zienswijze it belongs
    to, and `aan_zet` whose turn it is there. `pagina` is where it stands when that is not a page of the agenda, `bron`
    its lasting name there.
    """

    datum: date
    titel: str
    verband_id: int | None
    wie: str
    rol: str
    tekst: Tekst = Tekst()
    soort: str = ""
    moment_id: int | None = None
    stapsleutel: Stapsleutel | None = None
    stap: Stap | None = None
    ruimte: Ruimte | None = None
    vanaf: date | None = None
    gevraagd: date | None = None
    wettelijk: date | None = None
    laatste: date | None = None
    later: int = 0
    vergadering: str = ""
    agenderen: date | None = None
    gekozen: bool = False
    dossier: int | None = None
    aan_zet: str = ""
    pagina: str = ""
    bron: str = ""

    @property
    def van_de_raad(self) -> bool:
        """Whether the raad has a part in it: it acts itself, or may still give direction."""
        return self.wie in VAN_DE_RAAD or self.rol in ACTIEF

    @property
    def van_het_college(self) -> bool:
        """Whether the college acts."""
        return self.wie == COLLEGE

    @property
    def beslist(self) -> bool:
        """Whether the raad decides."""
        return self.rol == Raadsrol.BESLUITVORMING

    @property
    def berekend(self) -> bool:
        """Whether its date follows from the law."""
        return self.stap is not None

    @property
    def voorlopig(self) -> bool:
        """Whether it is counted from a plan and not from something that happened."""
        return self.stap is not None and self.stap.voorlopig

    @property
    def gedaan(self) -> bool:
        """Whether it is done, or will not be done."""
        gebeurd = self.stap is not None and self.stap.gebeurd is not None
        return gebeurd or self.tekst.status in (Momentstatus.BEHANDELD, Momentstatus.VERVALLEN)

    @property
    def vervallen(self) -> bool:
        """Whether it will not be done."""
        return self.tekst.status == Momentstatus.VERVALLEN

    @property
    def in_de_raad(self) -> bool:
        """Whether the raad itself acts on a paper with a last day: only then there is a last chance."""
        return self.wie == RAAD and self.wettelijk is not None

    @property
    def laatste_kans(self) -> bool:
        """Whether no meeting of the raad is left after this one and before the last day; only once the term runs."""
        loopt = self.in_de_raad and self.laatste is not None and not self.voorlopig
        return loopt and self.datum >= (self.laatste or self.datum) and not self.te_laat

    @property
    def te_laat(self) -> bool:
        """Whether it is planned on or after the last day."""
        return self.in_de_raad and self.wettelijk is not None and self.datum > self.wettelijk

    @property
    def zonder_vergadering(self) -> bool:
        """Whether the raad does not meet in time, as far as its calendar is known."""
        return self.ruimte is not None and self.ruimte.geen_vergadering and not self.gekozen and not self.gedaan

    @property
    def vraagt_te_vroeg(self) -> bool:
        """Whether the partner asks for a day on or before the meeting."""
        return self.gevraagd is not None and self.wie == RAAD and self.gevraagd <= self.datum

    @property
    def dagen_meer(self) -> int:
        """How many days the law gives beyond what the partner asks; 0 when it gives none."""
        if self.gevraagd is None or self.wettelijk is None:
            return 0
        return max((self.wettelijk - self.gevraagd).days, 0)

    @property
    def reces(self) -> str:
        """The recess in which the last day by law falls; empty when there is none."""
        return self.ruimte.reces if self.ruimte else ""

    @property
    def buiten_mandaat(self) -> bool:
        """Whether it falls outside the mandate of the college."""
        return self.tekst.mandaat == Mandaat.NEE

    @property
    def kenmerk(self) -> str:
        """A name that stays the same when the date moves; for calendars that must recognise it."""
        if self.moment_id is not None:
            return f"moment-{self.moment_id}"
        if self.stapsleutel is not None:
            return f"verband-{self.verband_id}-{self.stapsleutel}"
        if self.bron or self.dossier is not None:
            return self.bron or f"zienswijze-{self.dossier}"
        return f"gemeente-{self.stap.sleutel if self.stap else ''}-{self.datum.year}"

    def open_op(self, dag: date) -> bool:
        """Whether the raad can still change something on this day: the paper is there and the last day is not past."""
        begonnen = self.vanaf is not None and self.vanaf <= dag and not self.voorlopig
        return self.wie == RAAD and begonnen and not self.gedaan and (self.wettelijk or self.datum) >= dag
