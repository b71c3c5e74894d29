from locatieplanner.invoer.sjabloon import sjabloon_csv


def test_sjabloon_leest_schoon_terug(lees, aandachtsgroepen):
    inhoud = sjabloon_csv(aandachtsgroepen)
    assert inhoud.startswith(b"\xef\xbb\xbfid;naam;x;y;adres;")
    gelezen = lees(inhoud)
    assert gelezen.problemen == ()
    assert list(gelezen.kandidaten.index) == ["K001", "K002"]
    assert gelezen.kandidaten["toelichting"].str.contains("fictief").all()
    assert (gelezen.kandidaten.filter(like="aandeel_").loc["K002"].sum()) == 1


def test_sjabloon_heeft_een_kolom_per_groep(aandachtsgroepen):
    kop = sjabloon_csv(aandachtsgroepen).decode("utf-8-sig").splitlines()[0].split(";")
    assert [kolom for kolom in kop if kolom.startswith("aandeel_")] == [
        groep.kolom for groep in aandachtsgroepen.values()
    ]


def test_sjabloon_met_een_enkele_groep(lees, locatietypen, aandachtsgroepen):
    from locatieplanner.invoer.kandidaten import lees_kandidaten

    een = {"amv": aandachtsgroepen["amv"]}
    gelezen = lees_kandidaten(sjabloon_csv(een), "s.csv", locatietypen, een)
    assert gelezen.problemen == ()
