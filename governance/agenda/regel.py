"""One line of the list: the words about a moment, or about the same moment of several partnerships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from governance.agenda.feiten import Verbandkern
from governance.agenda.lezen import adres, wat_kan
from governance.agenda.moment import Agendamoment
from governance.models import RolRaad
from governance.regels.termijnen.tijd import Weken
from samenwerkingswijzer.opmaak import dag_maand, datum, over

# From this many partnerships on, the same moment takes one line.
SAMEN_VANAF = 3
ROLLEN = {
    RolRaad.BESLUITVORMING.value: "Besluiten",
    RolRaad.OORDEELSVORMING.value: "Oordeel vormen",
    RolRaad.BEELDVORMING.value: "Beeld vormen",
    RolRaad.INFORMEREN.value: "Informeren",
    "": "",
}
BINNENKORT = 28


@dataclass(frozen=True)
class Noot:
    """What a reader must know: a badge when it is the last chance, a few strong words, and sentences."""

    laatste_kans: bool = False
    kop: str = ""
    zin: str = ""


@dataclass(frozen=True)
class Regel:
    """A line as words; equal lines look the same. `leden`: name and page of each, when there are several."""

    datum: date
    onder: str
    zelfde: bool
    naam: str
    pagina: str
    leden: tuple[tuple[str, str], ...]
    titel: str
    rol: str
    wie: str
    gevraagd: date | None
    te_vroeg: bool
    wettelijk: date | None
    uitleg: str
    noot: Noot

    @property
    def rolnaam(self) -> str:
        """The role of the raad in words."""
        return ROLLEN[self.rol]

    @property
    def beslist(self) -> bool:
        """Whether the raad decides."""
        return self.rol == RolRaad.BESLUITVORMING

    @property
    def dagtekst(self) -> str:
        """'23 juni'."""
        return dag_maand(self.datum)


def regels(
    momenten: Iterable[Agendamoment], verbanden: dict[int, Verbandkern], dag: date, *, samen: bool
) -> Iterator[Regel]:
    """Lines by date; with `samen` the same moment of several partnerships is one line."""
    vorige: date | None = None
    for datum_, op_de_dag in groupby(momenten, key=lambda moment: moment.datum):
        for groep in bundel(list(op_de_dag), samen=samen):
            yield _regel(groep, verbanden, dag, zelfde=vorige == datum_)
            vorige = datum_


def bundel(momenten: Sequence[Agendamoment], *, samen: bool) -> list[list[Agendamoment]]:
    """Moments of one day, those that say the same together when they are many enough, in the order of the first."""
    groepen: dict[tuple[object, ...], list[Agendamoment]] = {}
    for moment in momenten:
        groepen.setdefault(_gelijk(moment), []).append(moment)
    gebundeld: list[list[Agendamoment]] = []
    for groep in groepen.values():
        gebundeld += [groep] if samen and len(groep) >= SAMEN_VANAF else [[moment] for moment in groep]
    return sorted(gebundeld, key=lambda groep: momenten.index(groep[0])) if samen else gebundeld


def _gelijk(moment: Agendamoment) -> tuple[object, ...]:
    return (
        moment.titel, moment.wie, moment.rol, moment.tekst, moment.soort, moment.berekend,
        moment.gevraagd, moment.wettelijk, moment.vanaf, moment.laatste, moment.gedaan,
    )  # fmt: skip


def _regel(groep: list[Agendamoment], verbanden: dict[int, Verbandkern], dag: date, *, zelfde: bool) -> Regel:
    eerste = groep[0]
    leden = tuple(
        (verbanden[een.verband_id].roepnaam, adres(een, verbanden)) for een in groep if een.verband_id is not None
    )
    samen = len(leden) > 1
    return Regel(
        datum=eerste.datum,
        onder=onder_de_dag(eerste, dag),
        zelfde=zelfde,
        naam=_samennaam(groep, verbanden) if samen else leden[0][0] if leden else "Onze gemeente",
        pagina="" if samen or not leden else leden[0][1],
        leden=leden if samen else (),
        titel=eerste.titel,
        rol=eerste.rol,
        wie=eerste.wie,
        gevraagd=eerste.gevraagd,
        te_vroeg=eerste.vraagt_te_vroeg,
        wettelijk=eerste.wettelijk,
        uitleg=uitleg(eerste),
        noot=noot(eerste, dag),
    )


def _samennaam(groep: list[Agendamoment], verbanden: dict[int, Verbandkern]) -> str:
    lopend = sum(verband.lopend for verband in verbanden.values())
    soort = "regelingen" if all(een.berekend for een in groep) else "verbanden"
    return f"Alle {lopend} {soort}" if len(groep) == lopend else f"{len(groep)} {soort}"


def onder_de_dag(moment: Agendamoment, dag: date) -> str:
    """Under the date: who, and how far away when it is near; 'verwacht' when the date rests on a plan."""
    if moment.wie == "raad" and not moment.vergadering:
        wie = "raad, verwacht" if moment.voorlopig else "raad"
    elif moment.wie in ("raad", "raadscommissie"):
        wie = moment.vergadering or "commissie"
    else:
        wie = f"{moment.wie}, uiterlijk" if moment.berekend and not moment.gedaan else moment.wie
    dagen = (moment.datum - dag).days
    return f"{wie}, {over(moment.datum, dag)}" if 0 <= dagen <= BINNENKORT else wie


def uitleg(moment: Agendamoment) -> str:
    """Under the last day: how it was counted."""
    if moment.stap is None or moment.wettelijk is None:
        return ""
    termijn = moment.stap.grondslagen[0].termijn if moment.stap.grondslagen else None
    if isinstance(termijn, Weken) and moment.vanaf is not None and moment.in_de_raad:
        weken = f"{termijn.aantal} weken na {dag_maand(moment.vanaf)}"
        return f"{weken}, verwacht" if moment.voorlopig else weken
    if isinstance(termijn, Weken):
        return f"{termijn.aantal} weken"
    return "vaste dag in de wet"


def noot(moment: Agendamoment, dag: date) -> Noot:
    """What a reader must know, the most pressing first."""
    if moment.gedaan:
        return Noot(zin="Dit is gedaan.")
    if moment.datum < dag:
        return Noot(zin="Nog niet als gedaan genoteerd." if moment.berekend else "")
    kans = moment.laatste_kans
    return Noot(kans, _kop(moment), " ".join(filter(None, (_ruimte(moment, kans=kans), _eigen(moment)))))


def _kop(moment: Agendamoment) -> str:
    if moment.te_laat:
        return "Na de laatste dag."
    if moment.zonder_vergadering:
        return "Geen raad op tijd."
    if moment.buiten_mandaat:
        return "Buiten het mandaat."
    return "Partner vraagt eerder." if moment.vraagt_te_vroeg and not moment.laatste_kans else ""


def _ruimte(moment: Agendamoment, *, kans: bool) -> str:
    """How much room there is: after the last meeting, after the day of the partner, or later on."""
    zinnen = []
    if kans:
        zinnen.append("Hierna is er geen raad meer.")
    if moment.vraagt_te_vroeg and moment.dagen_meer:
        zinnen.append(f"De wet geeft {moment.dagen_meer} dagen meer dan de partner.")
    elif moment.in_de_raad and moment.later and moment.laatste:
        na = ", maar dan na de datum van de partner" if moment.gevraagd and moment.laatste >= moment.gevraagd else ""
        zinnen.append(f"Het kan ook nog op {dag_maand(moment.laatste)}{na}.")
    if moment.reces and moment.wettelijk:
        zinnen.append(f"De termijn eindigt in het {moment.reces}.")
    return " ".join(zinnen)


def _eigen(moment: Agendamoment) -> str:
    """What people wrote, or what the engine warns about."""
    if moment.tekst.invloed:
        return f"U kunt nog {moment.tekst.invloed}"
    if kan := wat_kan(moment):
        return f"U kunt nog {kan}"
    if moment.stap is not None and moment.stap.let_op:
        return moment.stap.let_op
    if moment.berekend and moment.voorlopig and moment.wie == "raad" and moment.vanaf:
        return f"Het ontwerp komt uiterlijk op {datum(moment.vanaf)}."
    return ""
