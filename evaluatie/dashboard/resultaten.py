"""Block 4: the goals of a partnership, each with one mark; the highest rungs are not known here, so the first ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from evaluatie.doelen import Stand, standen
from verbanden.dashboard.lezing import Lezing

OP_HET_KERNBEELD = 3


def kern(lezing: Lezing) -> dict[str, Any] | None:
    """Up to three goals, those that ask for action first; None without goals."""
    gelezen = _standen(lezing)
    if not gelezen:
        return None
    eerste = gelezen[:OP_HET_KERNBEELD]
    return {"standen": eerste, "rest": len(gelezen) - len(eerste), "slug": lezing.verband.slug}


def meer(lezing: Lezing) -> dict[str, Any] | None:
    """All goals with both judgements; None without goals."""
    gelezen = _standen(lezing)
    return {"standen": gelezen, "slug": lezing.verband.slug} if gelezen else None


def _standen(lezing: Lezing) -> Sequence[Stand]:
    def lees() -> list[Stand]:
        gevonden = standen([lezing.verband.id], lezing.peildatum).get(lezing.verband.id, [])
        return sorted(gevonden, key=lambda stand: (not stand.vraagt_actie, stand.merk.code == "geen"))

    gelezen: Sequence[Stand] = lezing.onthoud("doelen", lees)
    return gelezen
