from datetime import datetime

from locatieplanner.bronnen.klok import deze_maand


def test_deze_maand_is_die_van_de_klok():
    voor, maand, na = (
        datetime.now().astimezone(),
        deze_maand(),
        datetime.now().astimezone(),
    )
    assert str(maand) in {voor.strftime("%Y-%m"), na.strftime("%Y-%m")}
    assert maand.freqstr == "M"
