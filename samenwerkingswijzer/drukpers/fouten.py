"""What can go wrong at the press, in words for people."""

from __future__ import annotations


class DrukFout(ValueError):
    """The document cannot be printed as it is; the message says why."""


class GeweigerdAdres(DrukFout):
    """The document asked for something that is not one of our own static files."""


class TeDiepGenest(DrukFout):
    """Elements stand inside each other deeper than the press can follow."""
