"""One try at an act from a form: what it refuses stands on the form."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from verbanden.forms.basis import neem_fouten
from verbanden.handelingen.vergrendeling import VersieConflict
from verbanden.views.bewerkpagina import BOTSING, ONGELDIG

TEGELIJK = "Iemand anders bewaarde op dit moment hetzelfde. Er is niets bewaard. Kijk de gegevens na en bewaar opnieuw."


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
