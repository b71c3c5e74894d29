from locatieplanner.opgave.verdringing import verdringing
from locatieplanner.rapport.tabeluitvoer import tabel_als_csv
from locatieplanner.rapport.verdringingtabel import verdringingtabel
from tests.omgeving import AANDACHTSGROEPEN
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix

NAMEN = {"OUD": "Oude haven", "NIEUW": "Nieuwe haven", "VRAAG": "Het veld"}


def test_een_rij_per_waarschuwing_en_per_geval_dat_niet_te_beoordelen_is(omgeving):
    oordeel = verdringing(
        plan(
            woning("OUD", capaciteit=100, beschikbaar_tot="2028-06-30"),
            woning("NIEUW", 102_000, capaciteit=80, status="besluit", aandeel_studenten=1.0,
                   beschikbaar_van="2028-09-01", beschikbaar_tot="2040-12-31"),
            zonder_mix("VRAAG", 108_000, status="idee", beschikbaar_van="2029-01-01",
                       beschikbaar_tot="2039-12-31"),
        ),
        omgeving,
        PEIL,
    )  # fmt: skip
    tabel = verdringingtabel(oordeel, NAMEN, AANDACHTSGROEPEN)
    tekst = tabel.als_tekst()
    assert tekst["uitkomst"].tolist() == ["verdringing", "niet te beoordelen"]
    assert tekst["wisselt van groep (plaatsen)"].tolist() == ["80", "onbekend"]
    assert tekst["minder plaats voor"].tolist() == ["statushouders (100)", ""]
    assert tekst["gerekend in"].tolist() == ["september 2028", ""]
    assert tekst["wat onbekend is"].tolist() == ["Het veld", "mix onbekend: Het veld"]
    assert "nan" not in tabel_als_csv(tabel).decode("utf-8-sig")


def test_zonder_gevallen_is_er_een_lege_tabel(omgeving):
    oordeel = verdringing(plan(woning("K1")), omgeving, PEIL)
    assert verdringingtabel(oordeel, NAMEN, AANDACHTSGROEPEN).als_tekst().empty
