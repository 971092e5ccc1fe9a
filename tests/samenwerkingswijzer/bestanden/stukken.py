"""Files made in the tests: good ones, small, and each attack as small as it can be. All content is invented."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

TEKST = "De fictieve kabbelbeek stroomt langs de dijk."
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_HOOFD = f"{_OFFICE}wordprocessingml.document.main+xml"
_ODF = "application/vnd.oasis.opendocument."


def pdf(tekst: str = TEKST, **wortel: object) -> bytes:
    """One page with this text; `wortel` is added to the catalogue."""
    document = pikepdf.new()
    document.add_blank_page(page_size=(300, 200))
    blad = document.pages[0]
    letter = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    blad.Resources = Dictionary(Font=Dictionary(F1=letter))
    blad.Contents = document.make_stream(f"BT /F1 12 Tf 20 100 Td ({tekst}) Tj ET".encode("latin-1"))
    for sleutel, waarde in wortel.items():
        document.Root[f"/{sleutel}"] = waarde
    return _opgeslagen(document)


def pdf_met_script() -> bytes:
    return pdf(OpenAction=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def pdf_met_programma() -> bytes:
    return pdf(OpenAction=Dictionary(S=Name.Launch, F=String("calc.exe")))


def pdf_met_bijlage() -> bytes:
    document = pikepdf.open(BytesIO(pdf()))
    document.attachments["los.txt"] = b"verborgen"
    return _opgeslagen(document)


def pdf_met_script_diep() -> bytes:
    """The script hangs in an annotation, four objects away from the catalogue, inside a compressed stream."""
    document = pikepdf.open(BytesIO(pdf()))
    actie = document.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
    knop = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), AA=Dictionary(U=actie))
    document.pages[0].Annots = Array([document.make_indirect(knop)])
    return _opgeslagen(document, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def pdf_met_wachtwoord(gebruiker: str = "geheim") -> bytes:
    document = pikepdf.open(BytesIO(pdf()))
    return _opgeslagen(document, encryption=pikepdf.Encryption(user=gebruiker, owner="eigenaar"))


def _opgeslagen(document: pikepdf.Pdf, **opties: object) -> bytes:
    uit = BytesIO()
    document.save(uit, **opties)  # type: ignore[arg-type]  # options of pikepdf by name
    return uit.getvalue()


def zip_van(delen: dict[str, bytes], *, samenpersen: bool = True) -> bytes:
    """A zip with these parts, in this order."""
    uit = BytesIO()
    manier = zipfile.ZIP_DEFLATED if samenpersen else zipfile.ZIP_STORED
    with zipfile.ZipFile(uit, "w", manier) as pak:
        for naam, inhoud in delen.items():
            pak.writestr(zipfile.ZipInfo(naam, (2026, 1, 1, 0, 0, 0)), inhoud, manier)
    return uit.getvalue()


def docx(tekst: str = TEKST, *, soort: str = _HOOFD, meer: dict[str, bytes] | None = None) -> bytes:
    """A Word document; `meer` are other parts."""
    alinea = f"<w:p><w:r><w:t>{tekst}</w:t></w:r></w:p>"
    delen = {
        "[Content_Types].xml": _soorten(soort),
        "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{alinea}</w:body></w:document>'.encode(),
    }
    return zip_van(delen | (meer or {}))


def _soorten(hoofd: str) -> bytes:
    return f'<Types><Override PartName="/word/document.xml" ContentType="{hoofd}"/></Types>'.encode()


def docm() -> bytes:
    return docx(soort="application/vnd.ms-word.document.macroEnabled.main+xml")


def docx_met(naam: str, inhoud: bytes) -> bytes:
    return docx(meer={naam: inhoud})


def docx_met_sjabloon(doel: str) -> bytes:
    return docx_met("word/_rels/settings.xml.rels", _koppeling("attachedTemplate", doel))


def docx_met_link() -> bytes:
    return docx_met("word/_rels/document.xml.rels", _koppeling("hyperlink", "https://goed.example/"))


def docx_met_deel_erbij(soort: str, doel: str = "x.bin", waar: str = "") -> bytes:
    """A relation of this kind to a part of its own, or elsewhere (`waar`)."""
    return docx_met("word/_rels/document.xml.rels", _koppeling(soort, doel, waar))


def docx_met_veld(*stukken: str) -> bytes:
    """A field of Word whose instruction lies in these pieces."""
    opdracht = "".join(f"<w:r><w:instrText>{stuk}</w:instrText></w:r>" for stuk in stukken)
    veld = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{opdracht}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    return docx_met("word/header1.xml", f'<w:hdr xmlns:w="{_W}"><w:p>{veld}</w:p></w:hdr>'.encode())


def docx_met_kort_veld(opdracht: str) -> bytes:
    inhoud = f'<w:hdr xmlns:w="{_W}"><w:fldSimple w:instr="{opdracht}"/></w:hdr>'
    return docx_met("word/header1.xml", inhoud.encode())


def docx_met_soort(soort: str) -> bytes:
    """A part that says to be of this kind, whatever its name is."""
    extra = f'<Override PartName="/word/x.xml" ContentType="{soort}"/>'
    soorten = _soorten(_HOOFD).replace(b"</Types>", extra.encode() + b"</Types>")
    return docx(meer={"[Content_Types].xml": soorten, "word/x.xml": b"<x/>"})


def zip_met_twee_lijsten() -> bytes:
    """A large-zip record leads one reader to a harmless list; the ordinary end leads another to what is there."""
    goed, kwaad = docx(), docm()
    delen, lijst = _zonder_slot(goed)
    andere_delen, andere_lijst = _zonder_slot(kwaad)
    plek = len(delen) + len(andere_delen)
    groot = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 2, 2, len(lijst), plek)
    wijzer = struct.pack("<4sLQL", b"PK\x06\x07", 0, plek + len(lijst) + len(andere_lijst), 1)
    begin = plek + len(lijst)
    lengte = len(andere_lijst) + len(groot) + len(wijzer)
    slot = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, lengte, begin, 0)
    return delen + andere_delen + lijst + andere_lijst + groot + wijzer + slot


def _zonder_slot(pak: bytes) -> tuple[bytes, bytes]:
    """The parts and the list of a zip."""
    begin = struct.unpack("<L", pak[-6:-2])[0]
    return pak[:begin], pak[begin:-22]


def zip_met_iets_ertussen() -> bytes:
    """Bytes that belong to no part, between the last part and the list."""
    delen, lijst = _zonder_slot(docx())
    midden = b"MZ<html>" * 9
    slot = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(lijst), len(delen + midden), 0)
    return delen + midden + lijst + slot


def odf_met(element: str, soort: str = "text") -> bytes:
    """An ODF with one more element."""
    namen = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:o="urn:o"'
    return odf(soort, meer={"styles.xml": f"<o:stijl {namen}>{element}</o:stijl>".encode()})


def xlsx_met(naam: str, inhoud: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(xlsx())) as pak:
        return zip_van({deel: pak.read(deel) for deel in pak.namelist()} | {naam: inhoud})


def pdf_die_weggaat(**actie: str) -> bytes:
    """Opening goes on to something else after a first harmless step."""
    return pdf(
        OpenAction=Dictionary(
            S=Name.Named,
            N=Name.NextPage,
            Next=Array([Dictionary({f"/{sleutel}": Name(waarde) for sleutel, waarde in actie.items()})]),
        )
    )


def pdf_van_elders() -> bytes:
    """The content of the page would come from another file."""
    document = pikepdf.open(BytesIO(pdf()))
    stroom = document.make_stream(b"")
    stroom["/F"] = String("//kwaad.example/x")
    document.pages[0].Contents = document.make_indirect(stroom)
    return _opgeslagen(document)


def pdf_die_ergens_begint() -> bytes:
    """As many programs write it: open at a page."""
    document = pikepdf.open(BytesIO(pdf()))
    document.Root.OpenAction = Array([document.pages[0].obj, Name.Fit])
    return _opgeslagen(document)


def png_grijs() -> bytes:
    """Sixteen bits of grey, as some scanners make: half-way between black and white."""
    uit = BytesIO()
    Image.new("I;16", (4, 3), 32_768).save(uit, format="PNG")
    return uit.getvalue()


def _koppeling(soort: str, doel: str, waar: str = "External") -> bytes:
    soort = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{soort}"
    rel = f'<Relationship Id="a" Type="{soort}" Target="{doel}" TargetMode="{waar}"/>'
    return f'<Relationships xmlns="{_R}">{rel}</Relationships>'.encode()


def docx_met_entiteiten() -> bytes:
    """A billion laughs in the text part."""
    return zip_van(
        {
            "[Content_Types].xml": _soorten(_HOOFD),
            "word/document.xml": b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>',
        }
    )


def odf(soort: str = "text", tekst: str = TEKST, meer: dict[str, bytes] | None = None) -> bytes:
    """An ODT or (`spreadsheet`) ODS, with a struck-out text that is no text any more."""
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    weg = "<text:tracked-changes><text:deletion><text:p>geschrapt woord</text:p></text:deletion></text:tracked-changes>"
    inhoud = f'<office xmlns:text="{text}">{weg}<text:p>{tekst}</text:p></office>'
    delen = {"mimetype": f"{_ODF}{soort}".encode(), "content.xml": inhoud.encode()}
    return zip_van(delen | (meer or {}))


def xlsx(tekst: str = TEKST) -> bytes:
    hoofd = f"{_OFFICE}spreadsheetml.sheet.main+xml"
    return zip_van(
        {
            "[Content_Types].xml": _soorten(hoofd),
            "xl/sharedStrings.xml": f"<sst><si><t>{tekst}</t></si></sst>".encode(),
        }
    )


def bom(groot: int = 30_000_000) -> bytes:
    """A Word document of thirty kB with a part that unpacks to 30 MB of nothing: a thousand times as much."""
    return docx_met("word/media/leeg.xml", b"\0" * groot)


def bom_van_veel() -> bytes:
    return zip_van({f"{nummer}": b"" for nummer in range(2_500)}, samenpersen=False)


def bom_die_liegt() -> bytes:
    """The list says that the part is small; what comes out is not."""
    eerlijk = bom(5_000_000)
    plek = eerlijk.rindex(b"PK\x01\x02")
    return eerlijk[: plek + 24] + struct.pack("<L", 900_000) + eerlijk[plek + 28 :]


def png(breed: int = 4, hoog: int = 3) -> bytes:
    return _beeld("PNG", breed, hoog)


def jpeg(breed: int = 4, hoog: int = 3) -> bytes:
    """A photo that tells where it was made, with a comment."""
    exif = Image.Exif()
    exif[0x010E] = "geheime plek"  # description
    exif.get_ifd(0x8825)[1] = "N"  # GPS
    return _beeld("JPEG", breed, hoog, exif=exif, comment=b"geheime opmerking")


def png_bom() -> bytes:
    """A picture of 900 million points in a few hundred bytes."""
    kop = struct.pack(">2L5B", 30_000, 30_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _brok(b"IHDR", kop) + _brok(b"IDAT", zlib.compress(b"")) + _brok(b"IEND", b"")


def _brok(naam: bytes, inhoud: bytes) -> bytes:
    return struct.pack(">L", len(inhoud)) + naam + inhoud + struct.pack(">L", zlib.crc32(naam + inhoud))


def _beeld(soort: str, breed: int, hoog: int, **opties: object) -> bytes:
    uit = BytesIO()
    Image.new("RGB", (breed, hoog), "teal").save(uit, format=soort, **opties)
    return uit.getvalue()
