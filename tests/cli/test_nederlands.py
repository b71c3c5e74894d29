import pytest
import typer

from locatieplanner.cli.nederlands import vertaal_fout, vertaal_gebruik


@pytest.mark.parametrize(
    ("args", "melding"),
    [
        (["beoordel"], "De opdracht 'beoordel' bestaat niet. Bedoelt u 'beoordeel' of 'verdeel'?"),
        (["xyz"], "De opdracht 'xyz' bestaat niet."),
        (["--xyz"], "De optie --xyz bestaat niet."),
        (["opgave", "--provinci", "x"], "De optie --provinci bestaat niet. Bedoelt u --provincie?"),
        (["opgave", "--provincie"], "Geef een waarde bij --provincie."),
        (["opgave", "extra"], "Dit hoort er niet bij: extra."),
        (["opgave", "--json=1"], "Bij --json hoort geen waarde."),
        (["beoordeel"], "Geef BESTAND op."),
        (["beoordeel", "x.csv", "--top", "nul"], "--top: dit is geen heel getal."),
        (["beoordeel", "x.csv", "--top", "0"], "--top: geef 1 of meer."),
        (["app", "--poort", "99999"], "--poort: geef 65535 of minder."),
        (["lagen", "x"], "De opdracht 'x' bestaat niet."),
    ],
)
def test_verkeerd_gebruik_in_het_nederlands(voer_uit, args, melding):
    uitkomst = voer_uit(*args)
    assert uitkomst.exit_code == 2
    assert uitkomst.stdout == ""
    assert melding in uitkomst.stderr.splitlines()


def test_onbekende_melding_blijft_staan():
    assert vertaal_fout(typer.TyperException("Something else.")) == "Something else."


@pytest.mark.parametrize("opdracht", ["beoordeel", "controleer", "opgave", "sjabloon", "app"])
def test_hulp_noemt_geen_engelse_soort(voer_uit, opdracht):
    hulp = voer_uit(opdracht, "--help").stdout
    assert "Gebruik:" in hulp
    assert "<path>" not in hulp
    assert "<integer>" not in hulp


def test_twee_suggesties_staan_naast_elkaar():
    fout = typer.TyperException("No such command 'opdrcht'. Did you mean 'opgave', 'opdracht'?")
    assert vertaal_fout(fout) == (
        "De opdracht 'opdrcht' bestaat niet. Bedoelt u 'opdracht' of 'opgave'?"
    )


def test_gebruik():
    assert vertaal_gebruik("Usage: x [OPTIES] {BESTAND}") == "Gebruik: x [OPTIES] BESTAND"
