"""Markdown that people type, as harmless HTML: paragraphs, lists, emphasis and links, and tables in an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from html import unescape

import nh3
from django.utils.safestring import SafeString
from django.utils.text import slugify
from markdown_it import MarkdownIt

from samenwerkingswijzer.tekstbeelden import LEEG, Beeld, zet_beelden

ADRESSEN = ("http://", "https://", "mailto:")
MAG = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "br", "blockquote"}
MAG_IN_ARTIKEL = MAG | {"h2", "table", "thead", "tbody", "tr", "th", "td"}
# Deeper lists than this say nothing to a reader and only cost the press its breath.
DIEPSTE = 20
# An address within the portal: a path, never a host ('//' and '/\\' lead away).
_TABEL = re.compile(r"<table>\s*<thead>(.*?)</thead>\s*<tbody>(.*?)</tbody>\s*</table>", re.DOTALL)
_RIJ, _KOPCEL, _CEL = (
    re.compile(r"<tr>(.*?)</tr>", re.DOTALL),
    re.compile(r"<th>(.*?)</th>"),
    re.compile(r"<td>(.*?)</td>"),
)
_KOP = re.compile(r"<h2>([^<]*)</h2>")
_BINNEN = re.compile(r"/(?![/\\])[^\\\s]*\Z")

_lezer = MarkdownIt("commonmark", {"html": False, "maxNesting": DIEPSTE})
_artikellezer = MarkdownIt("commonmark", {"html": False, "maxNesting": DIEPSTE}).enable("table")


def naar_html(markdown: str) -> SafeString:
    """Sanitised HTML; headings become small ones, so that a text never breaks the order of the document."""
    html = _lezer.render(markdown.replace("\x00", ""))
    for diep, klein in (("h1", "h3"), ("h2", "h3"), ("h5", "h4"), ("h6", "h4")):
        html = html.replace(f"<{diep}>", f"<{klein}>").replace(f"</{diep}>", f"</{klein}>")
    return _schoon(html, MAG, _alleen_volledig_adres)


def artikel_html(markdown: str, beelden: Mapping[int, Beeld] = LEEG) -> SafeString:
    """Sanitised HTML of an article under a title of its own: headings from h2, tables, and links within the portal.

    `![words](bijlage:2)` shows picture 2 of `beelden`; any other picture leaves its words only.
    """
    omgeving: dict[str, object] = {}
    stukken = _artikellezer.parse(markdown.replace("\x00", ""), omgeving)
    zet_beelden(stukken, beelden)
    html = _artikellezer.renderer.render(stukken, _artikellezer.options, omgeving)
    for diep, klein in (("h1", "h2"), ("h5", "h4"), ("h6", "h4")):
        html = html.replace(f"<{diep}>", f"<{klein}>").replace(f"</{diep}>", f"</{klein}>")
    schoon = _schoon(html, MAG_IN_ARTIKEL, _ook_binnen_het_portaal, {een.url for een in beelden.values()})
    return SafeString(re.sub(r"<th\b[^>]*>", '<th scope="col">', schoon))


def blad_html(markdown: str) -> tuple[SafeString, tuple[tuple[str, str], ...]]:
    """A page of our own manual: as an article, with pictures of this portal, and a link to each part.

    Also gives the parts: (anchor, words) of each heading of the second level.
    """
    html = _artikellezer.render(markdown)
    schoon = nh3.clean(
        html,
        tags=MAG_IN_ARTIKEL | {"img", "code"},
        attributes={"a": {"href"}, "img": {"src", "alt"}},
        url_schemes={"https"},
        attribute_filter=_van_het_portaal_zelf,
        link_rel="noopener noreferrer",
    )
    delen = tuple((slugify(unescape(woorden)), unescape(woorden)) for woorden in _KOP.findall(schoon))
    met_anker = _KOP.sub(lambda kop: f'<h2 id="{slugify(unescape(kop[1]))}">{kop[1]}</h2>', schoon)
    return SafeString(_TABEL.sub(_met_koppen, met_anker)), delen


def _met_koppen(tabel: re.Match[str]) -> str:
    """A table whose rows have a head, and whose cells name their column, so that it can also be read as blocks."""
    kop, romp = tabel.groups()
    koppen = [re.sub("<[^>]*>", "", cel) for cel in _KOPCEL.findall(kop)]
    rijen = ("".join(_cellen(_CEL.findall(rij), koppen)) for rij in _RIJ.findall(romp))
    cellen = "".join(f'<th scope="col">{cel}</th>' for cel in _KOPCEL.findall(kop))
    lijf = "".join(f"<tr>{rij}</tr>" for rij in rijen)
    return f"<table><thead><tr>{cellen}</tr></thead><tbody>{lijf}</tbody></table>"


def _cellen(cellen: list[str], koppen: list[str]) -> Iterator[str]:
    yield f'<th scope="row">{cellen[0]}</th>'
    yield from (f'<td data-label="{kop}">{cel}</td>' for kop, cel in zip(koppen[1:], cellen[1:], strict=True))


def _van_het_portaal_zelf(tag: str, naam: str, waarde: str) -> str | None:
    """A picture lies in this portal; a link leads to a part of the page, into the portal or to the web."""
    if tag == "img" and naam == "src":
        return waarde if _BINNEN.match(waarde) else None
    if naam == "href" and waarde.startswith("#"):
        return waarde
    return waarde if naam == "alt" else _ook_binnen_het_portaal(tag, naam, waarde)


def _schoon(
    html: str, tags: set[str], adres: Callable[[str, str, str], str | None], beelden: Collection[str] = ()
) -> SafeString:
    """Only these tags, addresses that `adres` lets through, and pictures at exactly one of these addresses."""

    def houd(tag: str, naam: str, waarde: str) -> str | None:
        if tag == "img":
            return waarde if naam == "alt" or waarde in beelden else None
        return adres(tag, naam, waarde)

    return SafeString(
        nh3.clean(
            html,
            tags=tags | {"img"} if beelden else tags,
            attributes={"a": {"href"}, "img": {"src", "alt"}} if beelden else {"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            attribute_filter=houd,
            link_rel="noopener noreferrer",
        )
    )


def _alleen_volledig_adres(_: str, naam: str, waarde: str) -> str | None:
    """Links lead to a full address on the web or to a mailbox; a part of an address means nothing in a document."""
    return None if naam == "href" and not waarde.lower().startswith(ADRESSEN) else waarde


def _ook_binnen_het_portaal(tag: str, naam: str, waarde: str) -> str | None:
    """As above, and a path of this portal; no words that only show when somebody points at them."""
    if naam == "title":
        return None
    return waarde if naam == "href" and _BINNEN.match(waarde) else _alleen_volledig_adres(tag, naam, waarde)
