"""Settings of the test suite: production's own, except for what a plain test cannot have (https, collected files)."""

import os
import tempfile
from pathlib import Path
from urllib.parse import quote

from samenwerkingswijzer.lokaal.postgres import Cluster

os.environ.setdefault("SW_SECRET_KEY", "alleen-voor-de-toetsen-en-daarom-niet-geheim-0123456789")
os.environ.setdefault("SW_ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
# Without DATABASE_URL a fresh PostgreSQL runs for this test run only. Workers of xdist inherit the address.
CLUSTER = None if "DATABASE_URL" in os.environ else Cluster(f"proef-{os.getpid()}", duurzaam=False)
if CLUSTER:
    os.environ["DATABASE_URL"] = f"postgresql://postgres@/samenwerkingswijzer?host={quote(str(CLUSTER.socket))}"
# Files of this run, shared by its workers and by the portals they start; removed afterwards.
EIGEN_OPSLAG = None if "SW_STORAGE" in os.environ else Path(tempfile.mkdtemp(prefix="sw-opslag-"))
if EIGEN_OPSLAG:
    os.environ["SW_STORAGE"] = str(EIGEN_OPSLAG)

from samenwerkingswijzer.settings import *  # noqa: E402, F403
from samenwerkingswijzer.settings import DATABASES, STORAGES  # noqa: E402

SECURE_SSL_REDIRECT = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
DRUK_BUITEN_WEB = False  # a test of a page wants the document at once
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
DATABASES["default"]["OPTIONS"].pop("pool")  # the test runner makes and drops whole databases
