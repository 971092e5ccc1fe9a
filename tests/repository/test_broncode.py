"""What our source keeps to: history cannot be passed by, no SQL or HTML by hand, the clock comes in from above."""

import ast
import re

import pytest

from tests.repository.broncode import aanroepen, bestanden, knopen, naam, tekst

LEZERS = {"objects", "history", "all", "filter", "exclude", "op", "order_by", "using", "select_related"}
OMZEILT = {"update", "bulk_update", "bulk_create", "abulk_create", "aupdate"}
# SQL by hand, with the reason.
EIGEN_SQL = {
    "samenwerkingswijzer/models/drukte.py": "counting in one query, also when requests come at the same time",
    "governance/handelingen/sessieslot.py": "an advisory and a shared lock, which the ORM does not know",
    "samenwerkingswijzer/geheugen.py": "the highest history numbers of many tables and the open transactions, at once",
    "samenwerkingswijzer/zoeken/index.py": "a lock, and the vocabulary and mentions of many rows at once",
    "samenwerkingswijzer/zoeken/termen.py": "the stemmer and the trigrams of PostgreSQL",
    "samenwerkingswijzer/zoeken/vraag.py": "the ranking: sums over the mentions, which the ORM cannot say",
    "samenwerkingswijzer/gezondheid.py": "asks the database whether it answers",
    "verbanden/handelingen/register.py": "an advisory lock: one import at a time",
}
# Text that goes into a page unescaped, with the reason.
EIGEN_HTML = {
    "samenwerkingswijzer/grafieken/svg.py": "builds SVG; every text and attribute goes through one escaping function",
    "samenwerkingswijzer/merken.py": "keeps what a template of ours already rendered and escaped",
    "samenwerkingswijzer/grafieken/saldo.py": "puts the escaped parts of svg.py together",
    "samenwerkingswijzer/grafieken/treden.py": "builds SVG of numbers only",
    "samenwerkingswijzer/grafieken/staven.py": "puts the escaped parts of svg.py together",
    "samenwerkingswijzer/tekst.py": "keeps what nh3 left of the Markdown of people: an allow-list of harmless tags",
    "governance/agenda/blad.py": "keeps what templates of ours already rendered and escaped",
    "governance/agenda/jaarbeeld.py": "keeps what templates of ours already rendered and escaped",
    "governance/agenda/weergave.py": "joins rows that templates of ours already rendered and escaped",
    "verbanden/overzicht/weergave.py": "joins rows that templates of ours already rendered and escaped",
}
# Where the clock comes in: views, commands, middleware and the few places that are an edge of their own.
KLOK = {
    "samenwerkingswijzer/admin.py": "the screens of the beheerder: views in all but name",
    "samenwerkingswijzer/bewerken.py": "the clock of every page that changes something: views call it",
    "samenwerkingswijzer/signalen.py": "receivers of logging in and out: the moment of the event",
    "samenwerkingswijzer/drukpers/werkbank.py": "an edge of its own: how long a job on disk lies there",
    "samenwerkingswijzer/openbaar/bladzijde.py": "makes the views of the public side: they are of today",
    "samenwerkingswijzer/peildatum.py": "middleware: today, when nothing else was asked",
    "samenwerkingswijzer/models/gebruiker.py": "default of a column: when the account was made",
}
KLOKKEN = {
    "date.today",
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "timezone.now",
    "time.time",
    "datetime.date.today",
    "datetime.datetime.now",
}
KLOK_ZONDER_TIJD = {"timezone.localdate", "timezone.localtime", "localdate", "localtime"}
PAKKETBRONNEN = (
    "pypi" + r"\.org",
    "python" + r"hosted\.org",
    "npm" + r"js\.org",
    "npm" + r"js\.com",
    "yarn" + r"pkg\.com",
)
ONAF = "TO" + "DO|FIX" + r"ME|\bXX" + "X\\b|Not" + "Implemented"
OVERGESLAGEN = r"pytest\.(mark\.)?(skip|xfail|importorskip)|unittest\.skip"
# The national register is not part of the repository: the tests that read it are only there when the file is.
MAG_OVERSLAAN = {"tests/verbanden/conftest.py"}


