import pytest

from locatieplanner.portefeuille.bereikbaar import bereikbaar, onhaalbaar
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.probleem import stel_probleem
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import Nagelopen, maak_beoordeling, trek


@pytest.mark.parametrize("zaden", [range(900, 940), range(940, 980)], ids=str)
def test_meer_dan_dit_haalt_geen_enkele_keuze(zaden):
    gelijk = 0
    for zaad in zaden:
        probleem = stel_probleem(*trek(zaad))
        nagelopen = Nagelopen(probleem)
        goed = nagelopen.keuzes[nagelopen.mag()]
        for deel, kan in zip(probleem.nodig, bereikbaar(probleem), strict=True):
            gehaald = goed[:, nagelopen._telt(deel)].sum(axis=1).max(initial=0)
            assert gehaald <= kan <= deel.hoog
            gelijk += gehaald == kan
    assert gelijk > len(zaden) / 2


RIJEN = [kandidaat(f"K{n}", x=101_000 + 3000 * n, capaciteit=10 + n) for n in range(3)]


@pytest.mark.parametrize(
    ("opdracht", "kan"),
    [
        (Opdracht(), 33),
        (Opdracht(max_per_gemeente=1), 12),
        (Opdracht(max_evenredig=1.0), 25),
        # De helft van haar deel is 12; de kleinste van 6 en meer passen.
        (Opdracht(max_evenredig=0.5), 12),
        (Opdracht(max_evenredig=0.2), 5),
        (Opdracht(max_evenredig=0.1), 0),
        (Opdracht(zonder=("K2",)), 21),
        (Opdracht(zonder=("K2",), max_per_gemeente=1), 11),
    ],
)
def test_wat_er_in_een_gemeente_kan(opdracht, kan):
    # Aardam heeft een kwart van de inwoners van Utrecht: haar deel is 25.
    beoordeling = maak_beoordeling(*RIJEN, doelen=[doel("Utrecht", 100, 100)])
    probleem = stel_probleem(beoordeling, opdracht)
    assert bereikbaar(probleem) == (kan,)
    assert onhaalbaar(probleem) == {"Utrecht": 100 - kan}


def test_een_doel_dat_te_halen_is_ontbreekt():
    beoordeling = maak_beoordeling(*RIJEN, doelen=[doel("Utrecht", 20, 20)])
    probleem = stel_probleem(beoordeling, Opdracht())
    assert bereikbaar(probleem) == (20,)
    assert onhaalbaar(probleem) == {}
