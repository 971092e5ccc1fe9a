"""One file that is both accessible (PDF/UA-1) and fit for the archive (PDF/A-2a): colours, identity and metadata."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from samenwerkingswijzer.drukpers.stromen import SLECHT_EINDE, maak_stroom

MAKER = "Samenwerkingswijzer"
METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{maker}</pdf:Producer>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
POGINGEN = 16
PROFIEL = "sRGB2014.icc"


def archiveer(pdf: pikepdf.Pdf, *, titel: str, taal: str) -> None:
    """Say in the file what it is, and which colours its numbers mean."""
    titel = " ".join(titel.split())
    tekst = METADATA.format(titel=escape(titel), taal=escape(taal), maker=MAKER)
    pdf.Root.Metadata = Stream(pdf, tekst.encode(), Type=Name.Metadata, Subtype=Name.XML)
    profiel = maak_stroom(pdf, (files("weasyprint.pdf") / PROFIEL).read_bytes(), N=3)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String(PROFIEL),
                Info=String(PROFIEL),
                DestOutputProfile=profiel,
            )
        ]
    )
    pdf.docinfo["/Title"] = String(titel)
    pdf.docinfo["/Producer"] = String(MAKER)


def bewaar(pdf: pikepdf.Pdf) -> bytes:
    """The file; the same document gives the same bytes.

    Objects lie together in streams that the library compresses itself. When one of those has a bad end (see `stromen`),
    one more object gives every object after it another number, and with it every such stream another content.
    """
    extra = Array()
    for _ in range(POGINGEN):
        uit = BytesIO()
        pdf.save(uit, deterministic_id=True, min_version="1.7", object_stream_mode=pikepdf.ObjectStreamMode.generate)
        if SLECHT_EINDE + b"\nendstream" not in uit.getvalue():
            break
        extra.append(pdf.make_indirect(Array()))
        pdf.Root.SWExtra = extra
    return uit.getvalue()
