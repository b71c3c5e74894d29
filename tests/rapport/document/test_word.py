import io

import docx
import pytest
from docx.oxml.ns import qn

from locatieplanner.rapport.document.inhoud import Alinea, Document, Figuur, Kop, Tabelvak
from locatieplanner.rapport.document.provincieplan import provincieplan
from locatieplanner.rapport.document.word import als_docx


@pytest.fixture(scope="module")
def document(basis):
    return provincieplan(basis, "Gelderland")


@pytest.fixture(scope="module")
def inhoud(document):
    return als_docx(document)


@pytest.fixture(scope="module")
def woord(inhoud):
    return docx.Document(io.BytesIO(inhoud))


def test_dezelfde_getallen_als_in_de_pdf(woord, document):
    vakken = [deel.tabel for deel in document.delen if isinstance(deel, Tabelvak)]
    assert len(woord.tables) == len(vakken)
    for tabel, vak in zip(woord.tables, vakken, strict=True):
        cellen = [[cel.text for cel in rij.cells] for rij in tabel.rows]
        assert cellen == [vak.koppen, *vak.als_tekst().to_numpy().tolist()]


def test_koppen_zijn_koppen_en_geen_vette_tekst(woord, document):
    gelezen = [p.text for p in woord.paragraphs if p.style.name == "Heading 1"]
    koppen = [d.tekst for d in document.delen if isinstance(d, Kop) and d.niveau == 1]
    assert gelezen == ["Samenvatting", *koppen]


def test_elke_figuur_heeft_een_tekst(woord, document):
    gelezen = [kenmerk.get("descr") for kenmerk in woord.element.body.iter(qn("wp:docPr"))]
    assert gelezen == [d.beeld.alt for d in document.delen if isinstance(d, Figuur)]


def test_de_kop_van_een_tabel_staat_op_elke_bladzijde(woord):
    for tabel in woord.tables:
        assert tabel.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_taal_titel_en_bladzijdenummer(woord, document):
    kenmerken = woord.core_properties
    assert (kenmerken.title, kenmerken.language) == (document.titel, "nl-NL")
    velden = woord.sections[0].footer._element.iter(qn("w:fldSimple"))
    assert [veld.get(qn("w:instr")) for veld in velden] == ["PAGE", "NUMPAGES"]


def test_hetzelfde_rapport_geeft_dezelfde_bytes(document, inhoud):
    assert als_docx(document) == inhoud


def test_vreemde_tekens_maken_geen_kapot_document():
    lastig = Document("Plan \x00\x0b<b>", "x", "2026-11-25", (), ("a\x1fb",), (Alinea("\x07"),))
    terug = docx.Document(io.BytesIO(als_docx(lastig)))
    assert "Plan <b>" in [alinea.text for alinea in terug.paragraphs]
