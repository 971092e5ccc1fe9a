"""Scores of persons are read in one place, and nothing else in the portal leads to them."""

from __future__ import annotations

import ast

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import Model

from governance.models.score import Score
from samenwerkingswijzer.historie import Gevolgd
from tests.repository.broncode import bestanden, bronnen, tekst

MODULE = "governance.models.score"
# Who may know the model of scores, with the reason.
MOGEN = {
    "governance/models/__init__.py": "makes the model known to Django, without a name",
    "governance/handelingen/scores.py": "the act of scoring, and counting on closing",
    "governance/sessie/lezen.py": "the one reader: own scores, and those of others after closing",
}


def _noemt(boom: ast.AST) -> bool:
    """Whether a module imports the model, or asks Django for it by name."""
    return any(_wijst_naar(knoop) for knoop in ast.walk(boom))


def _wijst_naar(knoop: ast.AST) -> bool:
    if isinstance(knoop, ast.ImportFrom):
        uit_pakket = knoop.module == "governance.models" and {"score", "Score", "*"} & {n.name for n in knoop.names}
        return knoop.module == MODULE or bool(uit_pakket)
    if isinstance(knoop, ast.Import):
        return MODULE in {naam.name for naam in knoop.names}
    return isinstance(knoop, ast.Constant) and str(knoop.value).lower() in {"score", "governance.score"}


def test_only_the_reader_and_the_act_know_the_model_of_scores() -> None:
    assert {pad.as_posix() for pad, boom in bronnen() if _noemt(boom)} - {"governance/models/score.py"} == set(MOGEN)


def test_the_package_of_models_does_not_hand_it_out() -> None:
    import governance.models as alle  # noqa: PLC0415

    assert "Score" not in alle.__all__
    assert not hasattr(alle, "Score")


def test_no_sql_outside_the_guards_names_the_table_of_scores() -> None:
    genoemd = {
        pad.as_posix()
        for pad in bestanden(".py", ".html", ".sql")
        if "governance_score " in tekst(pad) and pad.parts[0] != "tests" and "migrations" not in pad.parts
    }
    assert genoemd == {"governance/models/sessiebewaking.py"}


def test_scores_have_no_history_no_admin_and_no_way_back_from_other_rows() -> None:
    assert not issubclass(Score, Gevolgd)
    assert not hasattr(Score, "history")
    assert "historicalscore" not in apps.all_models["governance"]
    assert Score not in admin.site._registry
    relaties = [veld.remote_field for veld in Score._meta.local_fields if veld.remote_field]
    assert [relatie.hidden for relatie in relaties] == [True, True]


@pytest.mark.parametrize("model", apps.get_models(), ids=lambda model: model._meta.label)
def test_no_model_reaches_scores_in_a_query(model: type[Model]) -> None:
    assert Score not in {relatie.related_model for relatie in model._meta.related_objects}
