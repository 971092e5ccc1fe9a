"""Our own static files, by name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

GEWICHT = "?wght="  # behind the name of a variable font: one weight of it


class Bestanden:
    """The files below `mappen`, which documents find under the address `basis` (ends in a slash)."""

    def __init__(self, basis: str, mappen: Sequence[Path]) -> None:
        self.basis = basis
        self.mappen = [map_.resolve() for map_ in mappen]

    def zoek(self, naam: str) -> Path | None:
        """The file with this name, or None; a name cannot leave the folders."""
        for map_ in self.mappen:
            try:
                pad = (map_ / naam).resolve()
                if pad.is_relative_to(map_) and pad.is_file():
                    return pad
            except (OSError, ValueError):  # too long, or with a character that no name can have
                continue
        return None
