"""Paper for the world of the safety tests."""

from __future__ import annotations

from io import BytesIO

import pikepdf


def leeg_document() -> bytes:
    """The smallest PDF that can be read."""
    uit = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(uit)
    return uit.getvalue()
