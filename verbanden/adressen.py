"""Which addresses under /verbanden/ belong to the portal itself, so that no partnership can have them."""

GERESERVEERD = frozenset({"kosten", "nieuw", "voorstellen"})
