from itertools import islice

import numpy as np
import pytest

from locatieplanner.portefeuille.alternatieven import alternatieven
from locatieplanner.portefeuille.opdracht import Opdracht
from locatieplanner.portefeuille.samenstellen import Vraag, rekengrens, stel_samen, trappen
from locatieplanner.portefeuille.voortgang import Toezicht
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import Nagelopen, los, maak_beoordeling, trek


def zoek(keuze, gevonden, verschil, aantal):
    grens = rekengrens(keuze.probleem.parameters)
    meer = alternatieven(keuze, gevonden.waarden, trappen(keuze), verschil, grens, Toezicht())
    return [gevonden, *islice(meer, aantal)]


def gekozen(keuze, gevonden):
    return np.round(gevonden.waarden[keuze.gekozen]).astype(bool)


@pytest.mark.parametrize("verschil", [1, 2, 3])
@pytest.mark.parametrize("zaden", [range(1200, 1212), range(1212, 1224)], ids=str)
def test_elk_alternatief_is_het_beste_dat_genoeg_verschilt(zaden, verschil):
    gezien = 0
    for zaad in zaden:
        keuze, eerste = los(*trek(zaad))
        nagelopen = Nagelopen(keuze.probleem)
        mag = nagelopen.mag()
        waarden = [nagelopen.tekort(), nagelopen.punten()]
        if len(trappen(keuze)) == 3:
            waarden.insert(1, nagelopen.boven())
        al = []
        for gevonden in zoek(keuze, eerste, verschil, 3):
            ver = mag.copy()
            for ander in al:
                ver &= ((nagelopen.keuzes > 0) != ander).sum(axis=1) >= verschil
            goed = np.flatnonzero(ver)
            beste = goed[np.lexsort([w[goed] for w in reversed(waarden)])[0]]
            bewezen = [-bewijs.beste for bewijs in gevonden.bewijzen]
            assert bewezen == pytest.approx([w[beste] for w in waarden], abs=1e-6), zaad
            al.append(gekozen(keuze, gevonden))
            gezien += 1
        if len(al) < 4:
            # Dan is er ook geen meer.
            ver = [((nagelopen.keuzes > 0) != een).sum(axis=1) >= verschil for een in al]
            assert not (mag & np.all(ver, axis=0)).any(), zaad
    assert gezien > len(zaden)


def test_zijn_er_niet_meer_dan_houdt_het_op():
    beoordeling = maak_beoordeling(kandidaat("K1", capaciteit=4), doelen=[doel("Utrecht", 4, 4)])
    keuze, gevonden = los(beoordeling, Opdracht())
    # Met één kandidaat is er één andere keuze: niets.
    assert len(zoek(keuze, gevonden, 1, 10)) == 2
    assert len(zoek(keuze, gevonden, 2, 10)) == 1


def test_het_verschil_is_een_instelling():
    rijen = [kandidaat(f"K{n}", x=101_000 + 1000 * n, capaciteit=2) for n in range(6)]
    beoordeling = maak_beoordeling(
        *rijen, doelen=[doel("Utrecht", 6, 6)], parameters={"portefeuille.verschil_locaties": 4}
    )
    uitkomst = stel_samen(beoordeling, Opdracht(), Vraag(portefeuilles=3))
    for een in uitkomst.portefeuilles:
        for ander in uitkomst.portefeuilles:
            assert een is ander or een.verschil(ander) >= 4
    assert len(uitkomst.portefeuilles) == 3
