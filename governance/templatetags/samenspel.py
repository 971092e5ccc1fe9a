"""The four perspectives, for the explanation beside an edit form."""

from __future__ import annotations

from django import template

from governance.regels.congruentie import KIJKEN, Kijk

register = template.Library()


@register.simple_tag
def kijken() -> tuple[Kijk, ...]:
    """The four perspectives in the order of the founding document."""
    return KIJKEN
