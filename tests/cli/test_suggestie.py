import pytest

from locatieplanner.cli.suggestie import bedoelt


@pytest.mark.parametrize(
    ("woord", "uitkomst"),
    [
        ("zeelnd", " Bedoelt u Zeeland?"),
        ("ZEELAND", " Bedoelt u Zeeland?"),
        ("qqq", ""),
        (None, " Bedoelt u Utrecht of Zeeland?"),
    ],
)
def test_bedoelt(woord, uitkomst):
    assert bedoelt(["Zeeland", "Utrecht"], woord) == uitkomst


def test_zonder_keuzes_is_er_niets_te_raden():
    assert bedoelt([]) == bedoelt([], "x") == ""
