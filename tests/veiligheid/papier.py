"""Paper for the world of the safety tests."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import pikepdf

from samenwerkingswijzer import drukpers

# Who asks for a document that was printed before, for another role or method, gets the same bytes.
onthouden_druk = lru_cache(maxsize=64)(drukpers.druk)


def leeg_document() -> bytes:
    """The smallest PDF that can be read."""
    uit = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(uit)
    return uit.getvalue()
