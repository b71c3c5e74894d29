from dataclasses import FrozenInstanceError

import pytest
from shapely import Point

from locatieplanner.bronnen.locatieserver import Locatieserver
from locatieplanner.domein.adres import Adreszoeker, Vondst


def test_een_vondst_staat_vast_en_hoeft_geen_adres_te_zijn():
    vondst = Vondst("wpl-1", "Amersfoort", "woonplaats", Point(154_800, 463_900), 8.5)
    assert (vondst.straat, vondst.huisnummer, vondst.postcode, vondst.plaats) == ("", "", "", "")
    with pytest.raises(FrozenInstanceError):
        vondst.score = 9.0


def test_de_locatieserver_heeft_alles_wat_een_adreszoeker_heeft():
    beloofd = {naam for naam in vars(Adreszoeker) if not naam.startswith("_")}
    assert beloofd == {"naam", "zoek"}
    assert beloofd <= set(dir(Locatieserver))
