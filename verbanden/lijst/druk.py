"""The list as a document: from plain data to HTML, and to an accessible PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string

from samenwerkingswijzer.pdf import STATISCH, maak_pdf
from verbanden.lijst.weergave import lijstbeeld


@dataclass(frozen=True)
class Ondertekening:
    """Who put the list ready and who adopted it, in words; empty while nobody did. `controlegetal` is SHA-256."""

    klaargezet_door: str = ""
    vastgesteld_door: str = ""
    vastgesteld_op: str = ""
    controlegetal: str = ""

    @property
    def concept(self) -> bool:
        return not self.vastgesteld_door


def context(gegevens: Mapping[str, Any], teken: Ondertekening) -> dict[str, Any]:
    """What the templates of the document need."""
    return {
        "lijst": lijstbeeld(gegevens),
        "concept": teken.concept,
        "controlegetal": teken.controlegetal,
        "klaargezet_door": teken.klaargezet_door,
        "vastgesteld_door": teken.vastgesteld_door,
        "vastgesteld_op": teken.vastgesteld_op,
    }


def pdf(gegevens: Mapping[str, Any], teken: Ondertekening) -> bytes:
    """The document as tagged PDF; the same data give the same bytes."""
    html = render_to_string("verbanden/lijst/document.html", {**context(gegevens, teken), "statisch": STATISCH})
    return maak_pdf(html)
