import pytest
from hypothesis import given
from hypothesis import strategies as st

from locatieplanner.domein.herkomst import Status
from locatieplanner.fouten import BestandFout
from locatieplanner.invoer.behoefte import EIGEN, behoeftesjabloon, lees_behoefte
from locatieplanner.invoer.probleem import Ernst


def lees(tekst, naam="reeks.csv"):
    return lees_behoefte(tekst.encode("utf-8"), naam)


def knopen(invoer):
    return [(str(knoop.maand), knoop.plaatsen) for knoop in invoer.scenario.knopen]


def test_maanden_in_elke_schrijfwijze_komen_op_volgorde():
    invoer = lees("Maand;Aantal plaatsen\n2027-07;88.000\njuli 2026;70000\n1-1-2028;90 000\n")
    assert knopen(invoer) == [("2026-07", 70_000), ("2027-07", 88_000), ("2028-01", 90_000)]
    assert invoer.problemen == ()
    assert (invoer.scenario.id, invoer.scenario.status) == (EIGEN, Status.GESCHAT)
    assert "reeks.csv" in invoer.scenario.uitleg


def test_alle_problemen_tegelijk_met_rij_en_kolom():
    invoer = lees(
        "maand;plaatsen\n2027;88.000\njuli 2026;\n;5\n2027-13;-3\n"
        "2028-01;1\njan 2028;2\n2029-02;x\n"
    )
    assert invoer.scenario is None
    fouten = [(p.rij, p.kolom, p.wat) for p in invoer.problemen]
    assert [rij for rij, _, _ in fouten] == sorted(rij for rij, _, _ in fouten)
    assert (2, "maand", "er staat alleen een jaar") in fouten
    assert (3, "plaatsen", "het aantal plaatsen ontbreekt") in fouten
    assert (4, "maand", "de maand ontbreekt") in fouten
    assert {(5, "maand"), (5, "plaatsen")} <= {(rij, kolom) for rij, kolom, _ in fouten}
    assert (7, "maand", "januari 2028 staat er al") in fouten
    assert (8, "plaatsen") in {(rij, kolom) for rij, kolom, _ in fouten}
    assert len(fouten) == 7


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("maand;hoeveel\n2027-01;5\n", "kolom plaatsen ontbreekt"),
        ("wat;plaatsen\n2027-01;5\n", "kolom maand ontbreekt"),
        ("maand;plaatsen;aantal\n2027-01;5;6\n", "betekenen allebei plaatsen"),
        ("maand;plaatsen\n", "geen enkele maand"),
        ("maand;plaatsen;bsn\n2027-01;5;123456782\n", "persoonsgegevens"),
        ("maand;plaatsen\n2027-01;5;6;7\n", "velden"),
        ("maand;plaatsen\n2027-01;9000000\n", "in heel Nederland kan niet kloppen"),
    ],
)
def test_een_bestand_dat_zo_niet_kan(tekst, melding):
    invoer = lees(tekst)
    assert invoer.scenario is None
    assert any(melding in probleem.zin for probleem in invoer.problemen)


def test_een_andere_kolom_is_een_melding_en_geen_fout():
    invoer = lees("maand;plaatsen;bron\n2027-01;5;raming\n")
    assert knopen(invoer) == [("2027-01", 5)]
    assert [p.ernst for p in invoer.problemen] == [Ernst.MELDING]
    assert "'bron'" in invoer.problemen[0].zin


def test_het_sjabloon_leest_terug():
    invoer = lees_behoefte(behoeftesjabloon(), "sjabloon.csv")
    assert len(invoer.scenario.knopen) == 3
    assert invoer.problemen == ()


@pytest.mark.parametrize(
    ("inhoud", "naam"), [(b"", "leeg.csv"), (b"PK\x03\x04", "x.xlsx"), (b"{}", "x.json")]
)
def test_geen_csv(inhoud, naam):
    with pytest.raises(BestandFout):
        lees_behoefte(inhoud, naam)


@given(
    paren=st.dictionaries(
        st.tuples(st.integers(2000, 2100), st.integers(1, 12)), st.integers(0, 999_999), min_size=1
    )
)
def test_wat_erin_staat_komt_eruit(paren):
    rijen = [f"{jaar}-{maand:02d};{aantal}" for (jaar, maand), aantal in paren.items()]
    invoer = lees("\n".join(["maand;plaatsen", *rijen]))
    verwacht = sorted((f"{jaar}-{maand:02d}", aantal) for (jaar, maand), aantal in paren.items())
    assert knopen(invoer) == verwacht
