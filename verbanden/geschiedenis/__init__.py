"""Who changed what of a partnership, from what to what, when and why."""

from verbanden.geschiedenis.bronnen import bronnen, registreer
from verbanden.geschiedenis.lezen import regels
from verbanden.geschiedenis.vertellen import Regel

__all__ = ["Regel", "bronnen", "regels", "registreer"]
