"""Entry point for the web server."""

import os
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from samenwerkingswijzer.webserver import startfout

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samenwerkingswijzer.settings")

# Also under a web server that does not read our configuration.
if _fout := startfout(settings.OMGEVING, []):
    sys.exit(_fout)

application = get_wsgi_application()
