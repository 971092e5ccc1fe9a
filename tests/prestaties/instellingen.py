"""Settings of the measurement: production's own on plain http, with one page added and without collected files."""

from samenwerkingswijzer.settings import *  # noqa: F403
from samenwerkingswijzer.settings import GRENZEN, STORAGES

ROOT_URLCONF = "tests.prestaties.urls"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
GRENZEN = dict.fromkeys(GRENZEN, 1_000_000_000)  # one reader asks more in a second than a person in an hour
