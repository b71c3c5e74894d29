import json
import os
import re
import signal
import subprocess
import sys

import geopandas as gpd
import pytest

from locatieplanner.beoordeling.omgeving import lees_lagen
from locatieplanner.bronnen.lagen import lees_kernen
from tests.bench.gegevens import kandidaten as maak_kandidaten

ZEELAND = ("--doelset", "spreidingswet-2024", "--provincie", "zeeland")

LOCATIES = (
    *(("A", "Terneuzen", 500, "azc"), ("B", "Middelburg", 200, "rol"), ("C", "Goes", 90, "rol")),
    *(("D", "Hulst", 60, "noodopvang"), ("E", "Zierikzee", 80, "gvl"), ("F", "Zwolle", 70, "azc")),
)


@pytest.fixture(scope="module")
def zeeuws(tmp_path_factory):
    """Vijf locaties in Zeeland en een erbuiten, elk midden in een kern."""
    kernen = lees_kernen().drop_duplicates("naam").set_index("naam").get_coordinates()
    regels = ["id;naam;type;capaciteit;x;y"]
    for id_, kern, capaciteit, soort in LOCATIES:
        x, y = kernen.loc[kern].round().astype(int)
        regels.append(f"{id_};Locatie {kern};{soort};{capaciteit};{x};{y}")
    pad = tmp_path_factory.mktemp("zeeuws") / "zeeuws.csv"
    pad.write_text("\n".join(regels), encoding="utf-8")
    return pad


@pytest.fixture
def reken(voer_uit, zeeuws):
    """De portefeuille in Zeeland, als JSON."""

    def rekenen(*opties):
        uitkomst = voer_uit("portefeuille", zeeuws, *ZEELAND, *opties, "--json")
        assert uitkomst.exit_code == 0, uitkomst.stderr
        return json.loads(uitkomst.stdout)

    return rekenen


def ids(antwoord, nummer=0):
    return {rij["id"] for rij in antwoord["portefeuilles"][nummer]["locaties"]}


def test_de_tabel_met_wat_er_knelt(voer_uit, zeeuws):
    uitkomst = voer_uit("portefeuille", zeeuws, *ZEELAND, "--max-evenredig", "150")
    assert uitkomst.exit_code == 0
    assert "Locatie Middelburg" in uitkomst.stdout
    knelt = re.search(
        r"(\d+) plaatsen te weinig in Zeeland; knellend: ten hoogste 150 % van het evenredige deel "
        r"in Terneuzen; zonder die eis nog 0\.",
        " ".join(uitkomst.stdout.split()),
    )
    assert knelt
    vooraf = f"Vooraf al zeker: ten minste {knelt[1]} plaatsen te weinig in Zeeland."
    assert vooraf in uitkomst.stderr
    assert "Er wordt gezocht onder" in uitkomst.stderr


def test_elke_keer_dezelfde_bytes(los_proces, zeeuws):
    opdracht = ("portefeuille", zeeuws, *ZEELAND, "--alternatieven", "1", "--json")
    een, ander = (los_proces(*opdracht) for _ in range(2))
    assert een.returncode == 0
    assert een.stdout == ander.stdout
    assert een.stdout.startswith(b"{")


def test_elke_eis_komt_in_de_opdracht(reken):
    opdracht = reken(
        *("--voorrang", "spreiding", "--zonder-onderdelen", "--max-per-gemeente", "2"),
        *("--max-evenredig", "250", "--min-afstand-km", "2", "--min-afstand-opvang-km", "0"),
        *("--max-boven", "1:400", "--mixband", "0:100", "--budget", "50000000"),
        *("--maand", "2030-01", "--zonder", "A"),
    )["opdracht"]
    assert opdracht == {
        "provincies": "Zeeland",
        "voorrang": "eerst zo weinig mogelijk plaatsen te kort, dan zo weinig mogelijk plaatsen "
        "boven het evenredige deel van een gemeente, dan score × plaatsen",
        "per_onderdeel": "nee",
        "max_per_gemeente": "2 locaties",
        "max_evenredig": "2,5 keer het evenredige deel",
        "min_afstand_m": "2.000 m",
        "min_afstand_opvang_m": "0 m",
        "max_groot": "1 boven 400 plaatsen",
        "mixband": "0 % tot 100 % kwetsbaar",
        "budget_euro": "50.000.000 euro per jaar",
        "maand": "januari 2030",
        "zonder": "A",
    }


def test_de_afstand_geldt_ook_voor_bestaande_opvang_tenzij_die_apart_staat(reken):
    assert reken("--min-afstand-km", "3")["opdracht"]["min_afstand_opvang_m"] == "3.000 m"


def test_vast_en_zonder(reken):
    gewoon = ids(reken())
    weg = sorted(gewoon)[0]
    assert weg not in ids(reken("--zonder", weg))
    assert weg in ids(reken("--vast", weg))


