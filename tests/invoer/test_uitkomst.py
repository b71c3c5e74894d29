from locatieplanner.invoer.probleem import Ernst
from locatieplanner.invoer.uitkomst import is_uitkomst, meld_uitkomst

KOP = "id;naam;x;y;type;capaciteit;score_nabijheid;score_totaal;rang;volledigheid;aandachtspunten"
RIJ = "A;Een;155000;463000;rol;100;50;60;1;0,8;geen"


def test_herkennen():
    assert is_uitkomst(["Score_totaal", "rang"])
    assert is_uitkomst(["score_tota", "rang"])
    assert not is_uitkomst(["rang"])
    assert not is_uitkomst(["score_totaal"])


def test_een_melding_zegt_wat_er_niet_in_staat(lees):
    gelezen = lees(f"{KOP}\n{RIJ}\n")
    assert gelezen.schoon
    assert [p.zin for p in gelezen.problemen] == [
        "Het bestand: dit is een bestand met uitkomsten: de mix, de status, datums en het aantal "
        "woningen staan er niet in, en scores en rang worden opnieuw berekend. Herstel: laad het "
        "oorspronkelijke bestand als u daarmee verder wilt werken."
    ]


def test_wat_erbij_staat_wordt_gewoon_gelezen(lees):
    gelezen = lees(
        f"{KOP};status;aandeel_studenten;beschikbaar_van;woningen\n{RIJ};besluit;1;1-5-2027;50\n"
    )
    (melding,) = gelezen.problemen
    assert melding.ernst is Ernst.MELDING
    assert melding.wat == (
        "dit is een bestand met uitkomsten; scores en rang worden opnieuw berekend"
    )
    rij = gelezen.kandidaten.loc["A"]
    assert (rij["status"], rij["aandeel_studenten"], rij["woningen"]) == ("besluit", 1, 50)


def test_een_ontbreekt():
    (melding,) = meld_uitkomst(["aandeel_amv", "beschikbaar_van", "woningen"])
    assert "uitkomsten: de status staat er niet in" in melding.wat
