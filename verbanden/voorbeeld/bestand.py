"""Reading data files strictly: what is not understood is refused, with the place where it stands."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

MIDDAG = time(12, 0)


class VoorbeeldFout(Exception):
    """Something in a data file is wrong; the message is Dutch and names the place."""


class _Lezer(yaml.SafeLoader):
    """A YAML reader that refuses a name that stands twice in one mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        namen = [self.construct_object(sleutel, deep=True) for sleutel, _ in node.value]
        dubbel = next((naam for naam in namen if namen.count(naam) > 1), None)
        if dubbel is not None:
            raise yaml.constructor.ConstructorError(None, None, f"'{dubbel}' staat er twee keer", node.start_mark)
        return super().construct_mapping(node, deep)


def lees_bestand(pad: Path) -> dict[str, Any]:
    """The mapping in a YAML file."""
    try:
        inhoud = yaml.load(pad.read_text(encoding="utf-8"), _Lezer)  # noqa: S506  # a SafeLoader
    except (yaml.YAMLError, UnicodeDecodeError) as fout:
        raise VoorbeeldFout(f"{pad.name} is niet te lezen: {fout}") from fout
    if not isinstance(inhoud, dict):
        raise VoorbeeldFout(f"{pad.name} moet bestaan uit namen met waarden.")
    return inhoud


def moment(waarde: object, waar: str) -> datetime:
    """An aware moment in the zone of the portal; a day alone counts as noon."""
    if isinstance(waarde, datetime):
        return timezone.make_aware(waarde)
    if isinstance(waarde, date):
        return timezone.make_aware(datetime.combine(waarde, MIDDAG))
    raise VoorbeeldFout(f"{waar}: '{waarde}' is geen datum.")
