"""Dutch notation of amounts, numbers, percentages, dates and times, written and read.

Pure: plain values in, text out; what people type is read back with `lees_...`, and every failure is a `ValueError`
whose text can stand beside a form field. No value (`None`) is never formatted here: the caller decides whether that
means 'niet opgegeven', 'niet van toepassing' or 'nog niet ingevuld', so `None` raises `TypeError`.
"""

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

MIN = "\u2212"
VASTE_SPATIE = "\u00a0"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MILJOEN = Decimal(1_000_000)
DUIZEND = Decimal(1_000)

# From this many days on, a length of time is told in weeks, in months and in years.
TWEE_WEKEN, HALF_JAAR, TWEE_JAAR = 14, 183, 731

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

_STAPPEN = {0: Decimal(1), 1: Decimal("0.1"), 2: Decimal("0.01")}
_NAAR_NEDERLANDS = str.maketrans({",": ".", ".": ","})

VOORBEELD_BEDRAG = "Vul alleen cijfers in, bijvoorbeeld 3.900 of 3.900,50."
VOORBEELD_DATUM = "Vul een datum in, zoals 13-4-2026."
TE_GROOT = "Dit getal is te groot. Kijk na of u het goed hebt ingevuld."
MAX_CIJFERS = 13

_MIN_TEKENS = str.maketrans({"\u2212": "-", "\u2013": "-"})
_GETAL = re.compile(r"(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?", re.ASCII)
_DATUM_NL = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
_DATUM_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)

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


def afbreekbaar(woord: str) -> str:
    """A word for a narrow cell, that may be broken where its parts meet: vast-gesteld."""
    return woord.replace("vastgesteld", "vast\u00adgesteld")


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


def lees_bedrag(tekst: str) -> Decimal:
    """Read an amount such as 3.900, 3900, −200 or € 3.900,50 as a Decimal with at most two decimals."""
    return lees_getal(tekst.replace("€", ""), decimalen=2)


def lees_procent(tekst: str, decimalen: int = 2) -> Decimal:
    """Read a percentage such as 18,0 or 18,0% as a Decimal (18 means 18%)."""
    kaal = tekst.strip().removesuffix("%")
    return lees_getal(kaal, decimalen=decimalen, voorbeeld="Vul een percentage in, bijvoorbeeld 18,5.")


def lees_getal(tekst: str, *, decimalen: int = 0, voorbeeld: str = VOORBEELD_BEDRAG) -> Decimal:
    """Read a number in Dutch notation with at most `decimalen` decimals; `voorbeeld` is the message on failure."""
    gevonden = _GETAL.fullmatch("".join(tekst.split()).translate(_MIN_TEKENS))
    if gevonden is None:
        raise ValueError(voorbeeld)
    teken, geheel, breuk = gevonden.groups(default="")
    if len(breuk) > decimalen:
        raise ValueError(_te_precies(decimalen))
    cijfers = geheel.replace(".", "")
    if len(cijfers.lstrip("0")) > MAX_CIJFERS:
        raise ValueError(TE_GROOT)
    return Decimal(f"{teken}{cijfers}.{breuk}" if breuk else f"{teken}{cijfers}")


def lees_datum(tekst: str) -> date:
    """Read a date written as 13-4-2026 or 2026-04-13."""
    kaal = tekst.strip()
    if iso := _DATUM_ISO.fullmatch(kaal):
        jaar, maand, dag = iso.groups()
    elif nederlands := _DATUM_NL.fullmatch(kaal):
        dag, maand, jaar = nederlands.groups()
    else:
        raise ValueError(VOORBEELD_DATUM)
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        raise ValueError(f"Deze datum bestaat niet. {VOORBEELD_DATUM}") from None


_NABIJ = {-1: "gisteren", 0: "vandaag", 1: "morgen"}


def _duur(dagen: int) -> str:
    """Write a number of days in the largest unit that still says enough."""
    if dagen < TWEE_WEKEN:
        return f"{dagen} dag" if dagen == 1 else f"{dagen} dagen"
    if dagen < HALF_JAAR:
        return f"{(dagen + 3) // 7} weken"
    if dagen < TWEE_JAAR:
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
    stap = _STAPPEN.get(decimalen) or Decimal(1).scaleb(-decimalen)
    afgerond = _als_decimal(waarde).quantize(stap, ROUND_HALF_UP)
    return afgerond or abs(afgerond)


def _als_decimal(waarde: Getal) -> Decimal:
    """Accept Decimal and int only: a float has no place in an amount."""
    if isinstance(waarde, Decimal):
        return waarde
    if isinstance(waarde, int):
        return Decimal(waarde)
    raise TypeError(f"Geen getal om op te maken: {waarde!r}")


def _dag(moment: date) -> date:
    """Take the calendar day of a date or, in Amsterdam, of a datetime."""
    if not isinstance(moment, datetime):
        return moment
    return moment.astimezone(AMSTERDAM).date() if moment.tzinfo else moment.date()


def _te_precies(decimalen: int) -> str:
    """Say how many decimals are allowed."""
    if decimalen == 0:
        return "Vul een heel getal in, zonder cijfers achter de komma."
    return f"Vul hoogstens {decimalen} {'cijfer' if decimalen == 1 else 'cijfers'} in achter de komma."