def test_alternatieven_front_en_eigen_plan(reken):
    antwoord = reken(
        "--provincie",
        "Overijssel",
        "--alternatieven",
        "2",
        "--front",
        "--eigen",
        "A",
        "--eigen",
        "B=150",
    )
    assert len(antwoord["portefeuilles"]) == 3
    assert [p["verschil_met_beste"] >= 2 for p in antwoord["portefeuilles"][1:]] == [True, True]
    assert antwoord["front"]["portefeuilles"]
    eigen = {rij["id"]: rij["plaatsen"] for rij in antwoord["eigen_plan"]["locaties"]}
    assert eigen == {"A": 500, "B": 150}


def test_wat_een_ruimere_eis_geeft(reken):
    antwoord = reken("--provincie", "Overijssel", "--max-evenredig", "100", "--ruimer")
    (ruimer,) = antwoord["ruimere_eis"]
    assert ruimer["wordt"] == "ten hoogste 125 % van het evenredige deel"
    assert ruimer["tekort"] <= sum(
        doel["tekort"] for doel in antwoord["portefeuilles"][0]["doelen"]
    )


def test_uitvoer_naar_een_bestand(voer_uit, zeeuws, tmp_path):
    pad = tmp_path / "plan.gpkg"
    uitkomst = voer_uit("portefeuille", zeeuws, *ZEELAND, "--uitvoer", pad, "--json")
    assert f"Geschreven: {pad}" in uitkomst.stderr
    gelezen = gpd.read_file(pad, layer="beoordeling").set_index("id")["gekozen_plaatsen"].to_dict()
    rijen = json.loads(uitkomst.stdout)["portefeuilles"][0]["locaties"]
    assert gelezen == {rij["id"]: rij["plaatsen"] for rij in rijen}


@pytest.mark.parametrize(
    ("opties", "code", "melding"),
    [
        (("--provincie", "zeland"), 1, "Bedoelt u Zeeland?"),
        (("--vast", "X9"), 1, "Er is geen kandidaat met id 'X9'"),
        (("--vast", "A", "--zonder", "A"), 1, "zowel vast als uitgesloten"),
        (("--voorrang", "mooi"), 2, "kies uit score en spreiding"),
        (("--max-boven", "veel"), 2, "schrijf bijvoorbeeld 2:300"),
        (("--mixband", "50:30"), 1, "van een klein naar een groot aandeel"),
        (("--maand", "juli"), 2, "geen maand"),
        (("--eigen", "A=veel"), 2, "K001=120"),
        (("--tijd", "0"), 1, "ligt buiten de grenzen"),
        (("--uitvoer", "plan.docx"), 1, "docx"),
        (("--max-per-gemeente", "-1"), 2, "geef 0 of meer"),
    ],
)
def test_wat_niet_kan_zegt_wat_wel_kan(voer_uit, zeeuws, opties, code, melding):
    uitkomst = voer_uit("portefeuille", zeeuws, *ZEELAND, *opties)
    assert (uitkomst.exit_code, uitkomst.stdout) == (code, "")
    assert melding in uitkomst.stderr


@pytest.fixture(scope="module")
def veel(tmp_path_factory):
    """Een bestand waar het zoeken lang over doet."""
    pad = tmp_path_factory.mktemp("veel") / "veel.gpkg"
    maak_kandidaten(3000, lees_lagen()).assign(status="idee").reset_index().to_file(pad)
    return pad


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGKILL], ids=["afgebroken", "gedood"])
def test_een_beurt_die_stopt_laat_niets_achter_en_bewaart_wat_er_stond(veel, tmp_path, sein):
    pad = tmp_path / "plan.csv"
    pad.write_text("wat er stond")
    opdracht = [
        *(sys.executable, "-m", "locatieplanner", "portefeuille", str(veel)),
        *("--doelset", "spreidingswet-2024", "--min-afstand-km", "2", "--max-evenredig", "150"),
        *("--front", "--alternatieven", "20", "--uitvoer", str(pad), "--json"),
    ]
    with subprocess.Popen(
        opdracht,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ},
        # Wie de tests op de achtergrond draait, laat dit sein negeren; een gebruiker niet.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as proces:
        for regel in proces.stderr:
            if regel.startswith("Er wordt gezocht"):
                break
        proces.send_signal(sein)
        uit, fout = proces.communicate(timeout=120)
    assert uit == ""
    if sein is signal.SIGINT:
        assert (proces.returncode, fout.strip()) == (1, "Afgebroken.")
    else:
        assert proces.returncode == -signal.SIGKILL
    assert [deel.name for deel in tmp_path.iterdir()] == ["plan.csv"]
    assert pad.read_text() == "wat er stond"
