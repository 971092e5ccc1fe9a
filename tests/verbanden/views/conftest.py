"""Shared by the tests of edit pages: somebody who may edit, with a browser."""

import pytest
from django.test import Client

from samenwerkingswijzer.models import Gebruiker
from samenwerkingswijzer.rechten import Rol
from tests.fabriek import maak_gebruiker, maak_gemeente, maak_verband
from tests.verbanden.views.hulp import log_in
from verbanden.models import Samenwerkingsverband


@pytest.fixture
def controller(db: None) -> Gebruiker:
    """The concerncontroller, who may edit everything."""
    maak_gemeente()
    return maak_gebruiker(Rol.CONTROLLER, naam="Concerncontroller")


@pytest.fixture
def browser_van_controller(controller: Gebruiker) -> Client:
    """A browser of the controller."""
    return log_in(controller)


@pytest.fixture
def verband(db: None) -> Samenwerkingsverband:
    """A partnership with some text."""
    return maak_verband(
        naam="Verzonnen Dienst", slug="verzonnen-dienst", doel="Samen sterker.", meerwaarde="Meer kennis."
    )
