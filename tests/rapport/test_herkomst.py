from locatieplanner import __version__
from locatieplanner.domein.gewichten import CRITERIA, Gewichten
from locatieplanner.rapport.herkomst import herkomst, herkomsttabel


def _per(regels, onderdeel):
    return {regel.id: regel for regel in regels if regel.onderdeel == onderdeel}


def test_alles_waar_het_op_rust(beoordeling):
    regels = herkomst(beoordeling.herweeg(Gewichten(40, 0, 20, 0)))
    omgeving = beoordeling.omgeving
    assert _per(regels, "programma")["locatieplanner"].waarde == __version__
    assert list(_per(regels, "doelset")) == ["proef"]
    assert set(_per(regels, "doel")) == set(omgeving.doelen.index)
    assert [r.waarde for r in _per(regels, "gewicht").values()] == [40, 0, 20, 0]
    assert list(_per(regels, "gewicht")) == list(CRITERIA)
    assert set(_per(regels, "parameter")) == set(omgeving.parameters.alle)
    assert "gemeenten" in _per(regels, "laag")
    assert list(_per(regels, "niet getoetst")) == ["Natura 2000"]


def test_doelen_en_lagen_dragen_hun_status(beoordeling):
    regels = herkomst(beoordeling)
    assert _per(regels, "doel")["Utrecht"].waarde == "300–400"
    assert _per(regels, "doel")["Utrecht"].status == "gepubliceerd"
    assert all(regel.status for regel in _per(regels, "laag").values())
    assert all(regel.bron for regel in _per(regels, "laag").values())


def test_tabel_is_alleen_tekst(beoordeling):
    tabel = herkomsttabel(herkomst(beoordeling))
    assert (tabel.dtypes == "str").all()
    assert not tabel.isna().any(axis=None)
    waarden = tabel.set_index("id")["waarde"]
    assert waarden["nabijheid.omwegfactor"] == "1.25"
    assert "→" in waarden["kleinschaligheid.absoluut_plaatsen"]


def test_lege_tabel_heeft_kolommen():
    assert list(herkomsttabel(()).columns)[:3] == ["onderdeel", "id", "naam"]
