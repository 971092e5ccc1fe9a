"""Do all parties look at a partnership in the same way? The four perspectives on what it must bring.

Source: founding document, paragraph 2.2 ('Meerwaarde: vier perspectieven').
"""

from __future__ import annotations

from enum import StrEnum


class Perspectief(StrEnum):
    """Who decides what the partnership must bring, and whether it must pay off in itself or over several."""

    ZELF_PER_VERBAND = "zelf_per_verband"
    SAMEN_PER_VERBAND = "samen_per_verband"
    ZELF_OVER_VERBANDEN = "zelf_over_verbanden"
    SAMEN_OVER_VERBANDEN = "samen_over_verbanden"
    ONBEKEND = "onbekend"
