"""The political choices that are known of a partnership: of its sessions, and of the handreiking filled in last."""

from __future__ import annotations

from governance.models import Keuzevraagstuk, Relevantie

MEESTE = 8


def vraagstukken(verband_id: int) -> list[str]:
    """Their questions, the newest session first, each once. 2 queries."""
    uit_sessies = Keuzevraagstuk.objects.filter(sessieverband__verband_id=verband_id).order_by("-id")
    gevonden = list(uit_sessies.values_list("vraag", flat=True)[:MEESTE])
    laatste = Relevantie.objects.filter(verband_id=verband_id).order_by("-jaar").first()
    gevonden += [str(een["vraag"]) for een in laatste.vraagstukken] if laatste else []
    return list(dict.fromkeys(vraag for vraag in gevonden if vraag))[:MEESTE]
