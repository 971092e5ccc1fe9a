"""What must hold between a subject of the Wgr-check and its partnership; runs while the partnership is locked."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from governance.models import Wgrpunt
from verbanden.models import Samenwerkingsverband
from verbanden.models.keuzes import REGELINGEN


def alleen_regelingen(verband: Samenwerkingsverband, rij: Wgrpunt) -> None:
    """Only a regeling has a Wgr-check: somebody may have changed the legal form in the meantime."""
    if verband.vorm not in REGELINGEN:
        raise ValidationError("Dit verband is geen gemeenschappelijke regeling. De Wgr-check geldt er niet voor.")
