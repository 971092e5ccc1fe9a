"""Pictures in a text: only those that belong to it, by number, and always with words for who cannot see them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markdown_it.token import Token

_ADRES = re.compile(r"bijlage:([1-9][0-9]{0,3})\Z")


@dataclass(frozen=True)
class Beeld:
    """A picture of ours: its address within the portal, and what is to be seen on it."""

    url: str
    titel: str


LEEG: Mapping[int, Beeld] = {}


def zet_beelden(stukken: Iterable[Token], beelden: Mapping[int, Beeld]) -> None:
    """Give every `![words](bijlage:2)` its address; of a picture that is not there the words stay."""
    for stuk in stukken:
        if stuk.children:
            stuk.children = [_vervang(een, beelden) if een.type == "image" else een for een in stuk.children]


def _vervang(stuk: Token, beelden: Mapping[int, Beeld]) -> Token:
    gevonden = _ADRES.match(str(stuk.attrs.get("src", "")).strip())
    beeld = beelden.get(int(gevonden[1])) if gevonden else None
    if beeld is None:
        return Token("text", "", 0, content=_woorden(stuk))
    stuk.attrs = {"src": beeld.url, "alt": ""}
    if not stuk.content.strip():
        stuk.children = [Token("text", "", 0, content=beeld.titel)]
    return stuk


def _woorden(stuk: Token) -> str:
    """What stands there when the picture does not, so that its writer sees what is wrong."""
    return f"[Geen afbeelding: {stuk.content.strip() or 'zonder omschrijving'}]"
