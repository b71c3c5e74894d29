from locatieplanner.domein.klassen import ONBEKEND, SCOREKLASSEN, UITGESLOTEN
from locatieplanner.rapport.document.kandidaten import kaartpunten, kandidatenvak


def test_nummers_op_de_kaart_zijn_die_van_de_tabel(basis):
    vak = kandidatenvak(basis.kandidaten, "Proef", "", met_gemeente=True)
    per_nummer = dict(zip(vak.tabel.gegevens["nr"], vak.tabel.gegevens["naam"], strict=True))
    punten = kaartpunten(basis.beoordeling, basis.kandidaten)
    assert len(punten) == len(per_nummer)
    assert all(per_nummer[punt.label] == punt.naam for punt in punten)


def test_de_kleur_volgt_de_score_zoals_zij_er_staat(basis):
    tabel = basis.kandidaten.tabel
    for rij, punt in zip(
        tabel.to_dict("records"), kaartpunten(basis.beoordeling, basis.kandidaten), strict=True
    ):
        if rij["uitsluitingen"]:
            assert punt.klasse == UITGESLOTEN
        elif rij["rang"] is not None and rij["rang"] == rij["rang"]:
            assert punt.klasse == SCOREKLASSEN.klasse_van([rij["score_totaal"]])[0]
        else:
            assert punt.klasse == ONBEKEND


def test_wat_afgeschermd_is_staat_niet_op_de_kaart(basis_derden, beschermd):
    punten = kaartpunten(basis_derden.beoordeling, basis_derden.kandidaten)
    assert len(punten) == len(basis_derden.kandidaten.tabel) - len(beschermd)
    assert not any("Beschermde" in punt.naam for punt in punten)


def test_een_selectie_houdt_haar_rijnummers(basis):
    hier = basis.kandidaten.waar(lambda tabel: tabel["id"].eq("K5"))
    ids = basis.beoordeling.kandidaten.index[hier.rijen]
    assert ids.tolist() == hier.tabel["id"].tolist() == ["K5"]


def test_uitgesloten_staat_bij_de_status(basis):
    vak = kandidatenvak(basis.kandidaten, "Proef", "", met_gemeente=False)
    status = vak.tabel.gegevens.set_index("id")["status"]
    assert status["K6"] == "afgevallen, uitgesloten"
    assert "gemeente" not in [kolom.naam for kolom in vak.tabel.kolommen]
