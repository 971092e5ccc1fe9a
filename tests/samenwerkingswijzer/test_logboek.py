"""The request log: one line per request that nobody can forge and that names nobody."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer import logboek
from samenwerkingswijzer.logboek import JsonRegel

VELDEN = {"tijd", "niveau", "bron", "bericht", "methode", "route", "status", "duur_ms", "verzoek", "rol"}


@pytest.fixture
def regels() -> Iterator[Any]:
    """A function that gives the request lines written so far, each as a dictionary."""
    uitvoer = io.StringIO()
    opvang = logging.StreamHandler(uitvoer)
    opvang.setFormatter(JsonRegel())
    logboek.logger.addHandler(opvang)
    yield lambda: [json.loads(regel) for regel in uitvoer.getvalue().splitlines()]
    logboek.logger.removeHandler(opvang)


def test_a_request_gives_one_line(client: Client, regels: Any) -> None:
    client.get("/healthz?zoek=vertrouwelijk")
    (regel,) = regels()
    assert set(regel) == VELDEN
    assert (regel["methode"], regel["route"], regel["status"], regel["rol"]) == ("GET", "healthz", 200, "")
    assert "vertrouwelijk" not in json.dumps(regel)


@pytest.mark.django_db
@pytest.mark.parametrize("deel", ["%0d%0a%7B%22niveau%22:%22INFO%22%7D", "%1b%5b31mrood", "%00", "jan@voorbeeld.nl"])
def test_nothing_of_an_unknown_address_is_logged(client: Client, regels: Any, deel: str) -> None:
    client.get(f"/healthz/{deel}?x={deel}", headers={"user-agent": "a\x1b[31m"})
    (regel,) = regels()
    assert set(regel) == VELDEN
    assert regel["route"] == ""


def test_an_invented_method_is_not_copied(client: Client, regels: Any) -> None:
    client.generic("JAN@VOORBEELD", "/healthz")
    assert regels()[0]["methode"] == "ANDERS"


@given(st.text())
def test_any_message_stays_one_line_of_plain_characters(tekst: str) -> None:
    record = logging.LogRecord("bron", logging.INFO, "pad", 1, "%s", (tekst,), None)
    regel = JsonRegel().format(record)
    assert all(" " <= teken <= "~" for teken in regel)
    assert json.loads(regel)["bericht"] == tekst


def test_the_message_of_a_server_error_does_not_hold_the_address() -> None:
    record = logging.LogRecord("django.request", logging.ERROR, "pad", 1, "%s: %s", ("Fout", "/pietersen"), None)
    assert "pietersen" not in JsonRegel().format(record)


def test_an_exception_is_logged_without_what_it_quotes() -> None:
    try:
        raise ValueError("burgerservicenummer 123456782")
    except ValueError as fout:
        soort = (type(fout), fout, fout.__traceback__)
    regel = JsonRegel().format(logging.LogRecord("bron", logging.ERROR, "pad", 1, "mis", (), soort))
    assert "123456782" not in regel
    assert json.loads(regel)["fout"]["soort"] == "ValueError"
