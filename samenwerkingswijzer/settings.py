"""Settings of the portal. One file; everything that differs per installation comes from the environment.

`omgeving.py` reads the environment, `.env.example` explains each variable, `controles.py` guards the deployment.
"""

import os
import secrets
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.contrib.messages import constants as berichtniveaus

from samenwerkingswijzer.lokaal.plekken import clusterplek, ingebouwd_adres
from samenwerkingswijzer.omgeving import lees

BASE_DIR = Path(__file__).resolve().parent.parent
OMGEVING = lees(os.environ)

DEMO = OMGEVING.demo
DEBUG = OMGEVING.debug
# Without a key each process makes its own: enough for a command, and the web server refuses to start on it.
SECRET_KEY = OMGEVING.geheime_sleutel or secrets.token_urlsafe(50)
ALLOWED_HOSTS = list(OMGEVING.hosts) or (["127.0.0.1", "localhost"] if DEMO or DEBUG else [])
CSRF_TRUSTED_ORIGINS = list(OMGEVING.csrf_oorsprongen)
BEVEILIGD = not (DEMO or DEBUG)

ROOT_URLCONF = "samenwerkingswijzer.urls"
WSGI_APPLICATION = "samenwerkingswijzer.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "samenwerkingswijzer.Gebruiker"
SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # e-mail is unique in any case, by a constraint the check does not know
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

INSTALLED_APPS = [
    "samenwerkingswijzer",
    "verbanden",
    "governance",
    "evaluatie",
    "kennisbank",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "csp",
    "django_filters",
    "django_htmx",
    "pgtrigger",
    "simple_history",
]

MIDDLEWARE = [
    "samenwerkingswijzer.logboek.LogboekMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "samenwerkingswijzer.antwoordkoppen.AntwoordkoppenMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "samenwerkingswijzer.invoer.InvoerMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "samenwerkingswijzer.peildatum.PeildatumMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "samenwerkingswijzer.context.portaal",
            ],
        },
    }
]

# --- Database: DATABASE_URL, or the embedded PostgreSQL under var/ -------------------------------------------------
_DATABASE = OMGEVING.database or ingebouwd_adres(clusterplek())
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _DATABASE.naam,
        "USER": _DATABASE.gebruiker,
        "PASSWORD": _DATABASE.wachtwoord,
        "HOST": _DATABASE.host,
        "PORT": _DATABASE.poort,
        "CONN_HEALTH_CHECKS": True,  # the pool tries a connection before it hands it out
        "OPTIONS": {
            **dict(_DATABASE.opties),
            "connect_timeout": 5,
            "pool": {"min_size": 1, "max_size": OMGEVING.draden + 1, "timeout": 5},
        },
    }
}
# Shared by all workers, so that limits on logging in hold whichever worker answers.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}
SIMPLE_HISTORY_DATE_INDEX = "Composite"
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

# --- Language and time ---------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# --- Files ---------------------------------------------------------------------------------------------------------
OPSLAG = OMGEVING.opslag or BASE_DIR / "var" / "opslag"
MEDIA_ROOT = OPSLAG
DRUK_BUITEN_WEB = True  # a document of many pages is made outside the web worker
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATIC_VENDOR = BASE_DIR / "var" / "static-vendor"  # made from npm packages by `make static`
STATICFILES_DIRS = [BASE_DIR / "static", STATIC_VENDOR]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "samenwerkingswijzer.stijlblad.SamengevoegdeOpslag"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
GROOTSTE_BESTAND = OMGEVING.upload_mb * 1_000_000  # bytes of one file that somebody puts in
FILE_UPLOAD_HANDLERS = [
    "samenwerkingswijzer.bestanden.ontvangst.Maatbewaker",  # first: it measures what the others keep
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_PERMISSIONS = 0o640

# --- Logging in ----------------------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "samenwerkingswijzer.toegang.ToegangAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_FORMS = {"reset_password": "samenwerkingswijzer.toegang.Wachtwoordaanvraag"}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "upload": "30/10m/user,200/d/user",  # files that one person puts in
}
GRENZEN = {"zoeken": 60}  # per user and minute; see samenwerkingswijzer/drukte.py
ALLAUTH_TRUSTED_PROXY_COUNT = OMGEVING.vertrouwde_proxys
SESSION_COOKIE_AGE = 10 * 60 * 60  # one working day
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of its own
MESSAGE_TAGS = {berichtniveaus.ERROR: "fout", berichtniveaus.SUCCESS: "gelukt"}

# --- Security headers and cookies ----------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = BEVEILIGD
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 31_536_000 if BEVEILIGD else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = BEVEILIGD
SECURE_HSTS_PRELOAD = BEVEILIGD
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if OMGEVING.vertrouwde_proxys else None
# A browser accepts the __Host- prefix only together with Secure, which the demo on plain http cannot give.
_COOKIE = "__Host-" if BEVEILIGD else "sw-"
SESSION_COOKIE_NAME = f"{_COOKIE}sessie"
SESSION_COOKIE_SECURE = BEVEILIGD
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_COOKIE}csrf"
CSRF_COOKIE_SECURE = BEVEILIGD
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "samenwerkingswijzer.foutpaginas.csrf_mislukt"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# --- E-mail --------------------------------------------------------------------------------------------------------
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if OMGEVING.mail_host else 'console'}.EmailBackend"
EMAIL_HOST = OMGEVING.mail_host
EMAIL_PORT = OMGEVING.mail_poort
EMAIL_HOST_USER = OMGEVING.mail_gebruiker
EMAIL_HOST_PASSWORD = OMGEVING.mail_wachtwoord
EMAIL_USE_TLS = OMGEVING.mail_beveiliging == "starttls"
EMAIL_USE_SSL = OMGEVING.mail_beveiliging == "tls"
EMAIL_TIMEOUT = 10
# Where the portal is, for links in messages that no request asked for.
PORTAALADRES = OMGEVING.portaaladres or (f"http://127.0.0.1:{OMGEVING.poort}" if DEMO or DEBUG else "")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = OMGEVING.mail_afzender

# --- Logging: one JSON line per event on standard error ------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "samenwerkingswijzer.logboek.JsonRegel"}},
    "handlers": {"uitvoer": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["uitvoer"], "level": OMGEVING.lognivo},
    "loggers": {
        "django": {"handlers": [], "level": "NOTSET", "propagate": True},
        "django.request": {"level": "ERROR"},  # the request log already has a line for each 4xx
        "pikepdf": {"level": "WARNING"},
        "weasyprint": {"level": "WARNING"},  # tells of each step of each page
        "fontTools": {"level": "WARNING"},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
    },
}
