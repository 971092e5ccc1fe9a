"""The signals on the first page of somebody: those of the role, and of own partnerships for who has these."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from samenwerkingswijzer.peildatum import Peildatum
from verbanden.signalering.lezen import portefeuille
from verbanden.signalering.voor import eigen, voor
from verbanden.signalering.weergave import startlijst


def voor_start(request: HttpRequest, eigen_ids: Iterable[int] | None = None) -> dict[str, Any]:
    """`signalen` for who reads, and whether these are of `eigen` partnerships (those of `eigen_ids`, when known)."""
    gebruiker: Any = request.user
    peildatum: Peildatum = request.peildatum  # type: ignore[attr-defined]  # set by the middleware
    ids = eigen(gebruiker, peildatum) if eigen_ids is None else frozenset(eigen_ids)
    return {"signalen": startlijst(voor(portefeuille(peildatum), gebruiker.rol, ids)), "eigen": ids is not None}
