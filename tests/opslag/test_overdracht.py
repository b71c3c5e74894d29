import io
import json
import zipfile

import pytest

from locatieplanner.fouten import BestandFout
from locatieplanner.opslag import overdracht
from locatieplanner.opslag.database import verbind
from locatieplanner.opslag.migratie import migreer, niveau
from tests.opslag.wereld import NASLAG


def _kopie(database, pad):
    stroom = io.BytesIO()
    overdracht.schrijf(database, stroom)
    pad.write_bytes(stroom.getvalue())
    return pad


def test_elke_tabel_is_te_lezen(eigen_wereld, tmp_path):
    eigen_wereld.plan()
    with zipfile.ZipFile(_kopie(eigen_wereld.database, tmp_path / "k.zip")) as archief:
        kop = json.loads(archief.read(overdracht.KOP))
        assert kop["niveau"] == "0002"
        for tabel, aantal in kop["rijen"].items():
            regels = archief.read(f"{tabel}.jsonl").decode().splitlines()
            assert len(regels) == aantal
            assert all(isinstance(json.loads(regel), dict) for regel in regels)
    assert kop["rijen"]["kandidaat"] == 2


def test_een_kopie_van_een_ouder_niveau_komt_op_het_nieuwste(leeg_adres, tmp_path):
    with verbind(leeg_adres, NASLAG) as oud:
        with oud.schrijven() as verbinding:
            migreer(verbinding, "0001")
        kopie = _kopie(oud, tmp_path / "oud.zip")
    with verbind(str(tmp_path / "nieuw.sqlite"), NASLAG) as nieuw:
        with nieuw.schrijven() as verbinding:
            overdracht.zet_terug(verbinding, kopie)
        with nieuw.lezen() as verbinding:
            assert niveau(verbinding) == "0002"


def test_tellen_kan_ook_als_er_nog_niets_is(leeg_adres):
    with verbind(leeg_adres, NASLAG) as leeg, leeg.lezen() as verbinding:
        assert overdracht.aantal_plannen(verbinding) == 0


def test_tellen_telt_plannen(eigen_wereld):
    eigen_wereld.plan()
    with eigen_wereld.database.lezen() as verbinding:
        assert overdracht.aantal_plannen(verbinding) == 1


def test_wat_geen_kopie_is_verandert_niets(leeg_adres, tmp_path):
    kapot = tmp_path / "kapot.zip"
    kapot.write_bytes(b"PK\x03\x04")
    with verbind(leeg_adres, NASLAG) as database:
        with pytest.raises(BestandFout), database.schrijven() as verbinding:
            overdracht.zet_terug(verbinding, kapot)
        assert database.niveau() is None
