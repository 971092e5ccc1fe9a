"""The map of partners and tables as a table of tiles, and what stands out in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from governance.partners.netwerk import Netwerk, Partner, Tafel
from governance.regels.netwerk import dezelfde_kring
from samenwerkingswijzer.opmaak import getal

# With so few partners the map shows everybody; otherwise those we meet at one table come apart.
ALLEMAAL = 15
# So many columns fit with their heads lying, and so many fit beside the text on a desk.
KOLOMMEN_LIGGEND, KOLOMMEN_NAAST = 5, 17
MEESTE_NAMEN = 4


@dataclass(frozen=True)
class Rij:
    """One partner: a tile or a dash per column, with the name of the table for narrow screens."""

    partner: Partner
    cellen: Sequence[tuple[Tafel, bool]]
    aantal: int


@dataclass(frozen=True)
class Matrix:
    """The map: rows by number of tables, columns by number of partners, and totals both ways."""

    kolommen: Sequence[Tafel]
    rijen: Sequence[Rij]
    rest: Sequence[tuple[Tafel, int]]
    resttafels: Sequence[tuple[Tafel, Sequence[Partner]]]
    restaantal: int
    totalen: Sequence[tuple[Tafel, int]]

    @property
    def veel(self) -> bool:
        """Whether there are too many columns for lying heads, and for a grid on a narrow screen."""
        return len(self.kolommen) > KOLOMMEN_LIGGEND

    @property
    def breed(self) -> bool:
        """Whether the map needs the whole width of a desk."""
        return len(self.kolommen) > KOLOMMEN_NAAST


@dataclass(frozen=True)
class Vondst:
    """Something that stands out: a heading, a sentence, and the partner it is about."""

    kop: str
    zin: str
    partner: Partner | None = None


def matrix(netwerk: Netwerk) -> Matrix:
    """Lay out the map."""
    alle, kolommen = netwerk.op_aantal, netwerk.bezet
    vaak = alle if len(alle) <= ALLEMAAL else [p for p in alle if len(netwerk.gezien[p.id]) > 1]
    rest = alle[len(vaak) :]
    per_tafel = {tafel.id: [partner for partner in rest if partner.id in netwerk.aan[tafel.id]] for tafel in kolommen}
    return Matrix(
        kolommen=kolommen,
        rijen=[_rij(netwerk, partner, kolommen) for partner in vaak],
        rest=[(tafel, len(per_tafel[tafel.id])) for tafel in kolommen],
        resttafels=[(tafel, per_tafel[tafel.id]) for tafel in kolommen if per_tafel[tafel.id]],
        restaantal=len(rest),
        totalen=[(tafel, len(netwerk.aan[tafel.id])) for tafel in kolommen],
    )


def _rij(netwerk: Netwerk, partner: Partner, kolommen: Sequence[Tafel]) -> Rij:
    tafels = netwerk.gezien[partner.id]
    return Rij(partner, [(tafel, tafel.id in tafels) for tafel in kolommen], len(tafels))


def samenvatting(netwerk: Netwerk, gemeente: str) -> str:
    """'Maassluis zit met 31 partners aan 15 tafels. Vlaardingen zien wij aan 8 tafels, Schiedam aan 7.'"""
    if not netwerk.op_aantal:
        return "Bij deze keuze zit er geen andere organisatie aan onze tafels."
    begin = (
        f"{gemeente} zit met {_aantal(len(netwerk.op_aantal), 'partner', 'partners')} aan "
        f"{_aantal(len(netwerk.bezet), 'tafel', 'tafels')}."
    )
    eerste, *volgende = [(p.naam, len(netwerk.gezien[p.id])) for p in netwerk.op_aantal[:2]]
    if eerste[1] < 2:
        return f"{begin} Elke partner zien wij aan één tafel."
    tweede = "".join(f", {naam} aan {aantal}" for naam, aantal in volgende)
    return f"{begin} {eerste[0]} zien wij aan {eerste[1]} tafels{tweede}."


def vondsten(netwerk: Netwerk) -> list[Vondst]:
    """What stands out in this part of the network."""
    return [vondst for vondst in (_buur(netwerk), _kring(netwerk), _eenmalig(netwerk)) if vondst]


def _buur(netwerk: Netwerk) -> Vondst | None:
    """The partner we meet most, when there is one."""
    aantallen = Counter(len(tafels) for tafels in netwerk.gezien.values())
    meeste = max(aantallen, default=0)
    if meeste < 2 or aantallen[meeste] > 1:
        return None
    partner = netwerk.op_aantal[0]
    zin = f"Met {partner.naam} kunnen wij afspraken maken die over meer verbanden gaan."
    return Vondst(f"Eén partner, {meeste} tafels", zin, partner)


def _kring(netwerk: Netwerk) -> Vondst | None:
    """The tables at which we meet the same partners."""
    kring = dezelfde_kring(netwerk.aan)
    if kring is None:
        return None
    waar = opsomming([tafel.kop for tafel in netwerk.bezet if tafel.id in kring.tafels])
    hoeveel = len(kring.partners)
    zin = f"Bij {waar} zien wij steeds dezelfde {hoeveel}. Misschien is één gesprek genoeg."
    return Vondst(f"{len(kring.tafels)} tafels, dezelfde {hoeveel} partners", zin)


def _eenmalig(netwerk: Netwerk) -> Vondst | None:
    """How many partners we meet only once."""
    aantal = sum(len(tafels) == 1 for tafels in netwerk.gezien.values())
    if not aantal or aantal == len(netwerk.gezien):
        return None
    wie = _aantal(aantal, "partner zien wij", "partners zien wij")
    return Vondst(f"{wie} aan één tafel", "Met hen is er maar één plek om zaken tegen elkaar af te wegen.")


def gaten(netwerk: Netwerk) -> list[Vondst]:
    """What the register does not know; of the whole network, whatever part is shown."""
    alleen = [tafel.naam for tafel in netwerk.tafels.values() if not netwerk.aan[tafel.id]]
    zonder_ons = [tafel.naam for tafel in netwerk.tafels.values() if not tafel.eigen and netwerk.aan[tafel.id]]
    gevonden = []
    if alleen:
        gevonden.append(Vondst("Niemand anders bekend", f"Geen andere deelnemer vastgelegd: {opsomming(alleen)}."))
    if zonder_ons:
        zin = f"Onze gemeente staat niet bij de deelnemers van {opsomming(zonder_ons)}."
        gevonden.append(Vondst("Wij staan er niet bij", zin))
    return gevonden


def opsomming(namen: Collection[str]) -> str:
    """'A, B en C'; of many only the first ones and how many more."""
    kort = list(namen)
    if len(kort) > MEESTE_NAMEN + 1:
        kort = [*kort[:MEESTE_NAMEN], f"nog {getal(len(kort) - MEESTE_NAMEN)}"]
    *begin, laatste = kort
    return f"{', '.join(begin)} en {laatste}" if begin else laatste


def _aantal(hoeveel: int, een: str, meer: str) -> str:
    return f"{getal(hoeveel)} {een if hoeveel == 1 else meer}"
