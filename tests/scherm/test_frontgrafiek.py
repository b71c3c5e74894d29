import pandas as pd

from locatieplanner.scherm.frontgrafiek import frontgrafiek


def test_elk_punt_staat_er_met_naam_en_getallen():
    front = pd.DataFrame(
        {
            "portefeuille": ["F1", "F2"],
            "gemiddelde_score": [60.0, 55.0],
            "theil": [0.4, 0.2],
            "locaties": [5, 9],
            "plaatsen": [500, 480],
        }
    )
    tekening = frontgrafiek(front).to_dict()
    (gegevens,) = tekening["datasets"].values()
    assert [punt["portefeuille"] for punt in gegevens] == ["F1", "F2"]
    punten, namen = tekening["layer"]
    assert punten["encoding"]["x"]["field"] == "theil"
    assert punten["encoding"]["y"]["field"] == "gemiddelde_score"
    assert namen["encoding"]["text"]["field"] == "portefeuille"