# Rows without a history, because all of it is derived and can be made again.
AFGELEID = {"samenwerkingswijzer/zoeken/index.py"}


def test_nothing_writes_round_the_history() -> None:
    """Rows are saved one by one through `bewaar`: `update()` and its like leave no trace."""
    fout = [
        f"{pad}:{roep.lineno} {wat}"
        for pad, wat, roep in aanroepen()
        if wat.split(".")[-1] in OMZEILT and LEZERS & set(wat.split(".")[:-1]) and pad not in AFGELEID
    ]
    assert fout == []


def test_sql_by_hand_stands_only_where_it_is_argued() -> None:
    hand = {
        pad
        for pad, wat, roep in aanroepen()
        if wat.split(".")[-1] in {"execute", "executemany", "raw", "extra", "RawSQL", "callproc"}
    }
    assert {pad for pad in hand if not pad.startswith("samenwerkingswijzer/lokaal/")} == set(EIGEN_SQL)


def test_unescaped_html_stands_only_where_it_is_argued() -> None:
    """An empty text, such as the chart of no figures, needs no reason."""
    hand = {
        pad
        for pad, wat, roep in aanroepen()
        if wat.split(".")[-1] in {"mark_safe", "SafeString", "SafeText"}
        and not (roep.args and isinstance(roep.args[0], ast.Constant) and roep.args[0].value == "")
    }
    assert hand == set(EIGEN_HTML)


def test_no_text_becomes_a_template_or_a_program() -> None:
    verboden = {"Template", "from_string", "eval", "exec", "compile_restricted", "loads_pickle", "__import__"}
    fout = [f"{pad}:{roep.lineno} {wat}" for pad, wat, roep in aanroepen() if wat.split(".")[-1] in verboden]
    assert fout == []


def test_the_clock_is_an_argument() -> None:
    """Below views, commands and middleware nothing asks what time it is: so every rule can be tested and replayed."""
    gezien = {pad.as_posix() for pad, knoop in knopen(ast.Attribute) if naam(knoop) in KLOKKEN}
    gezien |= {pad for pad, wat, roep in aanroepen() if wat in KLOK_ZONDER_TIJD and not (roep.args or roep.keywords)}
    laag = {pad for pad in gezien if "/views/" not in pad and "/management/commands/" not in pad}
    assert {pad for pad in laag if not pad.startswith("samenwerkingswijzer/lokaal/")} == set(KLOK)


@pytest.mark.parametrize(
    "patroon",
    [
        r"<script(?![^>]*\ssrc=)",
        r"<style",
        r"<[^>]*\sstyle\s*=",
        r"<[^>]*\son[a-z]+\s*=",
        r"hx-on",
        "java" + "script:",
        r"\|\s*safe\b",
        r"safeseq",
        r"autoescape\s+off",
        r"csrf_exempt",
        r"<(script|link|img|iframe)[^>]*(src|href)=[\"'](https?:)?//",
    ],
)
def test_templates_hold_no_inline_code_and_nothing_from_elsewhere(patroon: str) -> None:
    """The Content-Security-Policy refuses it anyway; here it fails before anybody sees a broken page."""
    fout = [pad.as_posix() for pad in bestanden(".html") if re.search(patroon, tekst(pad), re.IGNORECASE)]
    assert fout == []


def test_no_file_is_left_unfinished() -> None:
    assert _met(ONAF, ".py", ".html", ".css", ".js", ".md", ".yaml", ".toml") == []


def test_no_test_is_skipped() -> None:
    """A test that does not run proves nothing; only the national register may be absent."""
    gevonden = set(_met(OVERGESLAGEN, ".py"))
    assert gevonden - {"tests/repository/test_broncode.py"} <= MAG_OVERSLAAN


@pytest.mark.parametrize("bron", PAKKETBRONNEN)
def test_no_file_names_a_place_of_packages(bron: str) -> None:
    assert _met(bron) == []


def _met(patroon: str, *soorten: str) -> list[str]:
    return [pad.as_posix() for pad in bestanden(*soorten) if re.search(patroon, tekst(pad))]
