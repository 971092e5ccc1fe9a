"""One reference date for every page and print: what the portal showed at the end of that day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

SLEUTEL = "peildatum"
OPENBAAR = ("/openbaar/", "/robots.txt")
EERSTE_DAG = date(1900, 1, 1)


@dataclass(frozen=True)
class Peildatum:
    """The day the reader looks at, and the moment up to which changes count (None: now)."""

    dag: date
    moment: datetime | None = None

    @property
    def verleden(self) -> bool:
        """Whether this is an earlier day, on which nothing can be edited."""
        return self.moment is not None

    @classmethod
    def van(cls, dag: date, *, vandaag: date) -> Peildatum:
        """The reference date for `dag`; today itself shows the rows as they are now."""
        if dag > vandaag:
            raise ValueError("De peildatum ligt in de toekomst. Kies vandaag of een eerdere dag.")
        if dag < EERSTE_DAG:
            raise ValueError("De peildatum ligt te ver terug. Kies een dag na 1 januari 1900.")
        return cls(dag) if dag == vandaag else cls(dag, einde_van(dag))


def einde_van(dag: date) -> datetime:
    """The last moment of a day in the zone of the portal; aware."""
    morgen = datetime.combine(dag + timedelta(days=1), time.min)
    return timezone.make_aware(morgen) - timedelta(microseconds=1)


def lees_peildatum(tekst: str, *, vandaag: date) -> Peildatum:
    """Read '2026-06-30'; ValueError with a sentence for people when it is not a possible day."""
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        raise ValueError("Deze peildatum is geen datum. Schrijf hem als jaar-maand-dag, zoals 2026-06-30.") from None
    return Peildatum.van(dag, vandaag=vandaag)


class PeildatumMiddleware:
    """Sets `request.peildatum`: from `?peildatum=`, else as remembered, else today."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(OPENBAAR):  # what is public is public today; and no session is looked at
            request.peildatum = Peildatum(timezone.localdate())  # type: ignore[attr-defined]  # set here, read everywhere
            return self.get_response(request)
        try:
            request.peildatum = self.bepaal(request)  # type: ignore[attr-defined]  # set here, read everywhere
        except ValueError as fout:
            request.peildatum = Peildatum(timezone.localdate())  # type: ignore[attr-defined]
            request.peildatumfout = str(fout)  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        fout = getattr(request, "peildatumfout", None)
        if fout is not None:
            raise BadRequest(fout)

    def bepaal(self, request: HttpRequest) -> Peildatum:
        vandaag = timezone.localdate()
        gevraagd = request.GET.get(SLEUTEL)
        if gevraagd is None:
            return self.onthouden(request, vandaag)
        if not gevraagd:
            request.session.pop(SLEUTEL, None)
            return Peildatum(vandaag)
        peildatum = lees_peildatum(gevraagd, vandaag=vandaag)
        if not peildatum.verleden:
            request.session.pop(SLEUTEL, None)
        elif request.session.get(SLEUTEL) != gevraagd:  # saved only when it changes: a page view writes nothing
            request.session[SLEUTEL] = gevraagd
        return peildatum

    def onthouden(self, request: HttpRequest, vandaag: date) -> Peildatum:
        # Anonymous visitors have no session cookie, so looking at the session costs them nothing.
        bewaard = request.session.get(SLEUTEL)
        return lees_peildatum(bewaard, vandaag=vandaag) if bewaard else Peildatum(vandaag)
