from locatieplanner.rapport.document.bronnenlijst import bronnen, bronvermelding, korte_bronnen
from locatieplanner.rapport.document.inhoud import Alinea, Tabelvak


def _rijen(delen):
    (vak,) = [deel for deel in delen if isinstance(deel, Tabelvak)]
    return vak.tabel.als_tekst()


def test_elke_bron_heeft_een_status(basis):
    rijen = _rijen(bronnen(basis.beoordeling, basis.gegevens, "Utrecht"))
    assert rijen["status"].isin(["gepubliceerd", "secundair", "afgeleid", "geschat"]).all()
    assert rijen["gegeven"].iloc[0] == "Doel van Utrecht: 300–400 plaatsen"
    assert "Gelderland" not in " ".join(rijen["gegeven"])


def test_wat_opgehaald_is_staat_erbij_met_de_dag(basis):
    rijen = _rijen(bronnen(basis.beoordeling, basis.gegevens, None)).set_index("gegeven")
    assert rijen.loc["Natura 2000", "peildatum"] == "opgehaald, 1-11-2026"


def test_wat_niet_getoetst_is_wordt_genoemd_en_heet_niet_veilig(basis):
    delen = bronnen(basis.beoordeling, basis.gegevens, None)
    (zin,) = [deel.tekst for deel in delen if isinstance(deel, Alinea)]
    assert "Natura 2000" in zin
    assert "zegt niets over de locaties" in zin


def test_de_korte_lijst_noemt_dezelfde_bronnen(basis):
    rijen = _rijen(bronnen(basis.beoordeling, basis.gegevens, "Utrecht"))
    _, alinea = korte_bronnen(basis.beoordeling, basis.gegevens, "Utrecht")
    assert all(naam in alinea.tekst for naam in rijen["gegeven"])


def test_onder_de_kaart_staan_maker_en_licentie():
    assert "Kadaster" in bronvermelding()
    assert "ODbL" in bronvermelding()
