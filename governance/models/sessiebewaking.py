"""What the database itself guards around a session: its steps, its choice of privacy, its scores, what was adopted.

None of these can be passed by a setting of the connection (see `samenwerkingswijzer.bewaking`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pgtrigger

from samenwerkingswijzer.bewaking import VasteRegel, VasteWeigering

SCHRIJVEN = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
VAN_VERBAND = "SELECT sessie_id FROM governance_sessieverband WHERE id IN (NEW.sessieverband_id, OLD.sessieverband_id)"
# The shared lock makes an adoption wait for a writer, and a writer for an adoption.
NA_VASTSTELLEN = """
    PERFORM 1 FROM governance_sessie WHERE id IN ({sessies}) FOR SHARE;
    IF EXISTS (SELECT 1 FROM governance_sessie WHERE id IN ({sessies}) AND status IN ('vastgesteld', 'afgebroken')) THEN
        RAISE EXCEPTION 'a session that ended stays as it is';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""
ALLEEN_TIJDENS_SCOREN = """
    SELECT s.id, s.status INTO van, stand FROM governance_sessie s
        JOIN governance_sessieverband v ON v.sessie_id = s.id
        WHERE v.id = NEW.sessieverband_id FOR SHARE OF s;
    IF stand IS DISTINCT FROM 'scoren' THEN
        RAISE EXCEPTION 'a score is only given while its session asks for scores';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM governance_sessiedeelnemer
        WHERE id = NEW.deelnemer_id AND sessie_id = van AND verwijderd_op IS NULL
    ) THEN
        RAISE EXCEPTION 'a score is only given by somebody who takes part in its session';
    END IF;
    RETURN NEW;
"""
ALLEEN_NA_SAMENVATTEN = """
    IF NOT EXISTS (
        SELECT 1 FROM governance_sessie s JOIN governance_sessieverband v ON v.sessie_id = s.id
        WHERE v.id = OLD.sessieverband_id
            AND (s.openbaarheid = 'samengevat' AND s.status = 'bespreken' OR s.status = 'afgebroken')
    ) THEN
        RAISE EXCEPTION 'a score is only destroyed when an aggregated session closes or a session is broken off';
    END IF;
    RETURN OLD;
"""
GEEN_PAREN_MEER = """
    IF EXISTS (
        SELECT 1 FROM governance_score p JOIN governance_sessieverband v ON v.id = p.sessieverband_id
        WHERE v.sessie_id = NEW.id
    ) THEN
        RAISE EXCEPTION 'a closed aggregated session holds no score of a person';
    END IF;
    RETURN NULL;
"""
NIET_ZONDER_INHOUD = """
    IF NOT EXISTS (SELECT 1 FROM governance_vastgesteldesessie WHERE sessie_id = NEW.id) THEN
        RAISE EXCEPTION 'a session is adopted with its frozen content, or not at all';
    END IF;
    RETURN NULL;
"""
VIER_OGEN = """
    IF EXISTS (
        SELECT 1 FROM governance_sessieverband WHERE sessie_id = NEW.sessie_id AND vastgelegd_door_id = NEW.door_id
    ) THEN
        RAISE EXCEPTION 'somebody else than who recorded an outcome adopts the session';
    END IF;
    RETURN NEW;
"""


def stappen(volgende: Mapping[Any, frozenset[Any]]) -> pgtrigger.Trigger:
    """Refuses a step that is not in the table of steps."""
    mag = ", ".join(f"('{van.value}', '{naar.value}')" for van, naren in volgende.items() for naar in sorted(naren))
    return VasteWeigering(
        name="alleen_de_stappen",
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(
            f"OLD.status IS DISTINCT FROM NEW.status AND (OLD.status, NEW.status) NOT IN ({mag})"
        ),
    )


def keuzes_liggen_vast(*velden: str) -> pgtrigger.Trigger:
    """Refuses to change these columns once the session was opened."""
    anders = " OR ".join(f"OLD.{veld} IS DISTINCT FROM NEW.{veld}" for veld in velden)
    return VasteWeigering(
        name="na_openen_vast",
        operation=pgtrigger.Update,
        condition=pgtrigger.Condition(f"OLD.status <> 'voorbereiding' AND ({anders})"),
    )


def vastgesteld_blijft(sessies: str) -> pgtrigger.Trigger:
    """Refuses every change of a row that belongs to an adopted session; `sessies` is SQL that gives its session."""
    return VasteRegel(
        name="vastgesteld_blijft",
        when=pgtrigger.Before,
        operation=SCHRIJVEN,
        func=NA_VASTSTELLEN.format(sessies=sessies),
    )


def sluitstuk(name: str, voorwaarde: str, func: str) -> pgtrigger.Trigger:
    """A rule that must hold when the transaction that touched the session ends."""
    return VasteRegel(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.Update,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Condition(voorwaarde),
        func=func,
    )


def niet_leegmaken(melding: str) -> pgtrigger.Trigger:
    """Refuses to empty a table; `melding` is what the database then says."""
    return VasteRegel(
        name="niet_leegmaken",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func=f"RAISE EXCEPTION '{melding}';",
    )
