"""What was adopted is kept for ever: its data, its document, and the hash of both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import Model

from samenwerkingswijzer.models import Gebruiker

M = TypeVar("M", bound=Model)


def bevries(
    soort: type[M], *, gegevens: Mapping[str, Any], pdf: bytes, door: Gebruiker, op: datetime, **over: Model
) -> M:
    """Add the frozen row of this kind; `over` is what was adopted. The database refuses to change or remove it."""
    rij = soort(
        gegevens=dict(gegevens),
        gegevens_sha256=controlegetal(gegevens),
        pdf=pdf,
        pdf_sha256=hashlib.sha256(pdf).hexdigest(),
        door=door,
        op=op,
        **over,
    )
    rij.save(force_insert=True)
    return rij


def controlegetal(gegevens: Mapping[str, Any]) -> str:
    """SHA-256 over the data, written in one fixed way."""
    return hashlib.sha256(vaste_vorm(gegevens)).hexdigest()


def vaste_vorm(gegevens: Mapping[str, Any]) -> bytes:
    """The data as JSON, written in one fixed way: the bytes that the hash is taken of."""
    return json.dumps(gegevens, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
