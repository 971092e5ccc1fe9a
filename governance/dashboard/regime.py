"""Block 2: what of the wanted regime holds, and the way to the pages on say, weighing and partners."""

from __future__ import annotations

from typing import Any

from governance import regime
from governance.regels.afstand import Oordeel
from verbanden.dashboard.feiten import opsomming
from verbanden.dashboard.lezing import Lezing

GENOEMD = 2


def kern(lezing: Lezing) -> dict[str, Any] | None:
    """How many of the wanted roles and agreements hold, and the first that are missing; None without a weighing."""
    gelezen = _gelezen(lezing)
    if gelezen.afstand is None:
        return None
    ontbreekt = [f"'{punt.keuze.naam}'" for punt in gelezen.afstand.punten if punt.oordeel is Oordeel.ONTBREEKT]
    return {
        "afstand": gelezen.afstand,
        "keuze": gelezen.maatstaf.keuze if gelezen.maatstaf else None,
        "ontbreekt": opsomming([*ontbreekt[:GENOEMD], *_rest(len(ontbreekt) - GENOEMD)]) if ontbreekt else "",
    }


def _rest(aantal: int) -> list[str]:
    return [f"nog {aantal}"] if aantal > 0 else []


def meer(lezing: Lezing) -> dict[str, Any]:
    """All that holds in fact, and the ways to what explains it."""
    return {"slug": lezing.verband.slug, "geldend": _gelezen(lezing).geldend}


def _gelezen(lezing: Lezing) -> regime.Regime:
    gelezen: list[regime.Regime] = lezing.onthoud(
        "regime", lambda: regime.lees([lezing.verband], lezing.peildatum.moment)
    )
    return gelezen[0]
