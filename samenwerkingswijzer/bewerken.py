"""What every page that changes something shares: the clock, the past, the version, and what an act refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError
from django.http import HttpResponse
from django.utils import timezone

from samenwerkingswijzer import opmaak
from samenwerkingswijzer.foutpaginas import foutpagina
from samenwerkingswijzer.peildatum import Peildatum
from samenwerkingswijzer.vergrendeling import VersieConflict
from samenwerkingswijzer.verzoek import Verzoek

ONGELDIG, BOTSING = 422, 409
GROOTSTE_VERSIE = 2**31 - 1
TEGELIJK = "Iemand anders bewaarde op dit moment hetzelfde. Er is niets bewaard. Kijk de gegevens na en bewaar opnieuw."


def in_verleden(request: Verzoek) -> HttpResponse | None:
    """The 403 page for somebody who looks at an earlier day; None today."""
    peildatum: Peildatum = request.peildatum
    if not peildatum.verleden:
        return None
    dag = opmaak.datum(peildatum.dag)
    return foutpagina(
        request, 403, f"U kijkt naar {dag}. Bewerken staat uit. Ga eerst terug naar vandaag; er is niets veranderd."
    )


def nu() -> datetime:
    """The clock of an edit page; everything below gets the time as an argument."""
    return timezone.now()


def lees_versie(tekst: str | None) -> int | None:
    """The version a form carries; None when it is missing or nonsense, which then counts as stale."""
    kaal = tekst or ""
    if not (kaal.isascii() and kaal.isdigit() and len(kaal) < 11):
        return None
    return int(kaal) if 0 < int(kaal) <= GROOTSTE_VERSIE else None


def geweigerd(formulier: forms.BaseForm, doe: Callable[[], object]) -> int:
    """Do it; 0 when that went well, and otherwise the status of the page that shows the form again."""
    try:
        doe()
    except VersieConflict:
        return BOTSING
    except ValidationError as fout:
        neem_fouten(formulier, fout)
        return ONGELDIG
    except IntegrityError:
        formulier.add_error(None, TEGELIJK)
        return ONGELDIG
    return 0


def neem_fouten(formulier: forms.BaseForm, fout: ValidationError) -> None:
    """Show what an act refused, at its field when the form has it and above the form otherwise."""
    per_veld = fout.message_dict if hasattr(fout, "error_dict") else {NON_FIELD_ERRORS: fout.messages}
    for veld, meldingen in per_veld.items():
        formulier.add_error(veld if veld in formulier.fields else None, meldingen)
