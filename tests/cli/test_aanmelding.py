import pytest

from locatieplanner.cli.aanmelding import VERPLICHT, lees_aanmelding
from locatieplanner.fouten import BestandFout

GEHEIM = "g" * 40
GOED = {
    "redirect_uri": "https://plan.example.nl/oauth2callback",
    "cookie_secret": GEHEIM,
    "client_id": "locatieplanner",
    "client_secret": "s3cret-van-de-client",
    "server_metadata_url": "https://login.example.nl/.well-known/openid-configuration",
}


@pytest.fixture
def schrijf(tmp_path):
    def schrijven(velden):
        pad = tmp_path / "aanmelding.toml"
        regels = [f'{naam} = "{waarde}"' for naam, waarde in velden.items()]
        pad.write_text("\n".join(["[auth]", *regels]), encoding="utf-8")
        return pad

    return schrijven


def test_een_volledige_aanmelding_wordt_een_vast_pad(schrijf):
    pad = lees_aanmelding(schrijf(GOED))
    assert pad.is_absolute()


def test_alles_wat_ontbreekt_staat_in_een_melding(schrijf):
    with pytest.raises(BestandFout) as fout:
        lees_aanmelding(schrijf({}))
    assert all(naam in str(fout.value) for naam in VERPLICHT)


def test_een_kort_geheim_en_een_verkeerd_adres_worden_genoemd_zonder_het_geheim(schrijf):
    fouten = GOED | {"cookie_secret": "te-kort-geheim", "redirect_uri": "https://plan.example.nl/"}
    with pytest.raises(BestandFout) as fout:
        lees_aanmelding(schrijf(fouten))
    assert "korter dan 32" in str(fout.value)
    assert "/oauth2callback" in str(fout.value)
    assert "te-kort-geheim" not in str(fout.value)
    assert GOED["client_secret"] not in str(fout.value)


def test_een_bestand_dat_er_niet_is_of_geen_toml_is(tmp_path):
    with pytest.raises(BestandFout, match="niet te lezen"):
        lees_aanmelding(tmp_path / "weg.toml")
    kapot = tmp_path / "kapot.toml"
    kapot.write_text('client_secret = "s3cret', encoding="utf-8")
    with pytest.raises(BestandFout) as fout:
        lees_aanmelding(kapot)
    assert "s3cret" not in str(fout.value)
