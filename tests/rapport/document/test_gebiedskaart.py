import shapely

from locatieplanner.domein.klassen import DICHTHEIDSKLASSEN, ONBEKEND
from locatieplanner.rapport.document.gebiedskaart import gebiedskaart


def _kaart(basis, *codes):
    omgeving = basis.beoordeling.omgeving
    index = omgeving.gemeenten.index[omgeving.gemeenten.index.isin(codes)]
    return gebiedskaart(omgeving, basis.stand, omgeving.gemeenten, index, "proef", (), 9.0)


def test_het_gebied_past_er_ruim_op_en_de_buren_staan_erbij(basis):
    beeld = _kaart(basis, "GM0001")
    vlak = basis.beoordeling.omgeving.gemeenten.geometry["GM0001"]
    assert shapely.box(*beeld.omvang).contains(vlak)
    assert {v.naam for v in beeld.vlakken if v.hoofd} == {"Aardam"}
    assert {"Beekdal", "Duinrand"} <= {v.naam for v in beeld.vlakken if not v.hoofd}


def test_onbekend_is_geen_nul(basis):
    beeld = _kaart(basis, "GM0001", "GM0004")
    klassen = {v.naam: v.klasse for v in beeld.vlakken}
    assert klassen["Aardam"] == ONBEKEND
    per_1000 = basis.stand["plaatsen_per_1000"]["GM0004"]
    assert klassen["Duinrand"] == DICHTHEIDSKLASSEN.klasse_van([per_1000])[0]


def test_alleen_opvang_die_erop_past(basis):
    assert len(_kaart(basis, "GM0004").opvang) == 1
