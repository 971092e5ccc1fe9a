"""From the register's text to single values: days, web addresses, shares, identifiers, place names."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from urllib.parse import urlsplit

from verbanden.regels.identificatie import OngeldigKenmerk, tooi
from verbanden.roo.fouten import RegisterFout

URL_TEKENS_MAX = 2000

_DATUM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9:.]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_AANDEEL = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,6})?")
_SCHEMA = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?![0-9])")
_ONZICHTBAAR = re.compile(r"[\s\x00-\x20\x7f]")
_REGELING_VOORAF = re.compile(
    r"gemeenschappelijke? regeling\b[\s:,-]*(?:(?:voor|van|inzake|betreffende)\s+(?:(?:de|het)\s+)?)?", re.IGNORECASE
)
_AANHALINGSTEKENS = "\"'‘’“”„"
_KLEINE_WOORDEN = {"a/d", "a/den", "aan", "bij", "de", "den", "der", "en", "het", "in", "op", "te", "ten", "van"}


def datum(tekst: str, veld: str) -> date | None:
    """Read a day (YYYY-MM-DD, a time or zone behind it is ignored); '' is None, anything else is a `RegisterFout`."""
    if not tekst:
        return None
    gevonden = _DATUM.fullmatch(tekst)
    try:
        return date.fromisoformat(gevonden[1] if gevonden else tekst[:11] + "?")
    except ValueError:
        raise RegisterFout(f"In het bestand staat bij '{veld}' geen geldige datum: '{tekst[:40]}'.") from None


def webadres(tekst: str) -> str:
    """Return an http(s) address; 'www.x.nl' gets https:// in front, any other scheme or shape gives ''."""
    if not tekst or len(tekst) > URL_TEKENS_MAX or _ONZICHTBAAR.search(tekst):
        return ""
    adres = tekst if _SCHEMA.match(tekst) else f"https://{tekst.removeprefix('//')}"
    try:
        delen = urlsplit(adres)
    except ValueError:
        return ""
    host = delen.hostname or ""
    return adres if delen.scheme in {"http", "https"} and "." in host and "@" not in delen.netloc else ""


def aandeel(tekst: str) -> Decimal | None:
    """Read a share in percent with decimal comma or point, such as '28,95'; '' or words give None."""
    if _AANDEEL.fullmatch(tekst) is None:
        return None
    return Decimal(tekst.replace(",", "."))


def kenmerk(tekst: str, controle: Callable[[str], str], naam: str) -> tuple[str, tuple[str, ...]]:
    """Return a checked identifier and no remark, or '' and a remark that the registered value cannot be right."""
    if not tekst:
        return "", ()
    try:
        return controle(tekst), ()
    except OngeldigKenmerk:
        return "", (f"Het {naam} in het register is ongeldig en niet overgenomen: '{tekst[:40]}'.",)


def tooi_adres(tekst: str) -> str:
    """Return a well-formed TOOI address, or ''."""
    try:
        return tooi(tekst).uri
    except OngeldigKenmerk:
        return ""


def tooi_soort(adres: str) -> str:
    """Return the kind of organisation in a TOOI address ('gemeente', 'so', ...), or 'onbekend' for ''."""
    return tooi(adres).soort if adres else "onbekend"


def korte_naam(tekst: str) -> str:
    """Drop a leading 'Gemeenschappelijke regeling (voor de)' and surrounding quotes; begin with a capital."""
    vooraf = _REGELING_VOORAF.match(tekst)
    rest = tekst[vooraf.end() :] if vooraf else tekst
    if rest[:1] in _AANHALINGSTEKENS and rest[-1:] in _AANHALINGSTEKENS:
        rest = rest[1:-1]
    rest = rest.strip() or tekst
    return rest[:1].upper() + rest[1:]


def plaatsnaam(tekst: str) -> str:
    """Write a place name that stands in capitals as usual ('WIJK EN AALBURG' is 'Wijk en Aalburg')."""
    if not tekst.isupper():
        return tekst
    woorden = (woord if woord in _KLEINE_WOORDEN else _hoofdletter(woord) for woord in tekst.lower().split())
    naam = " ".join(woorden)
    return naam if naam.startswith("'") else naam[:1].upper() + naam[1:]


def _hoofdletter(woord: str) -> str:
    if woord.startswith(("'s-", "'t")):
        return woord[:3] + _hoofdletter(woord[3:])
    delen = woord.split("-")
    return "-".join(deel if deel in _KLEINE_WOORDEN else _eerste_groot(deel) for deel in delen)


def _eerste_groot(deel: str) -> str:
    return "IJ" + deel[2:] if deel.startswith("ij") else deel[:1].upper() + deel[1:]
