import pytest

from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.invoer.kandidaten import lees_kandidaten
from locatieplanner.opgave.flexwonen import woonlocaties
from tests.opgave.plannen import PEIL, plan, woning, zonder_mix


@pytest.fixture(scope="session")
def voorbeeld(lagen_echt):
    """De ingebouwde voorbeeldkandidaten."""
    pad = lagenmap() / "voorbeeld" / "kandidaten.gpkg"
    typen, groepen = lagen_echt.locatietypen, lagen_echt.aandachtsgroepen
    return lees_kandidaten(pad, pad.name, typen, groepen).kandidaten


@pytest.fixture
def locaties(omgeving):
    """Vier woonlocaties: een met alles, een blijvende, een zonder mix en een die afviel."""
    return woonlocaties(
        plan(
            woning(
                "K1", capaciteit=100, woningen=60, status="besluit", eigenaar="Woonplus",
                beschikbaar_van="2028-07-01", beschikbaar_tot="2031-06-30",
                aandeel_statushouders=0.4, aandeel_studenten=0.6,
            ),
            woning("K2", type="gemengd", capaciteit=80, status="idee", eigenaar="Woonplus"),
            zonder_mix("K3", 115_000, capaciteit=50, eigenaar="De Brug",
                       beschikbaar_van="2027-01-01", beschikbaar_tot="2036-12-31"),
            woning("K4", 125_000, capaciteit=20, status="afgevallen"),
        ),
        omgeving,
        PEIL,
    )  # fmt: skip
