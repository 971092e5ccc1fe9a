"""What people type in an article comes out as harmless HTML."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerkingswijzer.tekst import MAG_IN_ARTIKEL, artikel_html

KWAAD = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![beeld](https://elders.example/x.png)",
    "![beeld](data:image/svg+xml;base64,AAAA)",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](data:text/html,<script>alert(1)</script>)",
    "[klik](vbscript:x)",
    "[klik](//elders.example/)",
    "[klik](/\\elders.example/)",
    "[klik](\\\\elders.example)",
    "[klik](file:///etc/passwd)",
    "[klik](ftp://elders.example)",
    "[klik](relatief)",
    '[klik](https://x.example "\\" onmouseover=alert(1) x=\\"")',
    "<https://x.example/><svg onload=alert(1)>",
    "[a]: javascript:alert(1)\n\n[klik][a]",
    "<iframe src=//elders.example></iframe>",
    "<style>*{}</style><link rel=stylesheet href=//elders.example>",
    "<a href=javascript:alert(1)>x</a>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "|a|\n|-|\n|<img src=x onerror=alert(1)>|",
    "\x00<scr\x00ipt>alert(1)</script>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "> " * 400 + "<script>",
    "[" * 5_000,
    "- " * 2_000 + "x",
)


class Lezer(HTMLParser):
    """Collects tags, attributes and addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.namen: set[tuple[str, str]] = set()
        self.adressen: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.namen |= {(tag, naam) for naam, _ in attrs}
        self.adressen += [waarde or "" for naam, waarde in attrs if naam in ("href", "src")]


def is_veilig(html: str) -> None:
    gelezen = Lezer(html)
    assert gelezen.tags <= MAG_IN_ARTIKEL
    assert gelezen.namen <= {("a", "href"), ("a", "rel"), ("th", "scope")}
    for adres in gelezen.adressen:
        assert re.match(r"(https?://|mailto:|/(?![/\\]))", adres), adres


@pytest.mark.parametrize("markdown", KWAAD)
def test_hostile_markdown_comes_out_harmless(markdown: str) -> None:
    is_veilig(artikel_html(markdown))


@given(st.text(alphabet='<>[]()!"/\\:jJavscript&#;=` \n-|*ax', max_size=120))
def test_any_text_comes_out_harmless(markdown: str) -> None:
    is_veilig(artikel_html(markdown))


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("# Kop", "<h2>Kop</h2>"),
        ("## Kop", "<h2>Kop</h2>"),
        ("###### Kop", "<h4>Kop</h4>"),
        ("[hier](/kennisbank/mandaat/)", 'href="/kennisbank/mandaat/"'),
        ("[daar](https://x.example/)", 'href="https://x.example/"'),
        ("|a|b|\n|-|:-:|\n|1|2|", '<th scope="col">a</th>'),
        ("> Een voorbeeld", "<blockquote>\n<p>Een voorbeeld</p>\n</blockquote>"),
        ("- een\n- twee", "<li>een</li>"),
    ],
)
def test_what_a_writer_means_stays(markdown: str, html: str) -> None:
    assert html in artikel_html(markdown)
