"""How far a version of an article is, and the one table of steps."""

from __future__ import annotations

from django.db import models


class Status(models.TextChoices):
    """How far a version of an article is."""

    CONCEPT = "concept", "Concept"
    NAGEKEKEN = "nagekeken", "Nagekeken"
    GEPUBLICEERD = "gepubliceerd", "Gepubliceerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


# The one table of allowed steps. The database holds the same (`bewaking`).
VOLGENDE_STATUS: dict[Status, frozenset[Status]] = {
    Status.CONCEPT: frozenset({Status.NAGEKEKEN}),
    Status.NAGEKEKEN: frozenset({Status.CONCEPT, Status.GEPUBLICEERD}),
    Status.GEPUBLICEERD: frozenset({Status.INGETROKKEN}),
    Status.INGETROKKEN: frozenset(),
}
