"""Addresses of the register: which the portal keeps for itself, and where a datum is filled in."""

from django.urls import reverse

# Under /verbanden/ these belong to the portal itself, so that no partnership can have them.
GERESERVEERD = frozenset({"kosten", "nieuw", "voorstellen"})


def invulplek(slug: str, onderdeel: str, anker: str, jaar: int) -> str:
    """The address of the edit screen on which a datum stands; figures have a screen per year."""
    if onderdeel == "cijfers":
        url = reverse("verbanden:cijfers", args=[slug, jaar])
    else:
        url = reverse("verbanden:onderdeel", args=[slug, onderdeel])
    return f"{url}#{anker}" if anker else url
