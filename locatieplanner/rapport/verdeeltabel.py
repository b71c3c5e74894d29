"""De verdeling over gemeenten als tabel: beide sleutels, het verschil, en wat er al is."""

from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.provincieverdeling import Provincieverdeling
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom
from locatieplanner.rapport.verdeeltekst import seszinnen

_KOLOMMEN = (
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("gemeentecode", "code"),
    Tabelkolom("inwoners", "inwoners", Kolomsoort.GEHEEL),
    Tabelkolom("plaatsen", "verdeeld", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("hoe", "verdeeld naar"),
    Tabelkolom("plaatsen_per_1000", "verdeeld per 1.000 inwoners", Kolomsoort.GETAL),
    Tabelkolom("status", "status"),
    Tabelkolom("naar_inwoners", "naar inwoners", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("naar_ses", "naar inwoners en SES-WOA", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("verschil", "verschil door SES-WOA", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("ses_woa", "SES-WOA", Kolomsoort.FIJN, "score"),
    Tabelkolom("ses_status", "status SES-WOA"),
    Tabelkolom("bestaand_bekend", "bestaand bekend", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("bestaand_geschat", "bestaand geschat", Kolomsoort.GEHEEL, "plaatsen"),
    Tabelkolom("gepland", "gepland", Kolomsoort.GEHEEL, "plaatsen"),
)
"""Kolommen in de volgorde waarin iemand ze vraagt: wat krijgt mijn gemeente, en waarom."""


def verdeeltabel(verdeling: Provincieverdeling, omgeving: Omgeving) -> Tabel:
    """Geef een verdeling als tabel, de grootste gemeente bovenaan.

    Parameters
    ----------
    verdeling : Provincieverdeling
        De verdeling.
    omgeving : Omgeving
        Waartegen gerekend is.
    """
    doel = verdeling.doel
    gegevens = verdeling.gemeenten.rename_axis("gemeentecode").reset_index()
    return Tabel(
        f"Verdeling over de gemeenten van {doel.provincie}",
        gegevens,
        _KOLOMMEN,
        " ".join(
            [
                f"Doelset: {omgeving.doelset.naam}. {doel.zin}",
                f"Herkomst van het doel: {doel.herkomst}.",
                *seszinnen(verdeling, omgeving),
            ]
        ),
    )
