import threading

import numpy as np
import pytest

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.criteria.ligging import LIGGING
from locatieplanner.fouten import Afgebroken, InvoerFout, RekenFout
from locatieplanner.portefeuille import samenstellen
from locatieplanner.portefeuille.opdracht import Opdracht, Voorrang
from locatieplanner.portefeuille.oplosser import Afloop
from locatieplanner.portefeuille.samenstellen import Vraag, rekengrens, stel_samen, trappen
from locatieplanner.portefeuille.stap import Stap
from locatieplanner.portefeuille.trappen import Beklimming
from locatieplanner.portefeuille.voortgang import Toezicht
from tests.omgeving import doel, kandidaat
from tests.portefeuille.proef import Nagelopen, keuze_van, los, maak_beoordeling, trek

BLOKKEN = [range(begin, begin + 50) for begin in range(0, 500, 50)]


@pytest.mark.parametrize("zaden", BLOKKEN, ids=lambda zaden: f"{zaden[0]}-{zaden[-1]}")
def test_de_portefeuille_is_de_beste_van_alle_keuzes(zaden):
    gezien = np.zeros(3, dtype=int)
    for zaad in zaden:
        keuze, gevonden = los(*trek(zaad))
        waarde, plaatsen = Nagelopen(keuze.probleem).beste()
        bewezen = [-bewijs.beste for bewijs in gevonden.bewijzen]
        assert bewezen == pytest.approx(waarde, abs=1e-6), zaad
        assert keuze_van(keuze, gevonden) == plaatsen, zaad
        assert keuze.model.voldoet(gevonden.waarden), zaad
        for bewijs in gevonden.bewijzen:
            assert bewijs.grens == pytest.approx(bewijs.beste, abs=1e-5), zaad
        tekort = bewezen[0] > 0
        gezien += [tekort, not tekort, bool(plaatsen)]
    # De trekking gaat over gehaalde en niet gehaalde doelen, en over keuzes die er zijn.
    assert (gezien > 3).all(), gezien


def drie(**anders):
    """Drie locaties in Aardam van elk 4 plaatsen; er zijn er 8 nodig."""
    rijen = [kandidaat(f"K{n}", x=101_000 + 3000 * n, capaciteit=4) for n in range(3)]
    return maak_beoordeling(*rijen, doelen=[doel("Utrecht", 8, 8)], **anders)


def test_gelijke_scores_het_eerste_id_wint():
    rijen = [kandidaat(id_, x=105_000, y=405_000, capaciteit=4) for id_ in ("C", "A", "B")]
    uitkomst = stel_samen(maak_beoordeling(*rijen, doelen=[doel("Utrecht", 8, 8)]), Opdracht())
    assert uitkomst.beste.plaatsen.to_dict() == {"A": 4, "B": 4}


def test_de_volgorde_van_de_invoer_doet_er_niet_toe():
    beoordeling, opdracht = trek(8)
    andersom = beoordeling.kandidaten.drop(columns=list(LIGGING)).iloc[::-1]
    een = stel_samen(beoordeling, opdracht)
    ander = stel_samen(beoordeel(andersom, beoordeling.omgeving), opdracht)
    assert een.beste.plaatsen.equals(ander.beste.plaatsen)
    assert len(een.beste.plaatsen)


def test_doelen_op_volgorde_van_voorrang():
    beoordeling = drie()
    for voorrang, stappen in (
        (Voorrang.SCORE, [Stap.TEKORT, Stap.SCORE]),
        (Voorrang.SPREIDING, [Stap.TEKORT, Stap.SPREIDING, Stap.SCORE]),
    ):
        keuze, gevonden = los(beoordeling, Opdracht(voorrang=voorrang))
        assert [trap.stap for trap in trappen(keuze)] == stappen
        assert [bewijs.stap for bewijs in gevonden.bewijzen] == stappen


