"""What the BBV asks, as pure rules.

`belang` (what a verbonden partij is), `deelname` (in which years we take part in one), `partij` (what is known of it),
`eisen` (what the list must say of it), `bevindingen` (what is missing) with `cijfertoets` and `controles` (what
deserves a second look).
"""

from verbanden.regels.bbv.belang import (
    CATEGORIE_PER_VORM,
    CATEGORIENAMEN,
    Belang,
    Categorie,
    categorie,
    verbonden_partij,
    vormen,
)

__all__ = [
    "CATEGORIENAMEN",
    "CATEGORIE_PER_VORM",
    "Belang",
    "Categorie",
    "categorie",
    "verbonden_partij",
    "vormen",
]
