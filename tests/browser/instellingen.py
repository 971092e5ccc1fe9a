"""Settings of the portal that the browser visits: those of the demo, with static files straight from their sources."""

from samenwerkingswijzer.settings import *  # noqa: F403
from samenwerkingswijzer.settings import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
