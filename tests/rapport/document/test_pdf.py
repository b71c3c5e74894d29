import io
import itertools

import pikepdf
import pytest
from PIL import Image, ImageChops

from locatieplanner.rapport.document.fiche import fiche
from locatieplanner.rapport.document.gemeenteblad import gemeenteblad
from locatieplanner.rapport.document.inhoud import Alinea, Document, Figuur, Kop, Tabelvak
from locatieplanner.rapport.document.pdf import als_beelden, als_pdf
from locatieplanner.rapport.document.provincieplan import provincieplan
from tests.rapport.document.pdflezer import bladzijden, open_pdf, plat, structuur, tekst

SOORTEN = ("fiche", "gemeente", "provincie")


@pytest.fixture(scope="module")
def documenten(basis):
    return {
        "fiche": fiche(basis, "K5"),
        "gemeente": gemeenteblad(basis, "GM0004"),
        "provincie": provincieplan(basis, "Gelderland"),
    }


@pytest.fixture(scope="module")
def pdfs(documenten):
    return {soort: als_pdf(document) for soort, document in documenten.items()}


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_pdf_zegt_van_zichzelf_dat_zij_toegankelijk_is(pdfs, documenten, soort):
    with open_pdf(pdfs[soort]) as pdf:
        wortel = pdf.Root
        assert str(wortel.Lang) == "nl-NL"
        assert bool(wortel.MarkInfo.Marked)
        assert bool(wortel.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo.Title) == documenten[soort].titel
        assert pdf.open_metadata()["pdfuaid:part"] == "1"


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_figuur_heeft_een_tekst(pdfs, documenten, soort):
    beelden = [d.beeld.alt for d in documenten[soort].delen if isinstance(d, Figuur)]
    with open_pdf(pdfs[soort]) as pdf:
        figuren = [deel for deel in structuur(pdf) if str(deel.S) == "/Figure"]
        assert [str(figuur.Alt) for figuur in figuren] == beelden
    assert beelden


@pytest.mark.parametrize("soort", SOORTEN)
def test_geen_kop_wordt_overgeslagen_en_elke_kop_is_een_bladwijzer(pdfs, documenten, soort):
    with open_pdf(pdfs[soort]) as pdf:
        soorten = [str(deel.S) for deel in structuur(pdf)]
        niveaus = [int(naam[2:]) for naam in soorten if naam[:2] == "/H" and naam[2:].isdigit()]
        assert niveaus[0] == 1
        assert all(b - a <= 1 for a, b in itertools.pairwise(niveaus))
        with pdf.open_outline() as wijzers:
            bovenaan = [str(wijzer.title) for wijzer in wijzers.root]
    koppen = [d.tekst for d in documenten[soort].delen if isinstance(d, Kop) and d.niveau == 1]
    assert bovenaan == ["Samenvatting", *koppen]


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_tabel_heeft_koppen(pdfs, documenten, soort):
    aantal = sum(isinstance(deel, Tabelvak) for deel in documenten[soort].delen)
    with open_pdf(pdfs[soort]) as pdf:
        soorten = [str(deel.S) for deel in structuur(pdf)]
    assert soorten.count("/Table") == soorten.count("/THead") == aantal > 0
    assert soorten.count("/TH") > 0


@pytest.mark.parametrize("soort", SOORTEN)
def test_elke_bladzijde_heeft_haar_nummer(pdfs, soort):
    bladen = bladzijden(pdfs[soort])
    with open_pdf(pdfs[soort]) as pdf:
        assert [blad.label for blad in pdf.pages] == [str(n + 1) for n in range(len(bladen))]
    for nummer, blad in enumerate(bladen, start=1):
        assert plat(f"bladzijde {nummer} van {len(bladen)}") in plat(blad)


@pytest.mark.parametrize("soort", SOORTEN)
def test_alles_wat_erin_hoort_is_terug_te_lezen(pdfs, documenten, soort):
    gelezen = tekst(pdfs[soort])
    document = documenten[soort]
    for zin in document.samenvatting:
        assert plat(zin) in gelezen
    for deel in document.delen:
        if isinstance(deel, Tabelvak):
            for cel in deel.tabel.als_tekst().to_numpy().ravel():
                assert plat(cel) in gelezen


def test_de_samenvatting_staat_op_de_eerste_bladzijde(pdfs, documenten):
    for soort in SOORTEN:
        eerste = plat(bladzijden(pdfs[soort])[0])
        assert all(plat(zin) in eerste for zin in documenten[soort].samenvatting)


def test_een_fiche_is_twee_bladzijden(basis):
    for id_ in ("K1", "K4", "K5", "K6"):
        assert len(bladzijden(als_pdf(fiche(basis, id_)))) == 2, id_


def test_tekst_van_gebruikers_wordt_nooit_opmaak():
    lastig = '#panic("x") $x^2$ *vet* _cursief_ @label <label> [a] \\ #sys.inputs `code` // weg'
    document = Document(
        lastig, "Locatiefiche", "2026-11-25", (("Plan", lastig),), (lastig,), (Alinea(lastig),)
    )
    gelezen = tekst(als_pdf(document))
    assert gelezen.count(plat(lastig)) >= 4


def test_hetzelfde_rapport_geeft_dezelfde_bytes(documenten, pdfs):
    assert als_pdf(documenten["fiche"]) == pdfs["fiche"]


def test_er_wordt_niets_van_buiten_gehaald(pdfs):
    with open_pdf(pdfs["gemeente"]) as pdf:
        for voorwerp in pdf.objects:
            if isinstance(voorwerp, pikepdf.Dictionary):
                assert "/URI" not in voorwerp
                assert voorwerp.get("/S") != "/JavaScript"


@pytest.mark.parametrize("soort", SOORTEN)
def test_niets_valt_van_het_blad(documenten, soort):
    for plaat in als_beelden(documenten[soort], ppi=50):
        blad = Image.open(io.BytesIO(plaat)).convert("L")
        wit = Image.new("L", blad.size, 255)
        links, boven, rechts, onder = ImageChops.difference(blad, wit).getbbox()
        marge = round(1.5 / 2.54 * 50)
        assert links >= marge
        assert rechts <= blad.width - marge
        assert boven >= marge
        assert onder <= blad.height - round(0.5 / 2.54 * 50)
