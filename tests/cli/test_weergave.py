from locatieplanner.cli.weergave import Kop, meld, telwoord, toon, toon_json, toon_tabel


def test_tekst_van_gebruikers_is_geen_opmaak(capsys):
    toon_tabel([Kop("naam"), Kop("n", getal=True)], [("[red]Plein[/red] :house:", "1")])
    toon("[bold]x[/bold]")
    uit = capsys.readouterr().out
    assert "[red]Plein[/red] :house:" in uit
    assert "[bold]x[/bold]" in uit


def test_zonder_scherm_breekt_een_tabel_niet_op_tachtig_tekens(capsys, monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    toon_tabel([Kop("a"), Kop("b")], [("x" * 80, "y" * 80)])
    assert "x" * 80 + "  " + "y" * 80 in capsys.readouterr().out


def test_json_is_onbewerkt_en_meldingen_gaan_apart(capfdbinary):
    toon_json('{"a": "ë"}\n')
    meld("let op")
    uit, fout = capfdbinary.readouterr()
    assert uit == '{"a": "ë"}\n'.encode()
    assert fout.decode().strip() == "let op"


def test_telwoord():
    assert telwoord(1, "fout", "fouten") == "1 fout"
    assert telwoord(1234, "fout", "fouten") == "1.234 fouten"
    assert telwoord(0, "fout", "fouten") == "0 fouten"
