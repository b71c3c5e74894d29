import pytest

from locatieplanner.domein.gebied import PROVINCIES
from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.opdracht import Omvanggrens, Opdracht, Voorrang


def test_zonder_eisen_gaat_het_over_heel_nederland():
    assert Opdracht().gebied == PROVINCIES


def test_het_gebied_staat_in_vaste_volgorde():
    assert Opdracht(provincies=("Utrecht", "Drenthe")).gebied == ("Drenthe", "Utrecht")


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"provincies": ("Holland",)}, "Holland is geen provincie"),
        ({"max_per_gemeente": -1}, "Het aantal locaties per gemeente is -1"),
        ({"max_evenredig": -0.5}, "evenredige deel is -0,5"),
        ({"min_afstand_m": -1.0}, "afstand tussen locaties"),
        ({"min_afstand_opvang_m": float("nan")}, "afstand tot bestaande opvang is onbekend"),
        ({"budget_euro": float("inf")}, "budget is oneindig"),
        ({"max_groot": Omvanggrens(-1, 300)}, "aantal grote locaties"),
        ({"max_groot": Omvanggrens(1, -3)}, "omvang van een grote locatie"),
        ({"mixband": (0.5, 0.3)}, "band voor de mix"),
        ({"mixband": (0.0, 1.5)}, "band voor de mix"),
        ({"vast": ("A", "B"), "zonder": ("B",)}, "B staat zowel vast als uitgesloten"),
    ],
)
def test_een_eis_die_niet_kan(anders, melding):
    with pytest.raises(InvoerFout, match=melding):
        Opdracht(**anders)


def test_alle_problemen_in_een_keer():
    with pytest.raises(InvoerFout) as fout:
        Opdracht(max_per_gemeente=-1, mixband=(1.0, 0.0), provincies=("Atlantis",))
    assert len(str(fout.value).splitlines()) == 3


@pytest.mark.parametrize("voorrang", Voorrang)
def test_elke_voorrang_zet_het_doel_voorop(voorrang):
    assert voorrang.uitleg.startswith("eerst zo weinig mogelijk plaatsen te kort")
