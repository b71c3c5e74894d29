import pandas as pd
import pytest

from locatieplanner.invoer.kolommen import VARIANTEN
from locatieplanner.invoer.persoonsgegevens import (
    is_persoonsgegeven,
    toets_vrije_tekst,
    vind_persoonsgegevens,
)


@pytest.mark.parametrize(
    "naam",
    ["BSN", "bsn_nummer", "Geboortedatum", "geboorte datum", "Voornaam", "achternaam",
     "Nationaliteit", "Herkomstland", "land van herkomst", "E-mail", "e-mailadres", "email",
     "email_eigenaar", "Telefoon", "telefoonnummer 1", "mobiel", "V-nummer", "Cliëntnummer",
     "contactpersoon", "contactgegevens", "mailadres", "mail_eigenaar", "contact", "e mail",
     "geslacht", "Leeftijd", "religie", "IBAN", "naam bewoner"],
)  # fmt: skip
def test_persoonsgegevens_worden_herkend(naam):
    assert is_persoonsgegeven(naam)


def test_gewone_kolommen_niet():
    for naam in (
        *(naam for namen in VARIANTEN.values() for naam in namen),
        "aandeel_amv", "gemeente", "oppervlakte", "bouwjaar", "hotel", "aantal gezinnen", "perceel",
        "contractvorm", "land", "woonplaats", "leeftijd gebouw", "medewerkers", "omgeving",
        "gezondheidscentrum", "afstand_gezondheidscentrum", "contractduur", "emaille",
    ):  # fmt: skip
        assert not is_persoonsgegeven(naam), naam


def test_melding_blokkeert_en_toont_geen_waarden():
    (probleem,) = vind_persoonsgegevens(["oppervlakte", "BSN"])
    assert probleem.zin == (
        "Kolom BSN: deze kolom lijkt gegevens over personen te bevatten; persoonsgegevens mogen "
        "niet worden geladen. Herstel: verwijder de kolom uit het bestand en laad het opnieuw; "
        "voor de mix zijn alleen aandelen per groep nodig."
    )
    assert probleem.rij is None
    assert probleem.waarde == ""


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [("J. Jansen BSN 123456782", "BSN"), ("bsn: 1234.56.782", "BSN"), ("BSN123456782", "BSN"),
     ("123456782 (bsn)", "BSN"), ("123456782", "BSN"), ("burgerservicenummer is 10000008", "BSN"),
     ("bel 06-12345678", "mobiel"), ("0612345678", "mobiel"), ("+31 6 12345678", "mobiel"),
     ("06 12 34 56 78", "mobiel"), ("0031(0)612345678", "mobiel"), ("06 1234 5678", "mobiel"),
     ("vraag jan.jansen@voorbeeld.nl", "e-mailadres")],
)  # fmt: skip
def test_vrije_tekst_met_persoonsgegevens(tekst, wat):
    (probleem,) = toets_vrije_tekst(pd.Series(["niets", tekst], index=[2, 3]), "toelichting")
    assert (probleem.rij, probleem.kolom, probleem.waarde) == (3, "toelichting", "(niet getoond)")
    assert wat in probleem.wat
    assert tekst not in probleem.zin
    assert probleem.zin.startswith("Rij 3, kolom toelichting, waarde (niet getoond): in deze cel ")
    assert probleem.zin.endswith("Herstel: haal het weg.")


@pytest.mark.parametrize(
    "tekst",
    ["123456789", "BSN niet bekend", "bsn 123456789", "zaak 123456782", "20260501", "KvK 12345672",
     "06-12-2026 31-12-2030", "01-06-2026", "0612100000012345", "050-3123456", "€ 612.345.678",
     "06 2026 2031", "155000 463000", "bron: a@b", "@", "000000000", "Z2023-12345", "1234567827"],
)  # fmt: skip
def test_gewone_vrije_tekst(tekst):
    assert toets_vrije_tekst(pd.Series([tekst]), "bron") == []


@pytest.mark.timeout(20)
def test_lange_tekst_kost_geen_tijd():
    for stuk in ("a", "1", "1 ", "a.", "bsn "):
        assert toets_vrije_tekst(pd.Series([stuk * 60_000 + "@ 12345678"]), "bron") == []
