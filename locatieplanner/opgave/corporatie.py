"""Corporatie: wat de woonlocaties van een eigenaar samen zijn, per groep en per gemeente.

Een locatie waarvan het aantal woningen of de mix onbekend is, telt in een som niet mee en staat
ernaast als aantal.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.herkomst import Status
from locatieplanner.opgave.flexwonen import PERSONEN


@dataclass(frozen=True)
class Selectie:
    """Welke woonlocaties iemand voor zich heeft; None is alles.

    Parameters
    ----------
    eigenaar : str or None
        Uit `locatieplanner.opgave.eigenaar.eigenaren`.
    statussen : frozenset of str or None
        Welke statussen.
    provincie : str or None
        Naam van de provincie.
    gemeentecode : str or None
        Code van de gemeente.
    """

    eigenaar: str | None = None
    statussen: frozenset[str] | None = None
    provincie: str | None = None
    gemeentecode: str | None = None

    def uit(self, locaties: pd.DataFrame) -> pd.DataFrame:
        """Geef de gekozen rijen van `woonlocaties`, in dezelfde volgorde."""
        gekozen = pd.Series(True, index=locaties.index)
        for kolom, waarde in (
            ("eigenaar", self.eigenaar),
            ("provincie", self.provincie),
            ("gemeentecode", self.gemeentecode),
        ):
            if waarde is not None:
                gekozen &= (locaties[kolom] == waarde).fillna(False).astype("bool")
        if self.statussen is not None:
            gekozen &= locaties["status"].isin(self.statussen)
        return locaties.loc[gekozen]


@dataclass(frozen=True)
class Totaal:
    """Wat woonlocaties samen zijn; wat onbekend is telt niet mee maar staat ernaast.

    Parameters
    ----------
    locaties : int
        Aantal locaties.
    woningen : float
        Woningen waarvan het aantal bekend of geschat is.
    woningen_geschat : float
        Het geschatte deel daarvan.
    woningen_onbekend : int
        Locaties zonder aantal woningen.
    plaatsen, plaatsen_geschat : float
        Personen die er terechtkunnen, en het geschatte deel daarvan.
    mix_onbekend : int
        Locaties waarvan de mix onbekend is.
    plaatsen_mix_onbekend : float
        De plaatsen daarvan.
    taakstelling, taakstelling_gepland : float
        Statushouders die voor de taakstelling tellen; het deel op locaties die gepland heten.
    opvang, opvang_gepland : float
        Plaatsen die voor een opvangdoel tellen; het deel op locaties die gepland heten.
    blijft : float
        Woningen die na de exploitatie blijven.
    einde_onbekend : int
        Locaties waarvan het einde onbekend is.
    begin_onbekend : int
        Locaties waarvan het begin onbekend is; zij staan in geen enkele maand.
    """

    locaties: int
    woningen: float
    woningen_geschat: float
    woningen_onbekend: int
    plaatsen: float
    plaatsen_geschat: float
    mix_onbekend: int
    plaatsen_mix_onbekend: float
    taakstelling: float
    taakstelling_gepland: float
    opvang: float
    opvang_gepland: float
    blijft: float
    einde_onbekend: int
    begin_onbekend: int


def totaal(locaties: pd.DataFrame) -> Totaal:
    """Tel woonlocaties op; zie `locatieplanner.opgave.flexwonen.woonlocaties`."""
    gepland, mix = locaties["gepland"], locaties["mix_bekend"]
    geschat = locaties["woningen_herkomst"] == Status.GESCHAT
    plaatsen_geschat = locaties["plaatsen_herkomst"] == Status.GESCHAT
    return Totaal(
        locaties=len(locaties),
        woningen=float(locaties["woningen"].sum()),
        woningen_geschat=float(locaties["woningen"].where(geschat).sum()),
        woningen_onbekend=int(locaties["woningen"].isna().sum()),
        plaatsen=float(locaties["plaatsen"].sum()),
        plaatsen_geschat=float(locaties["plaatsen"].where(plaatsen_geschat).sum()),
        mix_onbekend=int((~mix).sum()),
        plaatsen_mix_onbekend=float(locaties["plaatsen"].where(~mix).sum()),
        taakstelling=float(locaties["taakstelling"].sum()),
        taakstelling_gepland=float(locaties["taakstelling"].where(gepland).sum()),
        opvang=float(locaties["opvang"].sum()),
        opvang_gepland=float(locaties["opvang"].where(gepland).sum()),
        blijft=float(locaties["blijft_woningen"].sum()),
        einde_onbekend=int(locaties["einde_onbekend"].sum()),
        begin_onbekend=int(locaties["begin_onbekend"].sum()),
    )


def per_groep(
    locaties: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> pd.DataFrame:
    """Tel personen en woningen per groep; groepen waar niemand van komt blijven weg.

    Returns
    -------
    DataFrame
        Index ``groep`` (code), van groot naar klein; ``naam``, ``rol``, ``personen``, ``woningen``
        (een schatting) en ``aandeel`` van de personen met een bekende mix.
    """
    codes = list(aandachtsgroepen)
    personen = locaties[[f"{PERSONEN}{code}" for code in codes]].sum().to_numpy(dtype=np.float64)
    woningen = locaties[[f"woningen_{code}" for code in codes]].sum().to_numpy(dtype=np.float64)
    tabel = pd.DataFrame(
        {
            "naam": [aandachtsgroepen[code].naam for code in codes],
            "rol": [str(aandachtsgroepen[code].rol) for code in codes],
            "personen": personen,
            "woningen": woningen,
        },
        index=pd.Index(codes, name="groep"),
    )
    tabel = tabel[tabel["personen"] > 0].sort_values("personen", ascending=False, kind="stable")
    return tabel.assign(aandeel=tabel["personen"] / tabel["personen"].sum())


def per_eigenaar(
    locaties: pd.DataFrame, aandachtsgroepen: Mapping[str, Aandachtsgroep]
) -> pd.DataFrame:
    """Tel de woonlocaties per eigenaar, op alfabet.

    Returns
    -------
    DataFrame
        Index ``eigenaar``; de velden van `Totaal` en ``personen_<groep>``.
    """
    codes = [f"{PERSONEN}{code}" for code in aandachtsgroepen]
    rijen = {
        str(eigenaar): {**vars(totaal(deel)), **deel[codes].sum().to_dict()}
        for eigenaar, deel in locaties.groupby("eigenaar")
    }
    kolommen = [*Totaal.__dataclass_fields__, *codes]
    tabel = pd.DataFrame.from_dict(rijen, orient="index", columns=kolommen)
    tabel.index.name = "eigenaar"
    return tabel


def bijdrage_per_gemeente(locaties: pd.DataFrame) -> pd.DataFrame:
    """Tel per gemeente wat woonlocaties bijdragen, gepland en als alles doorgaat.

    Returns
    -------
    DataFrame
        Index ``gemeentecode``, op naam; ``gemeente``, ``provincie``, ``taakstelling_gepland``,
        ``taakstelling``, ``opvang_gepland``, ``opvang`` (personen en plaatsen) en ``mix_onbekend``
        (plaatsen waarvan onbekend is of zij voor statushouders zijn). Wat buiten elke gemeente
        ligt valt weg.
    """
    gepland = locaties["gepland"]
    delen = locaties[["gemeente", "provincie", "taakstelling", "opvang"]].assign(
        taakstelling_gepland=locaties["taakstelling"].where(gepland),
        opvang_gepland=locaties["opvang"].where(gepland),
        mix_onbekend=locaties["plaatsen"].where(~locaties["mix_bekend"]),
    )
    groepen = delen.groupby(locaties["gemeentecode"])
    tabel = groepen[["gemeente", "provincie"]].first()
    kolommen = ["taakstelling_gepland", "taakstelling", "opvang_gepland", "opvang", "mix_onbekend"]
    return tabel.join(groepen[kolommen].sum()).sort_values("gemeente", kind="stable")
