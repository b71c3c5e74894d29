from locatieplanner.invoer.opsomming import aangehaald, eerste, kies_uit, lijkt_op


def test_namen_staan_tussen_aanhalingstekens():
    assert aangehaald(["a", "b"]) == ["'a'", "'b'"]


def test_eerste_noemt_hoeveel_er_nog_zijn():
    assert eerste(["a", "b"], 2) == "a, b"
    assert eerste(["a"] * 1_235, 1) == "a en nog 1.234"


def test_voorstel():
    assert lijkt_op("capasiteit", ["naam", "capaciteit"]) == "capaciteit"
    assert lijkt_op("xyz", ["naam"]) == ""
    assert kies_uit("'a'", "a, b") == "bedoelt u 'a'? Kies uit a, b"
    assert kies_uit("", "a, b") == "kies uit a, b"
