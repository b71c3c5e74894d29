from locatieplanner import __version__
from locatieplanner.rapport.document.gegevens import kenmerken


def test_boven_elk_rapport_staat_waar_het_van_is(beoordeling, maak_gegevens):
    paren = dict(kenmerken(beoordeling, maak_gegevens()))
    assert paren["Gemaakt op"] == "25-11-2026"
    assert paren["Plan"] == "proef.gpkg, versie 3"
    assert paren["Doelset"] == "Proefdoelen"
    assert paren["Programma"].endswith(__version__)
    assert "Gebruik" not in paren
    assert "derden" in dict(kenmerken(beoordeling, maak_gegevens(deel_beschermd=False)))["Gebruik"]


def test_een_plan_zonder_versie_heeft_er_geen(beoordeling, maak_gegevens):
    assert dict(kenmerken(beoordeling, maak_gegevens(versie="")))["Plan"] == "proef.gpkg"


def test_het_merk_van_de_lagen_hangt_van_de_inhoud_af_en_niet_van_de_volgorde(maak_gegevens):
    een = maak_gegevens()
    assert een.lagenmerk == maak_gegevens(lagen=een.lagen[::-1]).lagenmerk
    anders = ({**een.lagen[0], "sha256": "cc"}, een.lagen[1])
    assert maak_gegevens(lagen=anders).lagenmerk != een.lagenmerk
    assert maak_gegevens(lagen=()).lagenmerk == ""


def test_opgehaald_is_wat_geen_ingebouwd_bestand_is(maak_gegevens):
    assert maak_gegevens().opgehaald == {"natura2000"}
