"""What every model of ours keeps to: integrity stands in the database, history stays, messages are Dutch."""

from collections import Counter
from typing import Any

import pytest
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import PROTECT, CheckConstraint, Field, ForeignKey, Model, UniqueConstraint

from evaluatie.models import VastgesteldeEvaluatie
from governance.models import Gescoord, Motieventelling, Scoretelling, VastgesteldeSessie
from governance.models.score import Score
from samenwerkingswijzer.historie import Gevolgd, GevolgdQuerySet
from samenwerkingswijzer.models import (
    Bestand,
    Drukte,
    Gebeurtenis,
    Gebruiker,
    Zoekregel,
    Zoekstand,
    Zoekvermelding,
    Zoekwoord,
)
from tests.repository.modellen import controles, keuzes, modellen, velden, voorwaarden
from verbanden.models import VastgesteldeLijst

# Models without the rules of `Gevolgd`, with the reason.
NIET_GEVOLGD: dict[type[Model], str] = {
    Gebruiker: "keeps a history without password; its rows are changed by Django itself",
    Bestand: "never changes at all: a trigger refuses it",
    Gebeurtenis: "never changes at all: a trigger refuses it",
    VastgesteldeLijst: "never changes at all: a trigger refuses it",
    VastgesteldeEvaluatie: "never changes at all: a trigger refuses it",
    VastgesteldeSessie: "never changes at all: a trigger refuses it",
    Score: "a political opinion of a person (AVG art. 9): a history would tell it, and keep it after it was destroyed",
    Zoekregel: "derived from tracked rows, and made again at any time",
    Zoekwoord: "derived from tracked rows, and made again at any time",
    Zoekvermelding: "derived from tracked rows, and made again at any time",
    Zoekstand: "derived from tracked rows, and made again at any time",
    Drukte: "only counts requests of the last minute; nothing of it is kept",
    Gescoord: "never changes at all: a trigger refuses it",
    Scoretelling: "never changes at all: a trigger refuses it",
    Motieventelling: "never changes at all: a trigger refuses it",
}
# Columns with choices that the database does not check; the form and `full_clean()` in `bewaar` do.
ALLEEN_IN_HET_MODEL: set[str] = set()
# Limits that nobody meets with this name, because something refuses the input earlier or nobody types it.
ONZICHTBAAR = {
    "gemeente_een_rij": "the admin offers no second municipality",
    "jaarcijfer_jaar_zinnig": "a validator of the field speaks first",
    "belangwijziging_jaar_zinnig": "a validator of the field speaks first",
    "sessie_jaar_zinnig": "a validator of the field speaks first",
    "partijaandeel_jaar_zinnig": "a validator of the field speaks first",
    "partijaandeel_taak_procent": "a validator of the field speaks first",
    "partijaandeel_baten_procent": "a validator of the field speaks first",
    "partijaandeel_sleutel_procent": "a validator of the field speaks first",
    "spelerspunt_jaar_zinnig": "a validator of the field speaks first",
    "stukkenronde_jaar_zinnig": "a validator of the field speaks first",
    "stapmoment_jaar_zinnig": "the address of the page holds the year",
    "editie_jaar_zinnig": "the address of the page holds the year",
    "deelname_kostenaandeel_procent": "a validator of the field speaks first",
    "programmadeel_procent": "a validator of the field speaks first",
    "risico_gevolg_positief": "a validator of the field speaks first",
    "stand_heeft_zin": "a validator of the field speaks first",
    "verwijzing_http": "a validator of the field speaks first",
    "organisatie_tooi_uniek": "only the import writes this number, and it looks the organisation up by it",
    "verband_roo_regeling_uniek": "only the import writes this number, and it looks the partnership up by it",
    "regelingversie_een_keer": "only the import writes versions, and it looks them up by this number",
    "drukte_een_keer": "counted by the program, never typed",
    "zoekregel_een_keer": "nobody types the index: it is derived",
    "zoekvermelding_een_keer": "nobody types the index: it is derived",
    "bijlage_een_per_nummer": "the act gives the number, never a person",
    "bijlage_nummer_begint_bij_een": "the act gives the number, never a person",
    "voorstel_een_open": "proposals are written by the import, not typed",
    "voorstel_besluit_heeft_datum": "proposals are decided on by an act that sets both",
    "voorstel_over_verband": "proposals are written by the import, not typed",
}
# Limits that people can meet and that still lack a sentence of their own; Django then shows the name.
ZONDER_ZIN: set[str] = set()
# Models of which code keeps `ONVERANDERLIJK`, without a trigger behind it.
ZONDER_TRIGGER: set[str] = set()

GEVOLGD = [model for model in modellen() if issubclass(model, Gevolgd)]
MET_KEUZES = [(model, veld) for model, veld in velden(Field) if keuzes(veld)]


