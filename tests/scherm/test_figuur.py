from streamlit.testing.v1 import AppTest


def _pagina() -> None:
    import pandas as pd

    from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
    from locatieplanner.scherm.figuur import figuur
    from locatieplanner.scherm.grafiek import staven

    tabel = Tabel(
        "Titel *met* opmaak",
        pd.DataFrame({"naam": ["a<b>"], "plaatsen": [1234.0]}),
        (
            Tabelkolom("naam", "naam"),
            Tabelkolom("plaatsen", "aantal", Kolomsoort.GEHEEL, "plaatsen"),
        ),
        "bron: proef",
    )
    figuur(tabel, "met", staven(["a"], {"aantal": pd.Series([1.0])}, "plaatsen"))
    figuur(tabel, "zonder")


def test_elke_grafiek_heeft_een_tabel_en_elke_tabel_een_download():
    test = AppTest.from_function(_pagina, default_timeout=60).run()
    assert not test.exception
    assert [kop.value for kop in test.markdown if kop.value.startswith("#####")] == [
        r"##### Titel \*met\* opmaak"
    ] * 2
    assert [uitklap.label for uitklap in test.expander] == ["Tabel en download"]
    assert [knop.label for knop in test.get("download_button")] == ["CSV", "Excel"]
    (html,) = test.get("html")
    assert "a&lt;b&gt;" in html.proto.body
    assert "1.234" in html.proto.body
    assert [c.value for c in test.caption] == [r"bron\: proef"] * 2
