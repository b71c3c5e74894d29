"""Trechter en verloop op het scherm van de opdrachtregel."""

import pandas as pd

from locatieplanner.cli.weergave import Kop, toon, toon_tabel
from locatieplanner.domein.kandidaat import VERVALLEN, Kandidaatstatus
from locatieplanner.domein.notatie import bandbreedte, datum, getal
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.opgave.verloop import Verloop
from locatieplanner.opgave.verloopuitleg import verloopzin, voorbehouden

_STAPKOPPEN = (
    Kop("stap"),
    Kop("locaties", getal=True),
    Kop("plaatsen opvang", getal=True),
    Kop("plaatsen wonen", getal=True),
    Kop("woningen", getal=True),
    Kop("ten minste zo ver: locaties", getal=True),
    Kop("opvang", getal=True),
    Kop("wonen", getal=True),
    Kop("woningen", getal=True),
)
_MAANDKOPPEN = (
    Kop("maand"),
    Kop("bestaand bekend", getal=True),
    Kop("bestaand geschat", getal=True),
    Kop("gepland", getal=True),
    Kop("capaciteit", getal=True),
    Kop("begint", getal=True),
    Kop("eindigt", getal=True),
    Kop("doel", getal=True),
    Kop("nog nodig", getal=True),
)


def toon_trechter(
    naam: str, stappen: pd.DataFrame, per_gebied: pd.DataFrame, vervallen: pd.DataFrame
) -> None:
    """Toon de trechter van een gebied, die van de delen ervan, en wat er afviel en waarom.

    Parameters
    ----------
    naam : str
        Naam van het gebied.
    stappen : DataFrame
        Uitkomst van `locatieplanner.opgave.trechter.trechter`.
    per_gebied : DataFrame
        Uitkomst van `locatieplanner.opgave.trechter.trechter_per_gebied`, op naam; mag leeg zijn.
    vervallen : DataFrame
        Uitkomst van `locatieplanner.opgave.trechter.vervallen_met_reden`.
    """
    toon_tabel(
        _STAPKOPPEN,
        (
            (str(stap), *_maten(rij, ""), *_tenminste(str(stap), rij))
            for stap, rij in stappen.iterrows()
        ),
        titel=f"Trechter van {naam}",
    )
    if len(per_gebied):
        toon("")
        toon_tabel(
            (Kop("gebied"), *(Kop(str(status), getal=True) for status in Kandidaatstatus)),
            (
                (str(gebied), *map(getal, deel["plaatsen_opvang"]))
                for gebied, deel in per_gebied.groupby(level=0, sort=False)
            ),
            titel="Plaatsen opvang per stap",
        )
    toon("")
    for id_, rij in vervallen.iterrows():
        toon(
            f"{rij['status']}: {id_} {rij['naam']} ({rij['gemeente']}, "
            f"{getal(rij['plaatsen'])} plaatsen): {rij['reden']}"
        )
    toon(
        "Ten minste zo ver is de som van deze stap en alle latere. Een + achter woningen: van "
        "zoveel woonlocaties is het aantal woningen onbekend."
    )


def toon_verloop(verloop: Verloop, omgeving: Omgeving) -> None:
    """Toon wanneer het doel gehaald wordt, de maanden waarin iets verandert, en wat er buiten valt.

    Parameters
    ----------
    verloop : Verloop
        Uitkomst van `locatieplanner.opgave.verloop.verloop`.
    omgeving : Omgeving
        Waarmee gerekend is.
    """
    toon(f"{verloopzin(verloop)} Zekerheid: {verloop.status}.")
    toon("")
    maanden = verloop.maanden[veranderingen(verloop.maanden)]
    toon_tabel(
        _MAANDKOPPEN,
        ((datum(str(maand)), *_maandcellen(rij)) for maand, rij in maanden.iterrows()),
        titel=f"Verloop van {verloop.doel.naam}: de maanden waarin iets verandert",
    )
    toon("")
    for id_, rij in verloop.gebeurtenissen.iterrows():
        toon(
            f"{str(rij['wat']).capitalize()} in {datum(str(rij['maand']))}: {id_} {rij['naam']}, "
            f"{getal(rij['plaatsen'])} plaatsen"
        )
    for id_, rij in verloop.zonder_einde.iterrows():
        toon(
            f"Loopt door, zonder einddatum: {id_} {rij['naam']}, {getal(rij['plaatsen'])} plaatsen"
        )
    for id_, rij in verloop.niet_in_beeld.iterrows():
        toon(
            f"Telt in geen enkele maand ({rij['meedoen']}): {id_} {rij['naam']}, "
            f"{getal(rij['plaatsen'])} plaatsen"
        )
    toon("")
    toon(f"Doel: {verloop.doel.herkomst}.")
    for zin in voorbehouden(verloop, omgeving):
        toon(zin)


def veranderingen(maanden: pd.DataFrame) -> pd.Series:
    """Geef per maand of er iets anders is dan de maand ervoor; de eerste en de laatste altijd."""
    stand = maanden[["capaciteit", "doel_laag", "doel_midden", "doel_hoog"]]
    # Een onbekend getal dat onbekend blijft, is geen verandering.
    anders = stand.fillna(-1.0).diff().fillna(1.0).ne(0).any(axis=1)
    anders |= (maanden[["begint", "eindigt"]] > 0).any(axis=1)
    anders.iloc[-1] = True
    return anders


def _maten(rij: pd.Series, voor: str) -> tuple[str, ...]:
    woningen = "onbekend" if pd.isna(rij[f"{voor}woningen"]) else getal(rij[f"{voor}woningen"])
    onbekend = int(rij[f"{voor}woningen_onbekend"])
    return (
        *(
            getal(rij[f"{voor}{maat}"])
            for maat in ("locaties", "plaatsen_opvang", "plaatsen_wonen")
        ),
        f"{woningen} + {getal(onbekend)}" if onbekend else woningen,
    )


def _tenminste(stap: str, rij: pd.Series) -> tuple[str, ...]:
    return ("–",) * 4 if stap in VERVALLEN else _maten(rij, "tenminste_")


def _maandcellen(rij: pd.Series) -> tuple[str, ...]:
    nodig = f"{getal(rij['nodig_laag'])} tot {getal(rij['nodig_hoog'])}"
    gelijk = rij["nodig_laag"] == rij["nodig_hoog"] or pd.isna(rij["nodig_hoog"])
    geen_doel = pd.isna(rij["doel_midden"])
    return (
        *(
            getal(rij[kolom])
            for kolom in (
                *("bestaand_bekend", "bestaand_geschat", "gepland"),
                *("capaciteit", "begint", "eindigt"),
            )
        ),
        "–" if geen_doel else bandbreedte(rij["doel_laag"], rij["doel_hoog"]),
        "–" if geen_doel else getal(rij["nodig_laag"]) if gelijk else nodig,
    )
