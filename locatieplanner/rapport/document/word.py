"""Een rapport als Word-document, voor wie de tekst moet bewerken."""

import datetime
import io
from typing import Any

import docx
from docx.document import Document as Worddocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from locatieplanner.rapport.document.inhoud import (
    Alinea,
    Bladwissel,
    Deel,
    Document,
    Figuur,
    Kop,
    Lijst,
    Tabelvak,
)
from locatieplanner.rapport.document.pdf import SAMENVATTING
from locatieplanner.rapport.document.tekening import als_png
from locatieplanner.rapport.tabel import Kolomsoort
from locatieplanner.rapport.werkmap import vaste_zip

_TAAL = "nl-NL"
_ACCENT = RGBColor(0x1D, 0x5A, 0x96)
_GRIJS = RGBColor(0x55, 0x55, 0x55)
_BREEDTE_CM = 16.5
_TEKST = frozenset({Kolomsoort.TEKST, Kolomsoort.MAAND})


def als_docx(document: Document) -> bytes:
    """Geef een rapport als Word-document; hetzelfde rapport geeft dezelfde bytes."""
    woord = docx.Document()
    _richt_in(woord, document)
    woord.add_paragraph(document.soort).runs[0].font.color.rgb = _GRIJS
    woord.add_heading(_schoon(document.titel), level=0)
    _klein(woord, " · ".join(f"{naam}: {waarde}" for naam, waarde in document.kenmerken))
    woord.add_heading(SAMENVATTING, level=1)
    for zin in document.samenvatting:
        woord.add_paragraph(_schoon(zin))
    for deel in document.delen:
        _voeg_toe(woord, deel)
    stroom = io.BytesIO()
    woord.save(stroom)
    return vaste_zip(stroom.getvalue())


def _richt_in(woord: Worddocument, document: Document) -> None:
    """Blad, letters, taal, kenmerken en voet."""
    blad = woord.sections[0]
    blad.page_width, blad.page_height = Cm(21), Cm(29.7)
    blad.left_margin = blad.right_margin = Cm(2.25)
    blad.top_margin, blad.bottom_margin = Cm(2), Cm(2)
    gewoon = woord.styles["Normal"]
    gewoon.font.name, gewoon.font.size = "Calibri", Pt(10.5)
    taal = OxmlElement("w:lang")
    taal.set(qn("w:val"), _TAAL)
    gewoon.element.get_or_add_rPr().append(taal)
    for naam in ("Title", "Heading 1", "Heading 2"):
        woord.styles[naam].font.color.rgb = _ACCENT
    moment = datetime.datetime.fromisoformat(document.datum)
    kenmerken = woord.core_properties
    kenmerken.title, kenmerken.subject = _schoon(document.titel), document.soort
    kenmerken.author = kenmerken.last_modified_by = "locatieplanner"
    kenmerken.language, kenmerken.comments = _TAAL, ""
    kenmerken.created = kenmerken.modified = moment
    voet = blad.footer.paragraphs[0]
    voet.add_run(f"{_schoon(document.voet)} · bladzijde ")
    _veld(voet, "PAGE")
    voet.add_run(" van ")
    _veld(voet, "NUMPAGES")
    for stuk in voet.runs:
        stuk.font.size, stuk.font.color.rgb = Pt(8), _GRIJS


def _veld(alinea: Paragraph, opdracht: str) -> None:
    """Een veld dat Word zelf invult."""
    veld = OxmlElement("w:fldSimple")
    veld.set(qn("w:instr"), opdracht)
    alinea._p.append(veld)


def _voeg_toe(woord: Worddocument, deel: Deel) -> None:
    match deel:
        case Kop():
            woord.add_heading(_schoon(deel.tekst), level=deel.niveau)
        case Alinea():
            if deel.klein:
                _klein(woord, deel.tekst)
            else:
                woord.add_paragraph(_schoon(deel.tekst))
        case Lijst():
            for punt in deel.punten:
                woord.add_paragraph(_schoon(punt), style="List Bullet")
        case Bladwissel():
            woord.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        case Figuur():
            _figuur(woord, deel)
        case Tabelvak():
            _tabel(woord, deel)


def _figuur(woord: Worddocument, figuur: Figuur) -> None:
    plaat = woord.add_picture(io.BytesIO(als_png(figuur.beeld)), width=Cm(_BREEDTE_CM))
    kenmerk: Any = plaat._inline.docPr
    kenmerk.set("descr", _schoon(figuur.beeld.alt))
    woord.add_paragraph(_schoon(figuur.bijschrift), style="Caption")


def _tabel(woord: Worddocument, vak: Tabelvak) -> None:
    tabel = vak.tabel
    titel = woord.add_paragraph(_schoon(tabel.titel), style="Caption")
    titel.paragraph_format.keep_with_next = True
    rijen = tabel.als_tekst().to_numpy().tolist()
    rooster = woord.add_table(rows=1 + len(rijen), cols=len(tabel.kolommen), style="Table Grid")
    rooster.autofit = False
    deel = _BREEDTE_CM / sum(vak.breedten)
    for nummer, (kolom, breedte) in enumerate(zip(tabel.kolommen, vak.breedten, strict=True)):
        rechts = kolom.soort not in _TEKST
        teksten = [tabel.koppen[nummer], *(rij[nummer] for rij in rijen)]
        for cel, tekst in zip(rooster.columns[nummer].cells, teksten, strict=True):
            cel.width = Cm(breedte * deel)
            alinea = cel.paragraphs[0]
            alinea.paragraph_format.space_after = Pt(0)
            alinea.add_run(_schoon(tekst)).font.size = Pt(8)
            if rechts:
                alinea.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    kop = rooster.rows[0]
    for cel in kop.cells:
        cel.paragraphs[0].runs[0].font.bold = True
    herhaal = OxmlElement("w:tblHeader")
    herhaal.set(qn("w:val"), "true")
    kop._tr.get_or_add_trPr().append(herhaal)
    if tabel.herkomst:
        _klein(woord, tabel.herkomst)


def _klein(woord: Worddocument, tekst: str) -> None:
    stuk = woord.add_paragraph().add_run(_schoon(tekst))
    stuk.font.size, stuk.font.color.rgb = Pt(8), _GRIJS


def _schoon(tekst: str) -> str:
    """De tekst zonder tekens die in een Word-document niet mogen."""
    return "".join(teken for teken in tekst if teken in "\t\n" or teken >= " ")
