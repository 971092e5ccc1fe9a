"""One try at an act from a form; it lies in the shared ground, where every function reaches it."""

from samenwerkingswijzer.bewerken import TEGELIJK, geweigerd

__all__ = ("TEGELIJK", "geweigerd")
