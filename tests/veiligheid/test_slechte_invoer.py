"""Bad input at every address: a Dutch page with a 4xx, never a 500 (issue 2, 'It holds when')."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.veiligheid.matrix import Geval, gevallen, patronen
from tests.veiligheid.pagina import Pagina
from tests.veiligheid.wereld import Wereld

LANG = "x" * 20_000
WAARDEN = ("", "x", "-1", "0", "99999999999999999999999", "1e400", "NaN", "٣", "[]", "{}", "null", "%", "'", "\\",
           "\r\n",           "\u202e", "😀", "2026-02-30", "31-2-2026", "on", LANG)  # fmt: skip
NAMEN = ("zoek", "vorm", "programma", "oordeel", "soort", "klasse", "levensfase", "onderwerp", "portefeuille",
         "accounthouder", "sorteer", "beeld", "bladzijde", "dag", "terug", "next", "apart", "wie", "van", "tot",
         "onderdeel", "versie", "basis", "samenvoegen", "actie", "email", "login", "rij", "jaar", "stand",
         "band", "tegen")  # fmt: skip
PEILDATUMS = ("morgen", "2026-13-01", "2026-02-30", "9999-12-31", "0001-01-01", "1899-12-31", "2026-05-21T12:00:00",
              "2026-05-21 12:00", "20260521x", "21-5-2026", "2026-W21-9", "-2026-05-21",
              "２０２６-05-21", "'", "x" * 500)  # fmt: skip
ENGELS = ("matches the given query", "Not Found", "Bad Request", "Forbidden", "Server Error", "This field", "Enter a",
          "Select a valid", "Ensure this", "required.", "does not exist")  # fmt: skip
# Pages that the most powerful reader gets to see, and addresses that only take a form; a PDF takes no input.
GEVALLEN = [
    geval
    for geval in gevallen()
    if geval.naam != "verbanden:dashboard_pdf" and (200 in geval.verwacht("beheerder", "GET") or not geval.leesbaar)
]
METFORMULIER = [g for g in GEVALLEN if g.leesbaar and "POST" in g.regel]
SLUGS = ("x" * 500, "%F0%9F%98%80", "..", "nieuw-x", "-", "_", "0", "%ff", "a%00b", "%2e%2e%2f", "verbanden")
NUMMERS = ("0", "9223372036854775807", "9223372036854775808", "99999999999999999999999999", "-1", "1.5", "x", "٣")


def hoort(antwoord: Any, waar: str) -> None:
    """An answer that fits bad input: no failure of ours, and Dutch when it is a refusal."""
    assert antwoord.status_code < 500, waar
    if antwoord.status_code in (400, 404, 413, 422) and antwoord["Content-Type"].startswith("text/html"):
        pagina = Pagina(antwoord.content.decode())
        assert {e.kenmerken.get("lang") for e in pagina.elementen if e.naam == "html"} == {"nl"}, waar
        assert [zin for zin in ENGELS if zin in pagina.tekst] == [], waar


@pytest.mark.parametrize("geval", GEVALLEN, ids=str)
def test_nasty_parameters_never_break_a_page(wereld: Wereld, geval: Geval) -> None:
    """Every known name with a different bad value each time, so that all pairs come by over the values."""
    klant, adres = wereld.klant("beheerder"), geval.adres(wereld).split("?")[0]
    for schuif in range(0, len(WAARDEN), 7):
        vraag = {naam: WAARDEN[(schuif + nummer) % len(WAARDEN)] for nummer, naam in enumerate(NAMEN)}
        hoort(klant.get(adres, vraag), f"GET {schuif}")
        if "POST" in geval.regel and geval.naam != "account_logout":
            hoort(klant.post(adres, vraag), f"POST {schuif}")


@pytest.mark.parametrize("geval", METFORMULIER, ids=str)
def test_nasty_forms_never_break_a_page(wereld: Wereld, geval: Geval) -> None:
    """The fields that the page itself shows, each with a third of the bad values: which third differs per page."""
    klant, adres = wereld.klant("beheerder"), geval.adres(wereld)
    html = klant.get(adres).content.decode()
    formulieren = [f for f in Pagina(html).formulieren if f.methode == "post"]
    namen = sorted({naam for f in formulieren for naam in f.velden} | {"versie", "basis", "samenvoegen"})
    for schuif in range(METFORMULIER.index(geval) % 3, len(WAARDEN), 3):
        lichaam = {naam: WAARDEN[(schuif + nummer) % len(WAARDEN)] for nummer, naam in enumerate(namen)}
        hoort(klant.post(adres, lichaam), f"{schuif}")
    hoort(klant.post(adres, {naam: ["a", "b", ""] for naam in namen}), "herhaald")


@pytest.mark.parametrize("waarde", PEILDATUMS)
@pytest.mark.parametrize(
    "naam",
    [
        "start",
        "verbanden:overzicht",
        "verbanden:kosten",
        "verbanden:voorstellen",
        "peildatum",
        "governance:zeggenschap",
        "governance:partners",
        "governance:samenspel",
    ],
)
def test_an_impossible_reference_date_is_refused(wereld: Wereld, naam: str, waarde: str) -> None:
    antwoord = wereld.klant("raadslid").get(reverse(naam), {"peildatum": waarde})
    hoort(antwoord, waarde)
    assert antwoord.status_code == 400
    assert "peildatum" in antwoord.content.decode().lower()


def test_a_bad_reference_date_is_not_remembered(wereld: Wereld) -> None:
    klant = wereld.klant("raadslid")
    assert klant.get("/verbanden/?peildatum=morgen").status_code == 400
    assert klant.get("/verbanden/").status_code == 200


@pytest.mark.parametrize("slug", SLUGS)
def test_an_unknown_partnership_is_not_found(wereld: Wereld, slug: str) -> None:
    staarten = ("", "geschiedenis/", "fase/", "accounthouder/", "bewerken/", "bewerken/kenmerken/", "dashboard.pdf")
    for staart in staarten:
        antwoord = wereld.klant("beheerder").get(f"/verbanden/{slug}/{staart}", follow=True)
        hoort(antwoord, staart)
        assert antwoord.status_code in (400, 404), staart


@pytest.mark.parametrize("nummer", NUMMERS)
def test_an_unknown_row_is_not_found(wereld: Wereld, nummer: str) -> None:
    klant, begin = wereld.klant("beheerder"), f"/verbanden/{wereld.verband.slug}/bewerken"
    for adres in (f"{begin}/risicos/{nummer}/", f"{begin}/cijfers/{nummer}/"):
        hoort(klant.get(adres), adres)
        assert klant.get(adres).status_code == 404, adres
        assert klant.post(adres).status_code == 404, adres
    assert klant.post(f"{begin}/risicos/{nummer}/verwijderen/").status_code == 404


@pytest.mark.parametrize("nummer", NUMMERS)
def test_an_unknown_proposal_is_refused(wereld: Wereld, nummer: str) -> None:
    lichaam = {f"versie-{nummer}": "1", f"keuze-{nummer}": "neem", f"reden-{nummer}": "x"}
    antwoord = wereld.klant("beheerder").post("/verbanden/voorstellen/", lichaam)
    hoort(antwoord, nummer)
    assert antwoord.status_code == 422


@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (b"\xff\xfe\x00", "application/x-www-form-urlencoded"),
        (b"naam=%ff%fe", "application/x-www-form-urlencoded"),
        (b"naam=%00", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"<a/>", "application/xml"),
        (b"kapot", "multipart/form-data"),
        (b"kapot", "multipart/form-data; boundary=x"),
        (b"--x\r\nContent-Disposition: form-data; name=naam\r\n\r\na", "multipart/form-data; boundary=x"),
        (b"a" * 3_000_000, "application/x-www-form-urlencoded"),
        (b"&".join(b"a%d=1" % nummer for nummer in range(2500)), "application/x-www-form-urlencoded"),
        (b"x", "text/plain; charset=bestaat-niet"),
        (b"naam=x", "application/x-www-form-urlencoded; charset=bestaat-niet"),
    ],
    ids=range(12),
)
@pytest.mark.parametrize("adres", ["/verbanden/nieuw/", "/account/login/", "/verbanden/voorstellen/"])
def test_a_body_that_is_no_form_is_refused(wereld: Wereld, adres: str, inhoud: bytes, soort: str) -> None:
    antwoord = wereld.klant("beheerder").generic("POST", adres, inhoud, content_type=soort)
    hoort(antwoord, soort)


def test_a_file_where_none_is_asked_is_ignored(wereld: Wereld) -> None:
    bestand = SimpleUploadedFile("../../kwaad\r\n.html", b"<script>x</script>", content_type="text/html")
    antwoord = wereld.klant("beheerder").post("/verbanden/nieuw/", {"naam": bestand, "vorm": "x"})
    hoort(antwoord, "bestand")
    assert antwoord.status_code == 422


def test_what_was_typed_is_still_there(wereld: Wereld) -> None:
    """A refused form comes back with every text that was sent, also the wrong ones."""
    klant, adres = wereld.klant("beheerder"), f"/verbanden/{wereld.verband.slug}/bewerken/momenten/nieuw/"
    getypt = {"datum": "31-2-2026", "titel": "mijn titel", "invloed": "mijn invloed " * 30, "url": "geen adres"}
    antwoord = klant.post(adres, {**getypt, "wie": "raad", "reden_wijziging": "mijn reden"})
    assert antwoord.status_code == 422
    velden = Pagina(antwoord.content.decode()).formulier().velden
    assert {naam: velden[naam][0] for naam in getypt} == getypt
    assert velden["wie"] == ["raad"]
    assert velden["reden_wijziging"] == ["mijn reden"]


def test_every_pattern_of_an_address_is_bounded() -> None:
    """No address takes a free piece of path but the one of the key in a mail."""
    vrij = [naam for naam, patroon in patronen() if "<path:" in str(patroon.pattern) and not naam.startswith("admin:")]
    assert vrij == []


@pytest.mark.parametrize(
    "kop", ["hx-request", "accept-language", "cookie", "user-agent", "referer", "x-requested-with"]
)
@pytest.mark.parametrize("waarde", ["true", "\x7f\xff", "x" * 8_000, "en;q=1,*;q=0.5", "sw-sessie=;;=;="])
def test_nasty_headers_never_break_a_page(wereld: Wereld, kop: str, waarde: str) -> None:
    for adres in ("/verbanden/", "/account/login/", "/bestaat-niet/"):
        extra: dict[str, Any] = {f"HTTP_{kop.upper().replace('-', '_')}": waarde}
        antwoord = wereld.klant("raadslid").get(adres, **extra)
        assert antwoord.status_code < 500
        assert antwoord.headers.get("Content-Language", "nl") == "nl"
