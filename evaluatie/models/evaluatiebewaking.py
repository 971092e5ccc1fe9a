"""What the database itself guards around an evaluation: its steps, its judgements, four eyes, and what was adopted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pgtrigger

from samenwerkingswijzer.bewaking import VasteRegel, VasteWeigering

SCHRIJVEN = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
# The shared lock makes an adoption wait for a writer, and a writer for an adoption.
NA_VASTSTELLEN = """
    PERFORM 1 FROM evaluatie_evaluatie WHERE id IN (NEW.evaluatie_id, OLD.evaluatie_id) FOR SHARE;
    IF EXISTS (
        SELECT 1 FROM evaluatie_evaluatie
        WHERE id IN (NEW.evaluatie_id, OLD.evaluatie_id) AND stap = 'vastgesteld'
    ) THEN
        RAISE EXCEPTION 'an adopted evaluation stays as it is';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""
ALLEEN_TIJDENS_OORDEEL = """
    PERFORM 1 FROM evaluatie_evaluatie WHERE id = NEW.evaluatie_id FOR SHARE;
    IF NOT EXISTS (SELECT 1 FROM evaluatie_evaluatie WHERE id = NEW.evaluatie_id AND stap = 'oordeel') THEN
        RAISE EXCEPTION 'a judgement is only given while its evaluation asks for judgements';
    END IF;
    RETURN NEW;
"""
NIET_ZONDER_INHOUD = """
    IF NOT EXISTS (SELECT 1 FROM evaluatie_vastgesteldeevaluatie WHERE evaluatie_id = NEW.id) THEN
        RAISE EXCEPTION 'an evaluation is adopted with its frozen content, or not at all';
    END IF;
    RETURN NULL;
"""
VIER_OGEN = """
    IF NOT EXISTS (
        SELECT 1 FROM evaluatie_evaluatie
        WHERE id = NEW.evaluatie_id AND conclusie_door_id IS NOT NULL AND conclusie_door_id <> NEW.door_id
    ) THEN
        RAISE EXCEPTION 'somebody else than who wrote the conclusion adopts the evaluation';
    END IF;
    RETURN NEW;
"""


def stappen(volgende: Mapping[Any, frozenset[Any]]) -> pgtrigger.Trigger:
    """Refuses a step that is not in the table of steps."""
    mag = ", ".join(f"('{van.value}', '{naar.value}')" for van, naren in volgende.items() for naar in sorted(naren))
    return VasteWeigering(
        name="alleen_de_stappen",
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(f"OLD.stap IS DISTINCT FROM NEW.stap AND (OLD.stap, NEW.stap) NOT IN ({mag})"),
    )


def vastgesteld_blijft() -> pgtrigger.Trigger:
    """Refuses every change of an adopted evaluation."""
    return VasteWeigering(
        name="vastgesteld_blijft",
        operation=pgtrigger.Update | pgtrigger.Delete,
        condition=pgtrigger.Q(old__stap="vastgesteld"),
    )


def bij_vastgesteld_vast() -> pgtrigger.Trigger:
    """Refuses every change of a row that belongs to an adopted evaluation."""
    return VasteRegel(name="vastgesteld_blijft", when=pgtrigger.Before, operation=SCHRIJVEN, func=NA_VASTSTELLEN)


def alleen_tijdens_oordeel() -> pgtrigger.Trigger:
    """Refuses a judgement outside its step."""
    return VasteRegel(
        name="alleen_tijdens_oordeel",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update,
        func=ALLEEN_TIJDENS_OORDEEL,
    )


def vastgesteld_is_bevroren() -> pgtrigger.Trigger:
    """An adopted evaluation has its frozen content when the transaction ends."""
    return VasteRegel(
        name="vastgesteld_is_bevroren",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Condition("NEW.stap = 'vastgesteld'"),
        func=NIET_ZONDER_INHOUD,
    )


def vier_ogen() -> pgtrigger.Trigger:
    """Refuses adoption by who wrote the conclusion."""
    return VasteRegel(name="vier_ogen", when=pgtrigger.Before, operation=pgtrigger.Insert, func=VIER_OGEN)
