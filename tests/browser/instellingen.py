"""Settings of the portal that the browser visits: those of the demo, with its static files in a place of their own."""

from samenwerkingswijzer.settings import *  # noqa: F403
from samenwerkingswijzer.settings import BASE_DIR

STATIC_ROOT = BASE_DIR / "var" / "browser-static"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
