import time
from pathlib import Path

import pytest

from locatieplanner.fouten import UitvoerFout
from locatieplanner.rapport import uitvoer
from locatieplanner.rapport.soorten import SOORTEN
from locatieplanner.rapport.uitvoer import als_bytes, schrijf, schrijf_bytes


def _namen(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


@pytest.mark.parametrize("soort", SOORTEN)
def test_zelfde_invoer_zelfde_bytes(beoordeling, soort):
    eerste = als_bytes(beoordeling, soort)
    # Langer dan de kleinste tijdstap in een zip.
    time.sleep(2.1 if soort == "xlsx" else 0.01)
    assert als_bytes(beoordeling, soort) == eerste


@pytest.mark.parametrize("soort", SOORTEN)
def test_bestand_is_gelijk_aan_de_bytes(beoordeling, soort, tmp_path):
    pad = tmp_path / f"uit.{soort}"
    schrijf(beoordeling, pad)
    assert pad.read_bytes() == als_bytes(beoordeling, soort)
    assert _namen(tmp_path) == [pad.name]


@pytest.mark.parametrize("soort", SOORTEN)
def test_voor_derden_verandert_elk_soort(beoordeling, soort, tmp_path):
    pad = tmp_path / f"uit.{soort}"
    schrijf(beoordeling, pad, deel_beschermd=False)
    assert pad.read_bytes() != als_bytes(beoordeling, soort)
    assert pad.read_bytes() == als_bytes(beoordeling, soort, deel_beschermd=False)


@pytest.mark.parametrize("soort", SOORTEN)
def test_zonder_kandidaten(beoordeling, omgeving, soort):
    from locatieplanner.beoordeling.beoordeling import beoordeel
    from tests.omgeving import maak_kandidaten

    assert als_bytes(beoordeel(maak_kandidaten(), omgeving), soort)


def test_onbekende_soort(beoordeling, tmp_path):
    with pytest.raises(UitvoerFout, match="Kies uit: csv, gpkg, geojson, xlsx, parquet"):
        als_bytes(beoordeling, "pdf")
    with pytest.raises(UitvoerFout, match="Kies uit"):
        schrijf(beoordeling, tmp_path / "uit.pdf")
    assert _namen(tmp_path) == []


def test_map_bestaat_niet(beoordeling, tmp_path):
    with pytest.raises(UitvoerFout, match=r"bestaat niet\. Maak haar eerst aan"):
        schrijf(beoordeling, tmp_path / "nergens" / "uit.csv")


def test_pad_is_een_map(beoordeling, tmp_path):
    (tmp_path / "uit.csv").mkdir()
    with pytest.raises(UitvoerFout, match="is een map"):
        schrijf(beoordeling, tmp_path / "uit.csv")


def test_bestaand_bestand_wordt_vervangen(beoordeling, tmp_path):
    pad = tmp_path / "uit.csv"
    pad.write_text("oud")
    schrijf(beoordeling, pad)
    assert pad.read_bytes().startswith(b"\xef\xbb\xbfid;")


@pytest.mark.parametrize(
    ("fout", "reden"),
    [
        (OSError(28, "No space left on device"), "de schijf is vol"),
        (PermissionError(13, "Permission denied"), "mag in deze map niet schrijven"),
        (OSError(30, "Read-only file system"), "alleen te lezen"),
        (OSError(5, "I/O"), "I/O"),
    ],
)
def test_mislukt_schrijven_laat_niets_achter(tmp_path, monkeypatch, fout, reden):
    pad = tmp_path / "uit.csv"
    pad.write_bytes(b"oud")

    def weiger(_nummer):
        raise fout

    monkeypatch.setattr(uitvoer.os, "fsync", weiger)
    with pytest.raises(UitvoerFout, match=reden):
        schrijf_bytes(b"nieuw", pad)
    assert pad.read_bytes() == b"oud"
    assert _namen(tmp_path) == ["uit.csv"]


def test_onderbreken_laat_niets_achter(tmp_path, monkeypatch):
    def onderbreek(_nummer):
        raise KeyboardInterrupt

    monkeypatch.setattr(uitvoer.os, "fsync", onderbreek)
    with pytest.raises(KeyboardInterrupt):
        schrijf_bytes(b"nieuw", tmp_path / "uit.csv")
    assert _namen(tmp_path) == []


def test_te_lange_naam(tmp_path):
    with pytest.raises(UitvoerFout, match="naam is te lang"):
        schrijf_bytes(b"x", tmp_path / ("a" * 300 + ".csv"))
    assert _namen(tmp_path) == []


def test_koppeling_blijft_een_koppeling(tmp_path):
    echt = tmp_path / "echt.csv"
    echt.write_bytes(b"oud")
    koppeling = tmp_path / "koppeling.csv"
    koppeling.symlink_to(echt)
    schrijf_bytes(b"nieuw", koppeling)
    assert koppeling.is_symlink()
    assert echt.read_bytes() == b"nieuw"


def test_los_pad_komt_in_de_werkmap(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    schrijf_bytes(b"x", Path("uit.csv"))
    assert (tmp_path / "uit.csv").read_bytes() == b"x"
