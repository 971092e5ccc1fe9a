"""The models of our own apps, for tests that walk all of them."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Field, Model, Q

EIGEN = ("samenwerkingswijzer", "verbanden", "governance", "evaluatie", "kennisbank")


def modellen() -> list[type[Model]]:
    """Every model of ours; the rows of history that simple-history makes are left out."""
    alle = (model for app in EIGEN for model in apps.get_app_config(app).get_models())
    return [model for model in alle if not hasattr(model, "instance_type")]


def velden(soort: type[Field]) -> Iterator[tuple[type[Model], Field]]:
    """Each own field of this kind, with its model."""
    for model in modellen():
        for veld in model._meta.local_fields:
            if isinstance(veld, soort):
                yield model, veld


def keuzes(veld: Field) -> set[str]:
    """The values that may be chosen in a field or, for a list, in each of its places; empty when anything goes."""
    bron = veld.base_field if isinstance(veld, ArrayField) else veld
    return {waarde for waarde, _ in bron.flatchoices}


def voorwaarden(vraag: object) -> Iterator[tuple[str, object]]:
    """The pairs `field__lookup`, value of a condition, at any depth; none in a condition that is a bare lookup."""
    for kind in vraag.children if isinstance(vraag, Q) else ():
        if isinstance(kind, Q):
            yield from voorwaarden(kind)
        elif isinstance(kind, tuple):
            yield kind


def controles(model: type[Model]) -> list[CheckConstraint]:
    """The check constraints of a model."""
    return [regel for regel in model._meta.constraints if isinstance(regel, models.CheckConstraint)]
