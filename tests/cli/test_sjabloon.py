def test_sjabloon_is_zelf_in_orde(voer_uit, tmp_path):
    pad = tmp_path / "sjabloon.csv"
    assert voer_uit("sjabloon", pad).exit_code == 0
    assert pad.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "In orde: 2 kandidaten" in voer_uit("controleer", pad).stdout


def test_bestaand_werk_wordt_niet_overschreven(voer_uit, tmp_path):
    pad = tmp_path / "sjabloon.csv"
    pad.write_text("mijn werk")
    uitkomst = voer_uit("sjabloon", pad)
    assert uitkomst.exit_code == 1
    assert "bestaat al" in uitkomst.stderr
    assert pad.read_text() == "mijn werk"


def test_ander_achtervoegsel(voer_uit, tmp_path):
    uitkomst = voer_uit("sjabloon", tmp_path / "sjabloon.xlsx")
    assert uitkomst.exit_code == 1
    assert "sjabloon.csv" in uitkomst.stderr
    assert list(tmp_path.iterdir()) == []
