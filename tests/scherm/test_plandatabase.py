from locatieplanner.scherm import gegevens
from locatieplanner.scherm.plandatabase import plandatabase


def test_de_database_staat_waar_de_instelling_zegt_met_de_lagen_van_het_scherm(
    monkeypatch, tmp_path
):
    monkeypatch.setenv("LOCATIEPLANNER_DATABASE", str(tmp_path / "eigen.sqlite"))
    plandatabase.clear()
    database = plandatabase()
    try:
        assert (tmp_path / "eigen.sqlite").is_file()
        assert database.naslag.gemeenten is gegevens.lagen().gemeenten
        assert plandatabase() is database
    finally:
        database.sluit()
        plandatabase.clear()
