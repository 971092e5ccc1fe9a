"""What the database itself guards of an article: its steps, and that nobody changes what others reviewed or read.

It cannot be passed by a setting of the connection (see `samenwerkingswijzer.bewaking`).
"""

from __future__ import annotations

from collections.abc import Iterable

import pgtrigger

from kennisbank.models.status import VOLGENDE_STATUS, Status
from samenwerkingswijzer.bewaking import VasteRegel


def _lijst(woorden: Iterable[str]) -> str:
    return ", ".join(f"'{woord}'" for woord in sorted(woorden))


STAPPEN = _lijst(f"{van.value} {naar.value}" for van, volgende in VOLGENDE_STATUS.items() for naar in volgende)
# The columns that a step itself writes; all other columns must stay.
VAN_EEN_STAP = {
    Status.NAGEKEKEN: ("nagekeken_door_id", "nagekeken_op"),
    Status.GEPUBLICEERD: ("gepubliceerd_op", "toelichting"),
    Status.INGETROKKEN: ("ingetrokken_op",),
}
GEVALLEN = "\n".join(
    f"        WHEN '{status.value}' THEN ARRAY[{_lijst(('status', 'versie', *kolommen))}]"
    for status, kolommen in VAN_EEN_STAP.items()
)
BEWAAK = VasteRegel(
    name="bewaakt",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    declare=[("mag", "text[]")],
    func=f"""
    IF TG_OP = 'DELETE' THEN
        IF OLD.status <> 'concept' THEN RAISE EXCEPTION 'only a concept can be thrown away'; END IF;
        RETURN OLD;
    END IF;
    IF OLD.status = 'concept' AND NEW.status = 'concept' THEN RETURN NEW; END IF;
    IF (OLD.status || ' ' || NEW.status) NOT IN ({STAPPEN}) THEN
        RAISE EXCEPTION 'this step of an article does not exist';
    END IF;
    IF NEW.status = 'concept' THEN RETURN NEW; END IF;
    mag := CASE NEW.status
{GEVALLEN}
    END;
    IF to_jsonb(NEW) - mag IS DISTINCT FROM to_jsonb(OLD) - mag THEN
        RAISE EXCEPTION 'what was reviewed or published stays as it is';
    END IF;
    RETURN NEW;
    """,  # our own words
)
