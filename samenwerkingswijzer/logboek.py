"""One JSON line per event and per request, on standard error, without personal data.

A request line holds the method, the route as written in the URLconf (so no ids, no query string), the status, the
duration in milliseconds, a request id and the role of the user. JSON escapes control characters, so input cannot forge
a line or colour a terminal.
"""

import json
import logging
import time
import traceback
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType

from django.http import HttpRequest, HttpResponse

logger = logging.getLogger("samenwerkingswijzer.verzoek")

SoortFout = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class JsonRegel(logging.Formatter):
    """Formats a log record as one line of ASCII JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line; fields given as `extra={"velden": {...}}` come first."""
        regel: dict[str, object] = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname,
            "bron": record.name,
            "bericht": bericht(record),
            **getattr(record, "velden", {}),
        }
        if record.exc_info:
            regel["fout"] = beknopte_fout(record.exc_info)
        return json.dumps(regel, ensure_ascii=True, default=str)


def bericht(record: logging.LogRecord) -> str:
    """The text of a record. Django's own about requests are kept without what it fills in: that is the address."""
    over_een_verzoek = record.name.startswith(("django.request", "django.security"))
    return str(record.msg) if over_een_verzoek else record.getMessage()


def beknopte_fout(soort: SoortFout) -> dict[str, object]:
    """Type and places of an exception. The message is left out: it can quote what a user typed."""
    klasse, _, spoor = soort
    plekken = [f"{stap.filename}:{stap.lineno} {stap.name}" for stap in traceback.extract_tb(spoor)]
    return {"soort": klasse.__name__ if klasse else "", "plekken": plekken[-12:]}


class LogboekMiddleware:
    """Writes the request line. Stands first, so that it also sees what the other layers refuse."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request and log it."""
        begin = time.perf_counter()
        kenmerk = uuid.uuid4().hex
        request.META["sw.kenmerk"] = kenmerk
        antwoord = self.get_response(request)
        velden = {
            "methode": request.method if request.method in METHODEN else "ANDERS",
            "route": route(request),
            "status": antwoord.status_code,
            "duur_ms": round((time.perf_counter() - begin) * 1000, 1),
            "verzoek": kenmerk,
            "rol": rol(request),
        }
        logger.log(
            logging.ERROR if antwoord.status_code >= FOUT_VAN_ONS else logging.INFO, "verzoek", extra={"velden": velden}
        )
        return antwoord


METHODEN = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
FOUT_VAN_ONS = 500


def route(request: HttpRequest) -> str:
    """The route of the URLconf that answered, such as `verbanden/<slug:slug>/`; empty when none did."""
    gevonden = request.resolver_match
    return gevonden.route if gevonden else ""


def rol(request: HttpRequest) -> str:
    """Role of the user as far as it is already known: a log line never costs a query."""
    gebruiker = getattr(request, "_cached_user", None)
    if gebruiker is None or not gebruiker.is_authenticated:
        return ""
    return str(getattr(gebruiker, "rol", ""))
