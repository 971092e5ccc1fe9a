"""A made-up municipality, Verzonnendam, and registers that differ a little from each other."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.fabriek import NU
from verbanden.handelingen.register import Importresultaat, importeer
from verbanden.roo.lezer import lees

DAG = date(2026, 6, 1)


@pytest.fixture
def lees_in(verzonnen_register: Path, schrijf: Callable[[str], Path]) -> Callable[..., Importresultaat]:
    """Import the made-up register, with texts replaced; every import is a day after the one before."""
    tellers = iter(range(1, 100))

    def doe(
        *vervangen: tuple[str, str], direct: bool = False, dag: date = DAG, op: datetime | None = None, **_: Any
    ) -> Importresultaat:
        inhoud = verzonnen_register.read_text()
        for oud, nieuw in vervangen:
            assert oud in inhoud, oud
            inhoud = inhoud.replace(oud, nieuw)
        register = lees(schrijf(inhoud), "Verzonnendam", peildatum=dag)
        return importeer(register=register, op=op or NU + timedelta(days=next(tellers)), direct=direct)

    return doe


@pytest.fixture
def gevuld(db: None, lees_in: Callable[..., Importresultaat]) -> Callable[..., Importresultaat]:
    """The portal filled from the made-up register; gives the way to import again."""
    lees_in(direct=True)
    return lees_in
