"""Typing errors: which words one slip makes, and how far two words are apart. Pure."""

from __future__ import annotations

import string

LETTERS = string.ascii_lowercase
# Shorter words look too much like others; of longer ones the database finds likely words itself.
KORTSTE, LANGSTE = 4, 8


def varianten(woord: str) -> set[str]:
    """Every word that one slip makes of this one: a letter too few, too many, wrong, or two changed round."""
    if not KORTSTE <= len(woord) <= LANGSTE:
        return set()
    stukken = [(woord[:plek], woord[plek:]) for plek in range(len(woord) + 1)]
    weg = {voor + na[1:] for voor, na in stukken if na}
    om = {voor + na[1] + na[0] + na[2:] for voor, na in stukken if len(na) > 1}
    anders = {voor + letter + na[1:] for voor, na in stukken if na for letter in LETTERS}
    erbij = {voor + letter + na for voor, na in stukken for letter in LETTERS}
    return (weg | om | anders | erbij) - {woord}


def afstand(een: str, ander: str) -> int:
    """How many slips lie between two words; two neighbours changed round count once."""
    vorige: list[int] = []
    rij = list(range(len(ander) + 1))
    for i, letter in enumerate(een, start=1):
        vorige, oud, rij = rij, vorige, [i]
        for j, teken in enumerate(ander, start=1):
            kosten = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (letter != teken))
            if i > 1 and j > 1 and letter == ander[j - 2] and een[i - 2] == teken:
                kosten = min(kosten, oud[j - 2] + 1)
            rij.append(kosten)
    return rij[-1]


def mag_verschillen(woord: str) -> int:
    """How many slips we forgive in a word of this length."""
    return 0 if len(woord) < KORTSTE else 1 if len(woord) < 9 else 2
