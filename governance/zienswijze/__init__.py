"""Zienswijzen: what the raad asks of the board of a partnership, the way there, and what came of it."""
