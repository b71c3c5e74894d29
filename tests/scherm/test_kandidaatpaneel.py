import pytest

from locatieplanner.beoordeling.uitleg import uitleg
from locatieplanner.scherm.kandidaatpaneel import kaartje_html, som_html


@pytest.fixture
def kaartje(beoordeling):
    return lambda id_: kaartje_html(uitleg(beoordeling, id_), "kop <x>", 3)


def test_tekst_van_gebruikers_blijft_tekst(kaartje):
    assert "<b>Aardam" not in kaartje("K1")
    assert "&lt;b&gt;Aardam&lt;/b&gt; &amp; co" in kaartje("K1")
    assert "kop &lt;x&gt;" in kaartje("K1")


def test_vier_scores_met_status(kaartje):
    for criterium in ("spreiding", "kleinschaligheid", "nabijheid", "mix"):
        assert f"<td>{criterium}<td>" in kaartje("K3")
    assert kaartje("K3").count("<em>") == 4


def test_onbekend_is_geen_nul(kaartje):
    assert "<td>mix<td><i></i><td colspan=2><em>onbekend</em>" in kaartje("K1")


def test_een_rang_zegt_van_hoeveel(kaartje):
    assert "· rang 1 van 3" in "".join(kaartje(id_) for id_ in ("K1", "K2", "K3"))


def test_uitgesloten_met_reden_staat_boven_de_scores(kaartje):
    assert "· uitgesloten" in kaartje("K4")
    assert kaartje("K4").index("te duur") < kaartje("K4").index("<table>")


def test_wat_niet_getoetst_is_staat_bij_elke_kandidaat(kaartje):
    for id_ in ("K1", "K2", "K3", "K4"):
        assert "Nog niet getoetst</b> op 1 laag" in kaartje(id_)
        assert "Natura 2000" in kaartje(id_)


def test_som(beoordeling):
    html = som_html(uitleg(beoordeling, "K3"))
    assert "Totaal" in html
    assert "(gewicht 25 %)" in html
