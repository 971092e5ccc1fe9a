"""Dutch notation of amounts, numbers, percentages, dates and times.

Pure: plain values in, text out. No value (`None`) is never formatted here: the caller decides whether that
means 'niet opgegeven', 'niet van toepassing' or 'nog niet ingevuld', so `None` raises `TypeError`.
"""

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

MIN = "\u2212"
VASTE_SPATIE = "\u00a0"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MILJOEN = Decimal(1_000_000)
DUIZEND = Decimal(1_000)

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "juni", "juli", "aug", "sep", "okt", "nov", "dec")

_NAAR_NEDERLANDS = str.maketrans({",": ".", ".": ","})

Getal = Decimal | int


def getal(waarde: Getal, decimalen: int = 0, *, teken: bool = False) -> str:
    """Write a number as 1.234,56, rounded half up, with a real minus; `teken` adds a plus to a rise."""
    afgerond = _rond_af(waarde, decimalen)
    cijfers = f"{abs(afgerond):,.{decimalen}f}".translate(_NAAR_NEDERLANDS)
    if afgerond < 0:
        return MIN + cijfers
    return f"+{cijfers}" if teken and afgerond > 0 else cijfers


def bedrag(waarde: Getal) -> str:
    """Write an amount in euros in full: € 25.506.000, with cents only when there are cents."""
    decimalen = 0 if waarde == int(waarde) else 2
    return _met_euro(waarde, decimalen)


def duizend(waarde: Getal) -> str:
    """Write an amount in euros as thousands of euros, for a table headed '× € 1.000': 25.506."""
    return getal(_als_decimal(waarde) / DUIZEND)


def kop(waarde: Getal) -> str:
    """Write an amount in euros as a headline: € 25,5 mln from a million, otherwise € 216.000."""
    if abs(_als_decimal(waarde)) < MILJOEN:
        return _met_euro(waarde, 0)
    return miljoen(waarde)


def miljoen(waarde: Getal) -> str:
    """Write an amount in euros in millions with one decimal, however small it is: − € 0,6 mln."""
    return _met_euro(_als_decimal(waarde) / MILJOEN, 1) + f"{VASTE_SPATIE}mln"


def procent(waarde: Getal, decimalen: int = 1, *, teken: bool = False) -> str:
    """Write a percentage (9 means 9%): 9,0%, or with `teken` +9,0%."""
    return getal(waarde, decimalen, teken=teken) + "%"


def datum(dag: date) -> str:
    """Write a date in full: 23 juni 2026. An aware datetime is read in Amsterdam."""
    dag = _dag(dag)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_kort(dag: date) -> str:
    """Write a date for a narrow cell: 23-6-2026."""
    dag = _dag(dag)
    return f"{dag.day}-{dag.month}-{dag.year}"


def dag_maand(dag: date) -> str:
    """Write a date without its year: 23 juni."""
    dag = _dag(dag)
    return f"{dag.day} {MAANDEN[dag.month - 1]}"


def tijd(moment: time | datetime) -> str:
    """Write a time of day as 16.42. An aware datetime is read in Amsterdam."""
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(AMSTERDAM)
    return f"{moment.hour}.{moment.minute:02d}"


def over(dag: date, op: date) -> str:
    """Say how far `dag` lies from `op`: vandaag, morgen, over 13 dagen, over 5 weken, 3 maanden geleden."""
    dagen = (_dag(dag) - _dag(op)).days
    if dagen in _NABIJ:
        return _NABIJ[dagen]
    return f"over {_duur(dagen)}" if dagen > 0 else f"{_duur(-dagen)} geleden"


def oud(dag: date, op: date) -> str:
    """Say how old something of `dag` is on `op`: van vandaag, 2 dagen oud, 5 maanden oud, 3 jaar oud."""
    dagen = (_dag(op) - _dag(dag)).days
    if dagen < 0:
        raise ValueError("Een gegeven uit de toekomst heeft geen leeftijd.")
    return f"{_duur(dagen)} oud" if dagen else "van vandaag"


_NABIJ = {-1: "gisteren", 0: "vandaag", 1: "morgen"}


def _duur(dagen: int) -> str:
    """Write a number of days in the largest unit that still says enough."""
    if dagen < 14:
        return f"{dagen} dag" if dagen == 1 else f"{dagen} dagen"
    if dagen < 183:
        return f"{dagen // 7} weken"
    if dagen < 731:
        return f"{dagen * 12 // 365} maanden"
    return f"{dagen * 4 // 1461} jaar"


def _met_euro(waarde: Getal, decimalen: int) -> str:
    """Put the euro sign before the number and a minus before the euro sign."""
    tekst = getal(waarde, decimalen)
    if tekst.startswith(MIN):
        return f"{MIN}{VASTE_SPATIE}€{VASTE_SPATIE}{tekst[1:]}"
    return f"€{VASTE_SPATIE}{tekst}"


def _rond_af(waarde: Getal, decimalen: int) -> Decimal:
    """Round half up; a result of minus zero becomes zero."""
    afgerond = _als_decimal(waarde).quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)
    return afgerond if afgerond else abs(afgerond)


def _als_decimal(waarde: Getal) -> Decimal:
    """Accept Decimal and int only: a float has no place in an amount."""
    if isinstance(waarde, (Decimal, int)):
        return Decimal(waarde)
    raise TypeError(f"Geen getal om op te maken: {waarde!r}")


def _dag(moment: date) -> date:
    """Take the calendar day of a date or, in Amsterdam, of a datetime."""
    if not isinstance(moment, datetime):
        return moment
    return moment.astimezone(AMSTERDAM).date() if moment.tzinfo else moment.date()
