"""A little ladder: a bar per rung, filled up to the rung that is meant; decoration beside its words."""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import SafeString

BREEDTE, HOOGTE, TUSSEN = 32.0, 14.0, 1.2
LAAGSTE, HOOGSTE = 3.0, 12.6


@lru_cache(maxsize=64)
def treden_svg(nummer: int, aantal: int) -> SafeString:
    """Rung `nummer` (from 1) of `aantal`; nothing when there are no rungs."""
    if aantal < 1:
        return SafeString("")
    breed = (BREEDTE + TUSSEN) / aantal - TUSSEN
    erbij = (HOOGSTE - LAAGSTE) / max(aantal - 1, 1)
    balken = []
    for plek in range(aantal):
        hoog = LAAGSTE + plek * erbij
        uit = "" if plek < nummer else ' class="is-off"'
        x = plek * (breed + TUSSEN)
        balken.append(f'<rect x="{x:.1f}" y="{HOOGTE - hoog:.1f}" width="{breed:.1f}" height="{hoog:.1f}"{uit}/>')
    begin = f'<svg class="sw-rung" viewBox="0 0 {BREEDTE:.0f} {HOOGTE:.0f}" aria-hidden="true" focusable="false">'
    return SafeString(f"{begin}{''.join(balken)}</svg>")
