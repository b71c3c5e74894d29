import json
from math import ceil

import pytest


def antwoord(uitkomst):
    assert uitkomst.exit_code == 0, uitkomst.stderr
    return json.loads(uitkomst.stdout)


def per_gemeente(inhoud, kolom="taakstelling"):
    return {rij["gemeente"]: rij[kolom] for rij in inhoud["gemeenten"]}


def test_dertienduizend_over_342_gemeenten(voer_uit):
    uit = antwoord(voer_uit("taakstelling", "--vergunninghouders", "13000", "--json"))
    rijen = uit["gemeenten"]
    assert len(rijen) == 342
    nederland = sum(rij["inwoners"] for rij in rijen)
    assert all(
        rij["taakstelling"] == ceil(13_000 * int(rij["inwoners"]) / int(nederland)) for rij in rijen
    )
    assert uit["overschot"] == {
        "vergunninghouders": 13_000, "samen": 13_166, "gemeenten": 342, "personen": 166,
    }  # fmt: skip
    assert "1-1-2026, niet bevestigd" in uit["inwoners"]
    assert uit["verloop"] == uit["telt_niet"] == []
    assert set(per_gemeente(uit, "opdracht").values()) == {None}


def test_op_het_scherm_staan_het_overschot_en_de_inwoners(voer_uit):
    uit = voer_uit(
        "taakstelling", "--vergunninghouders", "13.000", "--halfjaar", "2026-II",
        "--provincie", "Utrecht",
    )  # fmt: skip
    tekst = " ".join(uit.stdout.split())
    assert "Samen in Utrecht: 1.027 personen." in tekst
    assert "tellen op tot 13.166: 166 meer" in tekst
    assert "De regel vraagt inwoners op 1 januari 2025" in tekst
    assert "2024-II onbekend onbekend" in tekst
    assert "door de gebruiker ingevuld" in tekst
    assert "Almere" not in tekst


def test_een_bekend_halfjaar_vraagt_geen_aantal_en_een_onbekend_wel(voer_uit):
    uit = antwoord(voer_uit("taakstelling", "--halfjaar", "2025-I", "--json"))
    assert uit["overschot"]["vergunninghouders"] == 15_000
    fout = voer_uit("taakstelling", "--halfjaar", "2026-II")
    assert (fout.exit_code, fout.stdout) == (1, "")
    assert "Van 2026-II is het landelijke aantal vergunninghouders onbekend" in fout.stderr
    assert "--vergunninghouders" in fout.stderr


def test_gerealiseerd_geeft_achterstand_en_voorsprong(voer_uit, tmp_path):
    pad = tmp_path / "gedaan.csv"
    pad.write_text(
        "gemeente;halfjaar;gerealiseerd\nUtrecht;2025-II;250\nUtrecht;2026-I;300\n"
        "Zeist;2025-II;60\nBaarn;2025-II;5\nBaarn;2026-II;7\n",
        encoding="utf-8",
    )
    vraag = (
        "taakstelling", "--vergunninghouders", "13000", "--vergunninghouders", "2026-I=12000",
        "--halfjaar", "2026-II", "--gerealiseerd", pad, "--provincie", "Utrecht",
    )  # fmt: skip
    uit = antwoord(voer_uit(*vraag, "--json"))
    # 2025-II: 272; 2026-I: 251.
    assert per_gemeente(uit, "stand_vooraf")["Utrecht"] == 250 - 272 + 300 - 251
    assert per_gemeente(uit, "opdracht")["Utrecht"] == 272 - 27
    # Van Zeist is 2026-I niet ingevuld, van Baarn ook niet: daarna is de stand onbekend.
    assert per_gemeente(uit, "stand_vooraf")["Zeist"] is None
    assert per_gemeente(uit, "stand")["Baarn"] is None
    assert per_gemeente(uit, "gerealiseerd")["Baarn"] == 7
    assert {rij["halfjaar"] for rij in uit["verloop"]} == {"2025-II", "2026-I", "2026-II"}
    tekst = voer_uit(*vraag).stdout
    assert "stand vooraf" in tekst
    assert "onder nul een achterstand" in tekst


def test_fouten_in_het_bestand_komen_tegelijk(voer_uit, tmp_path):
    pad = tmp_path / "gedaan.csv"
    pad.write_text("gemeente;halfjaar;aantal\nNergens;2025-II;1\nUtrecht;2025;1\n")
    uit = voer_uit("taakstelling", "--halfjaar", "2025-II", "--gerealiseerd", pad)
    assert (uit.exit_code, uit.stdout) == (1, "")
    assert "Rij 2, kolom gemeente" in uit.stderr
    assert "Rij 3, kolom halfjaar" in uit.stderr
    assert "gedaan.csv: 2 fouten" in uit.stderr


def test_wat_het_plan_toevoegt_en_wat_niet_meetelt(voer_uit, tmp_path):
    pad = tmp_path / "plan.csv"
    pad.write_text(
        "naam;type;capaciteit;woningen;status;x;y;beschikbaar_van;aandeel_statushouders;"
        "aandeel_studenten\n"
        "Flex;flexwonen;100;60;besluit;136500;455500;2025-09-01;0,5;0,5\n"
        "Later;flexwonen;100;60;besluit;136500;455500;2026-02-01;1;0\n"
        "Zonder mix;flexwonen;100;60;besluit;136500;455500;2025-09-01;;\n"
        "Doorstroom;doorstroom;80;;besluit;136500;455500;2025-09-01;1;0\n",
        encoding="utf-8",
    )
    vraag = ("taakstelling", "--halfjaar", "2025-II", "--bestand", pad)
    uit = antwoord(voer_uit(*vraag, "--json"))
    assert {n: p for n, p in per_gemeente(uit, "plan_personen").items() if p} == {"Utrecht": 50}
    assert [(rij["naam"], rij["reden"]) for rij in uit["telt_niet"]] == [
        ("Zonder mix", "aandeel statushouders onbekend")
    ]
    tekst = " ".join(voer_uit(*vraag).stdout.split())
    assert "Het plan voegt in 2025-II 50 plaatsen toe." in tekst
    assert "Telt niet mee: Zonder mix: aandeel statushouders onbekend." in tekst


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (["--halfjaar", "2026"], "'2026' is geen halfjaar. Schrijf 2026-I"),
        (["--vergunninghouders", "veel"], "'veel' is geen aantal"),
        (
            ["--vergunninghouders", "2000000"],
            "2.000.000 vergunninghouders in een halfjaar kan niet",
        ),
        (["--vergunninghouders", "1", "--vergunninghouders", "2"], "staat er twee keer"),
        (["--halfjaar", "2025-I", "--provincie", "Utregt"], "Bedoelt u Utrecht?"),
    ],
)
def test_verkeerd_gebruik(voer_uit, opties, melding):
    uit = voer_uit("taakstelling", *opties)
    assert (uit.exit_code, uit.stdout) == (1, "")
    assert melding in uit.stderr
