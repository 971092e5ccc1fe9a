"""Configuration of gunicorn, the same for demo and production: `gunicorn -c python:samenwerkingswijzer.webserver`.

Threads, because a pool with health checks survives a restart of PostgreSQL there; no preload, because a pool that is
already open cannot be shared between processes. The portal writes its own request log, so the access log is off.
"""

import ipaddress
import os
import sys
import tempfile
from typing import Any

from samenwerkingswijzer.omgeving import Omgeving, OmgevingsFout, lees

KORTSTE_SLEUTEL = 50


def is_van_deze_machine(adres: str) -> bool:
    """Whether only this machine itself can reach an address: loopback or a Unix socket."""
    if adres == "localhost" or adres.startswith("unix:"):
        return True
    try:
        return ipaddress.ip_address(adres.strip("[]")).is_loopback
    except ValueError:
        return False


def startfout(omgeving: Omgeving, adressen: list[str]) -> str:
    """Why the server may not start, in Dutch; empty when it may."""
    if omgeving.demo and not all(is_van_deze_machine(adres) for adres in adressen):
        return "De demo heeft geen wachtwoorden en mag daarom alleen op 127.0.0.1 luisteren. Haal SW_BIND weg."
    if len(omgeving.geheime_sleutel) < KORTSTE_SLEUTEL:
        return f"SW_SECRET_KEY ontbreekt of is korter dan {KORTSTE_SLEUTEL} tekens. Zie .env.example."
    if not (omgeving.hosts or omgeving.demo or omgeving.debug):
        return "SW_ALLOWED_HOSTS ontbreekt: noem het adres waarop het portaal staat. Zie .env.example."
    return ""


def on_starting(server: Any) -> None:
    """Refuse to serve an unsafe installation. Looks at the real addresses, so `--bind` is seen too."""
    fout = startfout(_omgeving, [_host(adres) for adres in server.cfg.address])
    if fout:
        sys.exit(fout)


def _host(adres: Any) -> str:
    # gunicorn gives (host, port) for a network address and a path for a Unix socket.
    return f"unix:{adres}" if isinstance(adres, str) else str(adres[0])


try:
    _omgeving = lees(os.environ)
except OmgevingsFout as _fout:
    sys.exit(str(_fout))

wsgi_app = "samenwerkingswijzer.wsgi:application"
bind = [f"[{_omgeving.adres}]:{_omgeving.poort}" if ":" in _omgeving.adres else f"{_omgeving.adres}:{_omgeving.poort}"]
worker_class = "gthread"
workers = _omgeving.werkers
threads = _omgeving.draden
timeout = 60
graceful_timeout = 10
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
accesslog = None
errorlog = "-"
loglevel = "warning"
proc_name = "samenwerkingswijzer"
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else tempfile.gettempdir()  # noqa: S108 - in memory
control_socket_disable = True
# Headers of a proxy are judged by Django (SW_TRUSTED_PROXY), never by the web server.
forwarded_allow_ips = ""
