"""Typed reading of the environment: the only place where the portal looks at environment variables.

Every variable of ours starts with `SW_`; `DATABASE_URL` and `PORT` keep the names that hosting platforms use.
An unknown `SW_` variable or a value that cannot be read stops the start with one Dutch message.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

VOORVOEGSEL = "SW_"
LOGNIVEAUS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
MAIL_BEVEILIGING = ("starttls", "tls", "geen")
HOOGSTE_POORT = 65535


class OmgevingsFout(ImproperlyConfigured):
    """A setting in the environment is unknown or cannot be read; the message is Dutch and names the variable."""


@dataclass(frozen=True)
class Databaseadres:
    """Where PostgreSQL is. `host` is a name, an address or the folder of a Unix socket."""

    naam: str
    gebruiker: str = ""
    wachtwoord: str = field(default="", repr=False)
    host: str = ""
    poort: str = ""
    opties: tuple[tuple[str, str], ...] = ()


def tekst(waarde: str) -> str:
    """Any text without control characters."""
    if any(ord(teken) < ord(" ") for teken in waarde):
        raise ValueError("bevat een stuurteken")
    return waarde


def ja_nee(waarde: str) -> bool:
    """`1`/`ja`/`true` or `0`/`nee`/`false`."""
    laag = waarde.lower()
    if laag in ("1", "ja", "true"):
        return True
    if laag in ("0", "nee", "false"):
        return False
    raise ValueError("moet 1 of 0 zijn")


def lijst(waarde: str) -> tuple[str, ...]:
    """Names separated by commas; empty parts are dropped."""
    return tuple(deel.strip() for deel in tekst(waarde).split(",") if deel.strip())


def oorsprongen(waarde: str) -> tuple[str, ...]:
    """Web origins such as `https://portaal.voorbeeld.nl`, separated by commas."""
    delen = lijst(waarde)
    for deel in delen:
        stuk = urlsplit(deel)
        if stuk.scheme not in ("http", "https") or not stuk.netloc or stuk.path not in ("", "/"):
            raise ValueError("moet bestaan uit adressen zoals https://portaal.voorbeeld.nl, gescheiden door komma's")
    return delen


def oorsprong(waarde: str) -> str:
    """One web origin, such as `https://portaal.voorbeeld.nl`, without a slash at the end."""
    delen = oorsprongen(waarde)
    if len(delen) != 1:
        raise ValueError("moet één adres zijn zoals https://portaal.voorbeeld.nl")
    return delen[0].removesuffix("/")


def getal(laagste: int, hoogste: int) -> Callable[[str], int]:
    """A reader of whole numbers between two bounds, both included."""

    def lees_getal(waarde: str) -> int:
        if not (waarde.isascii() and waarde.isdigit() and laagste <= int(waarde[:9]) <= hoogste):
            raise ValueError(f"moet een geheel getal zijn van {laagste} tot en met {hoogste}")
        return int(waarde)

    return lees_getal


def keuze(*mogelijk: str) -> Callable[[str], str]:
    """A reader that accepts only the given words."""

    def lees_keuze(waarde: str) -> str:
        if waarde not in mogelijk:
            raise ValueError(f"moet een van deze woorden zijn: {', '.join(mogelijk)}")
        return waarde

    return lees_keuze


def map_op_schijf(waarde: str) -> Path:
    """An absolute path."""
    pad = Path(tekst(waarde))
    if not pad.is_absolute():
        raise ValueError("moet een volledig pad zijn, dat begint met /")
    return pad


def databaseadres(waarde: str) -> Databaseadres:
    """`postgresql://gebruiker:wachtwoord@host:5432/naam?sslmode=require`."""
    try:
        delen = urlsplit(tekst(waarde))
        poort = str(delen.port or "")
    except ValueError as fout:
        raise ValueError("is geen geldig adres") from fout
    naam = unquote(delen.path.lstrip("/"))
    if delen.scheme not in ("postgres", "postgresql") or not naam:
        raise ValueError("moet eruitzien als postgresql://gebruiker:wachtwoord@host:5432/naam")
    opties = dict(parse_qsl(delen.query))
    return Databaseadres(
        naam=naam,
        gebruiker=unquote(delen.username or ""),
        wachtwoord=unquote(delen.password or ""),
        host=opties.pop("host", unquote(delen.hostname or "")),
        poort=opties.pop("port", poort),
        opties=tuple(sorted(opties.items())),
    )


def _variabele(naam: str, lezer: Callable[[str], Any], standaard: Any, *, geheim: bool = False) -> Any:
    """One row of the table of variables: its name, its reader and what holds when it is absent."""
    return field(default=standaard, repr=not geheim, metadata={"naam": naam, "lezer": lezer})


@dataclass(frozen=True)
class Omgeving:
    """All settings that an installation can choose. `.env.example` explains each of them in Dutch."""

    demo: bool = _variabele("SW_DEMO", ja_nee, False)
    debug: bool = _variabele("SW_DEBUG", ja_nee, False)
    geheime_sleutel: str = _variabele("SW_SECRET_KEY", tekst, "", geheim=True)
    hosts: tuple[str, ...] = _variabele("SW_ALLOWED_HOSTS", lijst, ())
    csrf_oorsprongen: tuple[str, ...] = _variabele("SW_CSRF_TRUSTED_ORIGINS", oorsprongen, ())
    vertrouwde_proxys: int = _variabele("SW_TRUSTED_PROXY", getal(0, 5), 0)
    database: Databaseadres | None = _variabele("DATABASE_URL", databaseadres, None, geheim=True)
    adres: str = _variabele("SW_BIND", tekst, "127.0.0.1")
    poort: int = _variabele("PORT", getal(1, HOOGSTE_POORT), 8000)
    werkers: int = _variabele("SW_WEB_WORKERS", getal(1, 64), 2)
    draden: int = _variabele("SW_WEB_THREADS", getal(1, 64), 4)
    opslag: Path | None = _variabele("SW_STORAGE", map_op_schijf, None)
    upload_mb: int = _variabele("SW_UPLOAD_MB", getal(1, 100), 20)
    lognivo: str = _variabele("SW_LOG_LEVEL", keuze(*LOGNIVEAUS), "INFO")
    portaaladres: str = _variabele("SW_BASE_URL", oorsprong, "")
    mail_host: str = _variabele("SW_EMAIL_HOST", tekst, "")
    mail_poort: int = _variabele("SW_EMAIL_PORT", getal(1, HOOGSTE_POORT), 587)
    mail_gebruiker: str = _variabele("SW_EMAIL_USER", tekst, "")
    mail_wachtwoord: str = _variabele("SW_EMAIL_PASSWORD", tekst, "", geheim=True)
    mail_beveiliging: str = _variabele("SW_EMAIL_SECURITY", keuze(*MAIL_BEVEILIGING), "starttls")
    mail_afzender: str = _variabele("SW_EMAIL_FROM", tekst, "portaal@localhost")


BEKEND = {veld.metadata["naam"]: veld for veld in fields(Omgeving)}


def lees(environ: Mapping[str, str]) -> Omgeving:
    """Read the environment into typed settings, or raise `OmgevingsFout` naming every variable that is wrong."""
    fouten = [f"{naam} is geen bekende instelling." for naam in sorted(_onbekend(environ))]
    gelezen: dict[str, Any] = {}
    for naam, veld in BEKEND.items():
        waarde = environ.get(naam, "").strip()
        if not waarde:  # an empty line in a file of settings is no choice
            continue
        try:
            gelezen[veld.name] = veld.metadata["lezer"](waarde)
        except ValueError as fout:
            fouten.append(f"{naam} {fout}.")
    if fouten:
        raise OmgevingsFout("De instellingen kloppen niet: " + " ".join(fouten) + " Zie .env.example.")
    return Omgeving(**gelezen)


def _onbekend(environ: Mapping[str, str]) -> set[str]:
    return {naam for naam in environ if naam.startswith(VOORVOEGSEL) and naam not in BEKEND}
