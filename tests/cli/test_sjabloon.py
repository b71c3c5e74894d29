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


def test_sjabloon_voor_doelen_verandert_niets_als_het_leeg_blijft(voer_uit, tmp_path):
    pad = tmp_path / "doelen.csv"
    assert voer_uit("sjabloon", pad, "--doelset", "spreidingswet-2026").exit_code == 0
    regels = pad.read_text(encoding="utf-8-sig").splitlines()
    assert len(regels) == 1 + 12 + 1
    assert regels[0].startswith("doelset;provincie;onderdeel;minimum;maximum;peildatum;status;bron")
    uitkomst = voer_uit("opgave", "--doelen", pad)
    assert uitkomst.exit_code == 0
    assert "gelijk aan de ingebouwde doelen" in uitkomst.stderr
    assert "eigen getal" not in uitkomst.stdout


def test_sjabloon_voor_een_doelset_die_er_niet_is(voer_uit, tmp_path):
    uitkomst = voer_uit("sjabloon", tmp_path / "doelen.csv", "--doelset", "spreidingswet")
    assert uitkomst.exit_code == 1
    assert "Bedoelt u spreidingswet-202" in uitkomst.stderr
    assert list(tmp_path.iterdir()) == []