def naam(model: type[Model]) -> str:
    return model._meta.label


def plek(model: type[Model], veld: Field) -> str:
    return f"{model._meta.label}.{veld.name}"


@pytest.mark.parametrize("model", modellen(), ids=naam)
def test_every_model_says_what_it_is(model: type[Model]) -> None:
    uitleg = model.__dict__.get("__doc__") or ""
    assert len(uitleg) > 40
    assert not uitleg.startswith(f"{model.__name__}("), "Django made this docstring"


@pytest.mark.parametrize("model", modellen(), ids=naam)
def test_every_model_is_tracked_or_says_why_not(model: type[Model]) -> None:
    assert issubclass(model, Gevolgd) != (model in NIET_GEVOLGD)


@pytest.mark.parametrize("model", GEVOLGD, ids=naam)
def test_a_tracked_model_has_a_history_and_a_version(model: type[Gevolgd]) -> None:
    assert model.history.model.instance_type is model
    assert model._meta.get_field("versie").default == 1
    assert isinstance(model.objects.all(), GevolgdQuerySet)


@pytest.mark.parametrize("model", GEVOLGD, ids=naam)
def test_the_database_guards_the_columns_that_never_change(model: type[Gevolgd]) -> None:
    """`op()` narrows on these columns before it looks for the latest version, so they must really never change."""
    kolommen = {veld.attname for veld in model._meta.local_concrete_fields}
    vast = set(model.ONVERANDERLIJK)
    assert vast <= kolommen
    bewaakt = {
        model._meta.get_field(veld).attname  # type: ignore[union-attr]
        for trigger in getattr(model._meta, "triggers", ())
        if trigger.name == "onveranderlijk"
        for veld in trigger.fields
    }
    assert (vast - {"id"} == bewaakt) != (naam(model) in ZONDER_TRIGGER)


@pytest.mark.parametrize(("model", "veld"), [pytest.param(*paar, id=plek(*paar)) for paar in velden(ForeignKey)])
def test_nothing_disappears_with_what_it_points_at(model: type[Model], veld: Any) -> None:
    assert veld.remote_field.on_delete is PROTECT, plek(model, veld)


@pytest.mark.parametrize(
    ("model", "veld"),
    [pytest.param(*paar, id=plek(*paar)) for paar in MET_KEUZES if plek(*paar) not in ALLEEN_IN_HET_MODEL],
)
def test_the_database_knows_the_choices_of_a_field(model: type[Model], veld: Field) -> None:
    """Some check names exactly the values that may be chosen: a new choice without migration fails here."""
    toegestaan = keuzes(veld) | ({""} if veld.blank else set())
    assert genoemde_waarden(model, veld) | ({""} if veld.blank else set()) == toegestaan, plek(model, veld)


def test_the_list_of_unchecked_choices_names_only_such_fields() -> None:
    for model, veld in MET_KEUZES:
        if plek(model, veld) in ALLEEN_IN_HET_MODEL:
            assert genoemde_waarden(model, veld) < keuzes(veld), f"{plek(model, veld)} is checked: take it off the list"
    assert {plek(*paar) for paar in MET_KEUZES} >= ALLEEN_IN_HET_MODEL


def genoemde_waarden(model: type[Model], veld: Field) -> set[str]:
    """Every value that the check constraints of a model name for a field."""
    genoemd: set[str] = set()
    for regel in controles(model):
        for voorwaarde, waarde in voorwaarden(regel.condition):
            if voorwaarde in (f"{veld.name}__in", f"{veld.name}__contained_by") and isinstance(waarde, list | tuple):
                genoemd |= set(map(str, waarde))
            elif voorwaarde == veld.name and isinstance(waarde, str):
                genoemd.add(str(waarde))
    return genoemd


def test_names_of_constraints_are_unique() -> None:
    namen = Counter(regel.name for model in modellen() for regel in model._meta.constraints)
    assert [regel for regel, aantal in namen.items() if aantal > 1] == []


@pytest.mark.parametrize(
    "regel", [regel for model in modellen() for regel in model._meta.constraints], ids=lambda regel: regel.name
)
def test_a_limit_that_people_meet_explains_itself(regel: Any) -> None:
    """Without words of its own Django shows the name of the constraint to the user."""
    assert isinstance(regel, UniqueConstraint | CheckConstraint | ExclusionConstraint)
    eigen = regel.violation_error_message != regel.default_violation_error_message
    stil = regel.name in {*ONZICHTBAAR, *ZONDER_ZIN} or regel.name.endswith("_bekend")
    assert eigen != stil
    if eigen:
        tekst = str(regel.violation_error_message)
        assert tekst[0].isupper()
        assert tekst.endswith(".")


def test_the_list_of_invisible_limits_names_only_constraints() -> None:
    assert set(ONZICHTBAAR) <= {regel.name for model in modellen() for regel in model._meta.constraints}
