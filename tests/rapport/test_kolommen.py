from locatieplanner.beoordeling.beoordeling import KOLOMMEN
from locatieplanner.domein.kandidaat import KOLOMMEN as INVOER
from locatieplanner.rapport.kolommen import COORDINATEN, invoerkolommen, kolomuitleg
from tests.omgeving import AANDACHTSGROEPEN
from tests.rapport.conftest import EXTRA


def test_elke_kolom_heeft_een_uitleg_in_dezelfde_volgorde():
    namen = [*KOLOMMEN, *COORDINATEN, *EXTRA]
    uitleg = kolomuitleg(namen)
    assert [kolom.naam for kolom in uitleg] == namen
    assert all(kolom.eenheid and kolom.betekenis.endswith(".") for kolom in uitleg)


def test_met_de_vaste_kolommen_is_elke_kolom_van_de_invoer_er():
    met = {*KOLOMMEN, *invoerkolommen(AANDACHTSGROEPEN), "geometry"}
    assert met >= {*INVOER, *(groep.kolom for groep in AANDACHTSGROEPEN.values())}