def test_spreiding_voor_score_kiest_anders():
    # Aardam heeft een derde van de inwoners van Beekdal, en de hoogste scores.
    rijen = [kandidaat(f"A{n}", x=103_000 + 1500 * n, capaciteit=4) for n in range(3)]
    rijen += [kandidaat(f"B{n}", x=113_000 + 900 * n, y=401_000, capaciteit=4) for n in range(3)]
    beoordeling = maak_beoordeling(*rijen, doelen=[doel("Utrecht", 8, 8)])
    score = stel_samen(beoordeling, Opdracht())
    spreiding = stel_samen(beoordeling, Opdracht(voorrang=Voorrang.SPREIDING))
    assert spreiding.beste.maten.boven_evenredig < score.beste.maten.boven_evenredig
    assert spreiding.beste.maten.theil < score.beste.maten.theil
    assert spreiding.beste.maten.punten < score.beste.maten.punten


def test_de_rekengrens_komt_uit_de_parameters():
    beoordeling = drie(parameters={"portefeuille.gat": 0.02, "portefeuille.tijd_s": 7})
    grens = rekengrens(beoordeling.omgeving.parameters)
    assert (grens.gat, grens.tijd_s, grens.zaad) == (0.02, 7, 1)


def test_vaste_locaties_die_met_een_band_niet_samengaan_noemen_de_eisen():
    mix = {"aandeel_statushouders": 1.0}
    beoordeling = maak_beoordeling(
        kandidaat("K1", capaciteit=4, **mix), doelen=[doel("Utrecht", 8, 8)]
    )
    opdracht = Opdracht(vast=("K1",), mixband=(0.2, 0.5))
    with pytest.raises(InvoerFout, match=r"20 % tot 50 % kwetsbare groepen in Aardam"):
        stel_samen(beoordeling, opdracht)


def test_afbreken_voor_en_tijdens_het_rekenen():
    stop = threading.Event()
    stop.set()
    with pytest.raises(Afgebroken, match="Er is niets bewaard"):
        stel_samen(drie(), Opdracht(), toezicht=Toezicht(stop=stop))


def test_zonder_antwoord_binnen_de_tijd(monkeypatch):
    monkeypatch.setattr(samenstellen, "beklim", lambda *_: Beklimming(None, ()))
    with pytest.raises(RekenFout, match="Geef meer tijd"):
        stel_samen(drie(), Opdracht())


def test_portefeuilles_staan_op_volgorde_en_een_grens_is_nooit_lager_dan_wat_er_is():
    beoordeling, opdracht = trek(23)
    uitkomst = stel_samen(beoordeling, opdracht, Vraag(portefeuilles=4))
    assert len(uitkomst.portefeuilles) == 4
    waarden = [tuple(b.beste for b in p.bewijzen) for p in uitkomst.portefeuilles]
    assert waarden == sorted(waarden, reverse=True)
    for portefeuille in uitkomst.portefeuilles:
        for bewijs in portefeuille.bewijzen:
            assert bewijs.grens >= bewijs.beste
            assert bewijs.afloop is Afloop.BEWEZEN
        assert portefeuille.bewijzen[-1].beste == pytest.approx(portefeuille.maten.punten)


def test_zonder_kandidaten_is_alles_tekort():
    uitkomst = stel_samen(maak_beoordeling(doelen=[doel("Utrecht", 8, 8)]), Opdracht())
    assert uitkomst.beste.plaatsen.empty
    assert uitkomst.beste.tekort == 8
    assert uitkomst.knelpunten[0].zin == (
        "8 plaatsen te weinig in Utrecht; geen eis knelt: er zijn te weinig kandidaten"
    )


def test_zonder_doelen_wordt_er_niets_gekozen():
    beoordeling = maak_beoordeling(kandidaat("K1"))
    uitkomst = stel_samen(beoordeling, Opdracht(), Vraag(met_front=True))
    assert uitkomst.beste.plaatsen.empty
    assert uitkomst.probleem.redenen["K1"] == "het doel van Utrecht is onbekend"
    assert uitkomst.beste.tekort == 0
    assert uitkomst.front.portefeuilles[0].plaatsen.empty
