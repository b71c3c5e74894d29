from locatieplanner.domein.herkomst import Status
from locatieplanner.rapport.document.staafbeeld import Staaf, Staafbeeld


def test_de_tekst_heeft_dezelfde_getallen_als_de_staven():
    beeld = Staafbeeld(
        "Scores",
        (
            Staaf("Mix", float("nan"), Status.ONBEKEND),
            Staaf("Nabijheid", 1234.56, Status.GESCHAT),
        ),
        "punten",
    )
    assert beeld.alt == "Scores, in punten. Mix onbekend; Nabijheid 1.234,6 (geschat)."
