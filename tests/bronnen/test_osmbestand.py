import osmium
import pytest

from locatieplanner.bronnen import osmbestand
from locatieplanner.bronnen.osmbestand import open_osmbestand
from locatieplanner.fouten import BestandFout
from tests.osm.bestand import Pbf, graden


def negeer(stap):
    pass


@pytest.fixture
def klein(tmp_path):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    pbf.knoop(50, 50, shop="supermarket")
    pbf.blok(0, 0, 20, building="yes")
    buiten = pbf.blok(200, 200, 50)
    pbf.vlak([buiten], shop="supermarket")
    return pbf.schrijf(
        tmp_path / "klein.osm.pbf", kader=(-10, -10, 400, 400), datum="2026-03-04T20:21:22Z"
    )


def test_kader_en_peildatum_uit_de_kop(klein):
    bestand = open_osmbestand(klein)
    assert bestand.peildatum == "2026-03-04"
    assert bestand.kader == pytest.approx((*graden(-10, -10), *graden(400, 400)))


def test_zonder_kop_geen_kader_en_geen_peildatum(tmp_path):
    pbf = Pbf()
    pbf.straat([(0, 0), (100, 0)])
    bestand = open_osmbestand(pbf.schrijf(tmp_path / "kaal.osm.pbf"))
    assert (bestand.kader, bestand.peildatum) == (None, "")


def test_de_naam_doet_niet_ter_zake(klein):
    anders = klein.rename(klein.with_name("download.bin"))
    assert open_osmbestand(anders).peildatum == "2026-03-04"


def test_alleen_wegen_met_de_sleutel_en_met_ligging(klein, tmp_path):
    wegen = open_osmbestand(klein).objecten(["highway"], tmp_path, negeer, alleen_wegen=True)
    gevonden = [(weg.id, [knoop.location.valid() for knoop in weg.nodes]) for weg in wegen]
    assert gevonden == [(1, [True, True])]


def test_alles_met_de_sleutel_en_van_een_relatie_het_vlak(klein, tmp_path):
    dingen = open_osmbestand(klein).objecten(["shop"], tmp_path, negeer, alleen_wegen=False)
    assert [ding.type_str() for ding in dingen] == ["n", "r", "a"]


def test_een_groot_bestand_zet_de_ligging_op_schijf(klein, tmp_path, monkeypatch):
    monkeypatch.setattr(osmbestand, "_GROOT_BYTES", 0)
    # Resten van een afgebroken beurt mogen niet meetellen.
    (tmp_path / "knopen.index").write_bytes(b"\1" * 160)
    wegen = open_osmbestand(klein).objecten(["highway"], tmp_path, negeer, alleen_wegen=True)
    (weg,) = ((weg.nodes[0].lon, (tmp_path / "knopen.index").stat().st_size) for weg in wegen)
    assert weg[0] == pytest.approx(graden(0, 0)[0])
    assert weg[1] > 160
    assert not (tmp_path / "knopen.index").exists()
    komma = tmp_path / "a,b"
    komma.mkdir()
    assert len(list(open_osmbestand(klein).objecten(["shop"], komma, negeer, alleen_wegen=False)))


def test_voortgang_noemt_het_bestand_en_telt(klein, tmp_path, monkeypatch):
    monkeypatch.setattr(osmbestand, "_MELD_PER", 2)
    stappen = []
    list(open_osmbestand(klein).objecten(["shop"], tmp_path, stappen.append, alleen_wegen=False))
    assert [stap.gedaan for stap in stappen] == [0, 2, 3]
    assert stappen[-1].totaal == 3
    assert all("klein.osm.pbf" in stap.tekst for stap in stappen)


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "is leeg"),
        (b"<?xml version='1.0'?><osm version='0.6'></osm>", "formaat PBF"),
        (b"PK\x03\x04" + bytes(100), "formaat PBF"),
        (b"\x00\x00\x00\x0e\x0a\x09OSMHeader", "beschadigd"),
    ],
)
def test_geen_pbf(tmp_path, inhoud, melding):
    pad = tmp_path / "fout.osm.pbf"
    pad.write_bytes(inhoud)
    with pytest.raises(BestandFout, match=rf"fout\.osm\.pbf .*{melding}.*[Hh]aal"):
        open_osmbestand(pad)


def test_een_bestand_dat_er_niet_is_of_een_map(tmp_path):
    with pytest.raises(BestandFout, match=r"weg\.pbf is niet te openen"):
        open_osmbestand(tmp_path / "weg.pbf")
    with pytest.raises(BestandFout, match="is niet te openen"):
        open_osmbestand(tmp_path)


@pytest.mark.parametrize("deel", [0.5, 0.9])
def test_een_half_bestand(klein, tmp_path, deel):
    inhoud = klein.read_bytes()
    klein.write_bytes(inhoud[: int(len(inhoud) * deel)])
    with pytest.raises(BestandFout, match=r"klein.osm.pbf is beschadigd.*Er is niets ingelezen"):
        list(open_osmbestand(klein).objecten(["shop"], tmp_path, negeer, alleen_wegen=False))


def test_een_beschadigd_bestand(klein, tmp_path):
    inhoud = bytearray(klein.read_bytes())
    inhoud[-40] ^= 0xFF
    klein.write_bytes(inhoud)
    with pytest.raises(BestandFout, match="beschadigd"):
        list(open_osmbestand(klein).objecten(["shop"], tmp_path, negeer, alleen_wegen=False))


def test_een_bestand_met_geschiedenis_wordt_geweigerd(klein, tmp_path):
    oud = tmp_path / "oud.osh.pbf"
    soort = osmium.io.File(str(oud), "osh.pbf")
    with osmium.SimpleWriter(soort) as schrijver:
        for ding in osmium.FileProcessor(str(klein)):
            schrijver.add(ding)
    with pytest.raises(BestandFout, match="geschiedenis"):
        open_osmbestand(oud)
