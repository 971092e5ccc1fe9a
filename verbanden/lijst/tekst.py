"""Markdown that people type, as harmless HTML: paragraphs, lists, emphasis and links, nothing else."""

from __future__ import annotations

import nh3
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

ADRESSEN = ("http://", "https://", "mailto:")
MAG = {"p", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "br", "blockquote"}
# Deeper lists than this say nothing to a reader and only cost the press its breath.
DIEPSTE = 20

_lezer = MarkdownIt("commonmark", {"html": False, "maxNesting": DIEPSTE})


def naar_html(markdown: str) -> SafeString:
    """Sanitised HTML; headings become small ones, so that a text never breaks the order of the document."""
    html = _lezer.render(markdown.replace("\x00", ""))
    for diep, klein in (("h1", "h3"), ("h2", "h3"), ("h5", "h4"), ("h6", "h4")):
        html = html.replace(f"<{diep}>", f"<{klein}>").replace(f"</{diep}>", f"</{klein}>")
    return SafeString(
        nh3.clean(
            html,
            tags=MAG,
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            attribute_filter=_alleen_volledig_adres,
            link_rel="noopener noreferrer",
        )
    )


def _alleen_volledig_adres(_: str, naam: str, waarde: str) -> str | None:
    """Links lead to a full address on the web or to a mailbox; a part of an address means nothing in a document."""
    return None if naam == "href" and not waarde.lower().startswith(ADRESSEN) else waarde
