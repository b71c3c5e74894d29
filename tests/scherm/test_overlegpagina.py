import re

import pytest
from streamlit.testing.v1 import AppTest

from locatieplanner.scherm import gegevens


def _pagina() -> None:
    from locatieplanner.scherm.overlegpagina import overlegpagina

    overlegpagina()


@pytest.fixture
def pagina():
    return AppTest.from_function(_pagina, default_timeout=120)


def _stap(test: AppTest) -> str:
    return next(b.proto.body for b in test.get("html") if "lp-stap" in b.proto.body)


def test_zonder_gebied_zegt_de_pagina_wat_eerst_moet(pagina):
    pagina.run()
    assert not pagina.exception
    assert "Kies de provincie of gemeente" in pagina.info[0].value


def test_een_link_opent_gebied_en_stappen_in_die_volgorde(pagina):
    pagina.query_params["gebied"] = "Utrecht"
    pagina.query_params["stappen"] = "w,o"
    pagina.run()
    assert not pagina.error
    assert "Wat als" in _stap(pagina)
    assert "stap 1 van 2" in _stap(pagina)
    pagina.button(key="overleg_volgende").click().run()
    assert not pagina.exception
    assert "Onze opgave" in _stap(pagina)


def test_een_gemeente_zonder_kandidaten_heeft_alleen_haar_opgave(pagina):
    pagina.query_params["gebied"] = "GM0307"
    pagina.run()
    assert not pagina.exception
    assert "stap 1 van 1" in _stap(pagina)
    assert "nog geen kandidaten" in pagina.info[-1].value


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        ({"gebied": "Atlantis"}, "geen provincie"),
        ({"gebied": "Utrecht", "stappen": "z,l:NIKS"}, "stap 1"),
    ],
)
def test_een_link_die_niet_klopt_is_een_melding(pagina, vraag, melding):
    for naam, waarde in vraag.items():
        pagina.query_params[naam] = waarde
    pagina.run()
    assert not pagina.exception
    assert any(melding in fout.value for fout in pagina.error)


def test_wat_als_raakt_het_plan_niet_en_gaat_een_voor_een_terug(pagina):
    pagina.query_params["gebied"] = "Utrecht"
    pagina.query_params["stappen"] = "w"
    pagina.run()
    voor = pagina.session_state["toestand"]
    veld = pagina.get("button_group")[0]
    veld.set_value("weglaten").run()
    pagina.slider(key="overleg_gewicht_mix").set_value(90).run()
    assert not pagina.exception
    assert not pagina.error
    stand = pagina.session_state["overleg"]
    assert len(stand.eerder) == 2
    pagina.button(key="overleg_terug").click().run()
    assert pagina.slider(key="overleg_gewicht_mix").value != 90
    pagina.button(key="overleg_terug").click().run()
    assert pagina.session_state["overleg"].watals.leeg
    assert pagina.session_state["toestand"] is voor


def test_alle_schuiven_op_nul_weegt_niets_en_blijft_zoals_het_was(pagina):
    pagina.query_params["gebied"] = "Utrecht"
    pagina.query_params["stappen"] = "w"
    pagina.run()
    for schuif in list(pagina.slider):
        pagina.slider(key=schuif.key).set_value(0).run()
    assert not pagina.exception
    assert pagina.session_state["overleg"].watals.gewichten is not None
    assert any(schuif.value > 0 for schuif in pagina.slider)


def test_van_een_beschermde_locatie_reist_niets_dan_de_gemeente_naar_de_browser(pagina):
    """De voorbeeldlocatie in Montfoort is beschermd: haar id en naam staan nergens."""
    voorbeeld = gegevens.voorbeeld()
    id_ = next(i for i, naam in voorbeeld["naam"].items() if "Linschoten" in naam)
    pagina.query_params["gebied"] = "Utrecht"
    pagina.run()
    alles = ""
    for _ in range(8):
        verstuurd = "".join(str(deel.proto) for deel in pagina.main if hasattr(deel, "proto"))
        assert id_ not in re.findall(r"[A-Za-z0-9]+", verstuurd)
        assert voorbeeld["naam"].loc[id_] not in verstuurd
        alles += verstuurd
        volgende = pagina.button(key="overleg_volgende")
        if not volgende.disabled:
            volgende.click().run()
    assert "Beschermde locatie in Montfoort" in alles
    assert "Wat als" in alles
