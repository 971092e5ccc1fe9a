"""What holds for every answer of the portal: its headers, its cookies, and no secret in it (T03, T21-T26, T28)."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache
from typing import Any

from django.test import Client
from pypdf import PdfReader

from samenwerkingswijzer.models import Gebruiker
from tests.veiligheid.matrix import Geval
from tests.veiligheid.wereld import Wereld

BELEID = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
VAST = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
}
SOORTEN = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "pdf": "application/pdf",
    "json": "application/json",
    "healthz": "text/plain; charset=utf-8",
    "readyz": "application/json",
    "verbanden:dashboard_pdf": "application/pdf",
    "governance:afweging_pdf": "application/pdf",
    "governance:leesbladen": "application/pdf",
    "evaluatie:doelen_pdf": "application/pdf",
    "evaluatie:evaluatie_pdf": "application/pdf",
    "evaluatie:bundel_pdf": "application/pdf",
    "governance:besluitenlijst": "application/pdf",
    "governance:zienswijze_pdf": "application/pdf",
    "governance:ical": "text/calendar; charset=utf-8",
    "verbanden:document": "application/pdf",
    "verbanden:documentversie": "application/pdf",
    "kennisbank:bijlage": "application/pdf",
    "kennisbank:beeld": "image/png",
}
# Files of people: a browser that shows one all the same gives it no powers at all.
IN_DE_ZANDBAK = {"verbanden:document", "verbanden:documentversie", "kennisbank:bijlage", "kennisbank:beeld"}
# Every page decides on caching here: nothing of the portal stays in a browser, but for files that never change.
GEEN_BEWAREN = "no-store"


def controleer(antwoord: Any, soort: str = "text/html; charset=utf-8", *, zandbak: bool = False) -> None:
    """The headers that every answer carries."""
    koppen = antwoord.headers
    assert {naam: koppen.get(naam) for naam in VAST} == VAST
    regels = [regel.strip() for regel in koppen["Content-Security-Policy"].split(";")]
    beleid = BELEID | ({"sandbox"} if zandbak else set())
    assert set(regels) == beleid
    assert len(regels) == len(beleid)
    begin = "inline;" if soort.startswith("image/") else "attachment;"
    assert koppen.get("Content-Disposition", "").startswith(begin) or not zandbak
    assert "camera=()" in koppen["Permissions-Policy"]
    assert koppen["Content-Type"] == soort
    assert GEEN_BEWAREN in koppen["Cache-Control"]
    assert "public" not in koppen["Cache-Control"]
    assert "Server" not in koppen
    assert "X-Powered-By" not in koppen


def koekjes_kloppen(klant: Client) -> None:
    """Only our two cookies, bound to this host, out of reach of scripts."""
    assert set(klant.cookies) <= {"__Host-sessie", "__Host-csrf"}
    for koek in klant.cookies.values():
        if koek["path"]:  # given by a response, not by the test
            assert (koek["secure"], koek["httponly"], koek["samesite"], koek["path"]) == (True, True, "Lax", "/")
            assert not koek["domain"]


def soort_van(geval: Geval, antwoord: Any) -> str:
    """The content type that fits: files are files only when they are there."""
    formaat = str(dict(geval.met).get("formaat", ""))
    gelukt = antwoord.status_code == 200
    return SOORTEN.get(formaat or geval.naam, "text/html; charset=utf-8") if gelukt else "text/html; charset=utf-8"


def in_de_zandbak(geval: Geval, antwoord: Any) -> bool:
    """Whether this is a file of somebody, that is there."""
    return geval.naam in IN_DE_ZANDBAK and antwoord.status_code == 200


def geheimen(wereld: Wereld) -> list[str]:
    """Whatever may stand in no page or file: e-mail addresses, password hashes and sessions."""
    gebruikers = Gebruiker.objects.all()
    adressen = [gebruiker.email.lower() for gebruiker in gebruikers]
    hashes = [gebruiker.password.lower() for gebruiker in gebruikers]
    return [*adressen, *hashes, *wereld.sessies.values()]


@lru_cache(maxsize=4)
def leesbaar(inhoud: bytes, soort: str) -> str:
    """All text of an answer, also of a compressed file."""
    if "spreadsheet" in soort or "opendocument" in soort:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            return "\n".join(archief.read(naam).decode("utf-8", "replace") for naam in archief.namelist())
    if soort == "application/pdf":
        lezer = PdfReader(io.BytesIO(inhoud))
        return "\n".join(bladzijde.extract_text() for bladzijde in lezer.pages) + str(lezer.metadata)
    return inhoud.decode("utf-8", "replace")


def verklapt(antwoord: Any, geheim: list[str]) -> list[str]:
    """The secrets that stand in an answer."""
    tekst = leesbaar(antwoord.content, antwoord["Content-Type"]).lower()
    return [woord for woord in geheim if woord in tekst]
