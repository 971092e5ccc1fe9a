"""How many files one person may put in within some time."""

from __future__ import annotations

from allauth.core import ratelimit

from samenwerkingswijzer.foutpaginas import TE_VAAK
from samenwerkingswijzer.signalen import meld_weigering
from samenwerkingswijzer.verzoek import Verzoek

TE_VEEL = "U zette in korte tijd veel bestanden neer. Er is niets bewaard. Wacht tien minuten en probeer het opnieuw."


def te_snel(request: Verzoek) -> bool:
    """Count the files of this request; whether it is one too many, which then goes into the audit log."""
    if not request.FILES:
        return False
    if ratelimit.consume(request, action="upload", user=request.user):
        return False
    meld_weigering(request, TE_VAAK, "te veel bestanden")
    return True
