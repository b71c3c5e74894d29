"""De keten van instroom tot woning, als standen en stromen per maand.

Zes standen, in personen. De eerste drie samen zijn de bezetting van de opvang::

    instroom → in procedure ─┬→ vergunninghouder, wachtend ─┬→ gewone woning
                             │      ↑                    ↑  │
                             │    nareis              einde └→ flexwoning
                             └→ afgewezen in opvang → vertrokken

Formule, per maand, met de standen van het begin van die maand:

- beslist = in procedure / T_procedure; daarvan krijgt het aandeel inwilliging een vergunning;
- vertrek = afgewezen / T_afgewezen;
- verhuisbaar = wachtend / T_koppeling: zoveel wachtenden kunnen deze maand verhuizen;
- naar flexwoning = min(vrije flexplaatsen, verhuisbaar);
- ruimte in gewone woningen = taakstelling per maand × realisatie − (1 − aandeel bovenop) × naar
  flexwoning, en nooit minder dan nul;
- naar gewone woning = min(ruimte, verhuisbaar − naar flexwoning);
- van de nareizigers gaat een aandeel meteen bij het gezinslid wonen, de rest wacht;
- flexplaatsen komen in gelijke delen vrij over de vultijd; in de maand na de laatste maand van de
  looptijd gaat een aandeel van de bewoners naar een woning en wacht de rest weer in de opvang.

Een verblijf van gemiddeld T maanden is een kans van 1/T per maand om te gaan. Dat vraagt één getal,
en dat is ook het enige wat er gepubliceerd is: van wie er nu wacht is niet bekend hoe lang al, en
zonder dat heeft een vertraging in stappen (Erlang) geen beginstand. De prijs: een verandering van
de instroom werkt in het begin te snel door. In een evenwicht is elke stand instroom × verblijf (de
wet van Little), bij elke verdeling van de verblijfstijd.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from locatieplanner.domein.ketenscenario import parameter_id
from locatieplanner.domein.parameters import Parameters

OPVANG = ("procedure", "wachtend", "afgewezen")
"""De standen die samen de bezetting van de opvang zijn."""

STANDEN = (*OPVANG, "woning", "flexwoning", "vertrokken")
"""Alle standen; ``woning`` en ``vertrokken`` tellen op vanaf het begin."""

INSTROMEN = ("instroom", "nareis")
"""Wie er van buiten bij komt."""

AANVOER = (*INSTROMEN, "inwilliging", "plaatsruimte")
"""Kolommen van wat per maand van buiten gegeven is."""


@dataclass(frozen=True)
class Ketenwaarden:
    """De vaste getallen van de keten; maanden zijn ten minste 1, aandelen 0 tot en met 1.

    Parameters
    ----------
    procedure_maanden : float
        Gemiddelde duur van de procedure.
    koppeling_maanden : float
        Kortste gemiddelde tijd van vergunning tot verhuizing.
    afgewezen_maanden : float
        Gemiddelde tijd van afwijzing tot vertrek.
    nareis_direct_aandeel : float
        Deel van de nareizigers dat meteen in een woning gaat.
    flex_vulling_maanden : float
        Tijd waarin een complex vol raakt.
    flex_naar_woning_aandeel : float
        Deel van de bewoners dat een woning heeft als de looptijd eindigt.
    flex_bovenop_aandeel : float
        Deel van de flexplaatsen dat bovenop de gewone woningen komt.
    """

    procedure_maanden: float
    koppeling_maanden: float
    afgewezen_maanden: float
    nareis_direct_aandeel: float
    flex_vulling_maanden: float
    flex_naar_woning_aandeel: float
    flex_bovenop_aandeel: float

    @classmethod
    def van(cls, parameters: Parameters) -> "Ketenwaarden":
        """Geef de waarden uit de parameters."""
        return cls(
            **{veld: parameters.getal(parameter_id(veld)) for veld in cls.__dataclass_fields__}
        )


@dataclass(frozen=True)
class Beginstand:
    """Wie er op de eerste dag in de opvang is, in personen."""

    procedure: float
    wachtend: float
    afgewezen: float

    @classmethod
    def van(cls, parameters: Parameters) -> "Beginstand":
        """Geef de beginstand uit de parameters."""
        return cls(*(parameters.getal(parameter_id(f"beginstand_{stand}")) for stand in OPVANG))


def reken_keten(
    begin: Beginstand, aanvoer: pd.DataFrame, waarden: Ketenwaarden, flex: pd.DataFrame
) -> pd.DataFrame:
    """Reken de keten door, maand voor maand.

    Parameters
    ----------
    begin : Beginstand
        De stand op de eerste dag van de eerste maand, personen.
    aanvoer : DataFrame, shape (n, 4)
        Index ``maand``, aaneensluitend; kolommen `AANVOER`: ``instroom`` en ``nareis`` (personen),
        ``inwilliging`` (aandeel), ``plaatsruimte`` (personen die naar een gewone woning kunnen).
    waarden : Ketenwaarden
        De vaste getallen.
    flex : DataFrame, shape (m, 3)
        Per complex ``plaatsen`` (personen), en ``begin`` en ``eind``: de eerste en laatste maand
        dat het er is, als volgnummer zoals in `locatieplanner.opgave.looptijd`. Wat op de eerste
        dag al open is heeft zijn bewoners al, zie `al_bewoond`.

    Returns
    -------
    DataFrame, shape (n, 18)
        Index ``maand``. De standen `STANDEN` en ``opvang`` aan het eind van de maand; de stromen
        in die maand: `INSTROMEN`, ``ingewilligd``, ``afgewezen_besluit``, ``naar_woning``,
        ``naar_flexwoning``, ``nareis_naar_woning``, ``flex_naar_woning``, ``flex_terug`` en
        ``vertrek``; en ``flex_leeg``: plaatsen in flexwoningen waar deze maand niemand voor is.
        Alles in personen.
    """
    maanden = pd.PeriodIndex(aanvoer.index)
    complexen = _Complexen.maak(flex, maanden[0], waarden.flex_vulling_maanden)
    bewoond = complexen.bewoond_bij_begin()
    stand = {
        "procedure": begin.procedure,
        "wachtend": begin.wachtend,
        "afgewezen": begin.afgewezen,
        "woning": 0.0,
        "vertrokken": 0.0,
    }
    gegevens = zip(*(aanvoer[kolom].to_numpy(dtype=np.float64) for kolom in AANVOER), strict=True)
    rijen = []
    for nummer, gegeven in enumerate(gegevens):
        sluit = complexen.voorbij == nummer
        vrij = (complexen.te_bewonen(nummer) - bewoond).clip(min=0.0)
        stroom = _stromen(
            stand, _Aanvoer(*gegeven), float(vrij.sum()), float(bewoond[sluit].sum()), waarden
        )
        bewoond = np.where(sluit, 0.0, bewoond)
        if stroom["naar_flexwoning"] > 0:
            # Zijn er te weinig wachtenden, dan vult elk complex naar rato van wat het vrij heeft.
            bewoond = bewoond + vrij * (stroom["naar_flexwoning"] / float(vrij.sum()))
        stand = {**_volgende(stand, stroom), "flexwoning": float(bewoond.sum())}
        opvang = sum(stand[naam] for naam in OPVANG)
        leeg = float(vrij.sum()) - stroom["naar_flexwoning"]
        rijen.append({**stand, "opvang": opvang, **stroom, "flex_leeg": leeg})
    return pd.DataFrame(rijen, index=maanden.rename("maand"))


@dataclass(frozen=True)
class _Aanvoer:
    """Wat één maand van buiten gegeven is, in de volgorde van `AANVOER`."""

    instroom: float
    nareis: float
    inwilliging: float
    plaatsruimte: float


def _stromen(
    stand: dict[str, float],
    aanvoer: _Aanvoer,
    vrije_flexplaatsen: float,
    uit_flexwoning: float,
    waarden: Ketenwaarden,
) -> dict[str, float]:
    """De stromen van één maand, uit de standen van haar begin; zie de formule bovenaan."""
    beslist = stand["procedure"] / waarden.procedure_maanden
    ingewilligd = aanvoer.inwilliging * beslist
    verhuisbaar = stand["wachtend"] / waarden.koppeling_maanden
    naar_flexwoning = min(vrije_flexplaatsen, verhuisbaar)
    ten_koste = (1 - waarden.flex_bovenop_aandeel) * naar_flexwoning
    ruimte = max(aanvoer.plaatsruimte - ten_koste, 0.0)
    flex_naar_woning = waarden.flex_naar_woning_aandeel * uit_flexwoning
    return {
        "instroom": aanvoer.instroom,
        "nareis": aanvoer.nareis,
        "ingewilligd": ingewilligd,
        "afgewezen_besluit": beslist - ingewilligd,
        "naar_woning": min(ruimte, verhuisbaar - naar_flexwoning),
        "naar_flexwoning": naar_flexwoning,
        "nareis_naar_woning": waarden.nareis_direct_aandeel * aanvoer.nareis,
        "flex_naar_woning": flex_naar_woning,
        "flex_terug": uit_flexwoning - flex_naar_woning,
        "vertrek": stand["afgewezen"] / waarden.afgewezen_maanden,
    }


def _volgende(stand: dict[str, float], stroom: dict[str, float]) -> dict[str, float]:
    """De standen aan het eind van de maand: wat ergens uit gaat, komt ergens anders bij.

    Wie er in flexwoningen woont wordt per complex bijgehouden en staat hier niet bij.
    """

    def na(naam: str, erbij: tuple[str, ...], eraf: tuple[str, ...] = ()) -> float:
        # Wat leeg loopt wordt nul en niet door afronding een fractie eronder.
        return max(
            stand[naam] + sum(stroom[deel] for deel in erbij) - sum(stroom[deel] for deel in eraf),
            0.0,
        )

    return {
        "procedure": na("procedure", ("instroom",), ("ingewilligd", "afgewezen_besluit")),
        "wachtend": na(
            "wachtend",
            ("ingewilligd", "nareis", "flex_terug"),
            ("nareis_naar_woning", "naar_flexwoning", "naar_woning"),
        ),
        "afgewezen": na("afgewezen", ("afgewezen_besluit",), ("vertrek",)),
        "woning": na("woning", ("naar_woning", "nareis_naar_woning", "flex_naar_woning")),
        "vertrokken": na("vertrokken", ("vertrek",)),
    }


def al_bewoond(flex: pd.DataFrame, start: pd.Period, vulling_maanden: float) -> pd.Series:
    """Geef per complex wie er op de eerste dag al woont, in personen.

    Wat voor `start` openging, is sindsdien in gelijke delen gevuld.
    """
    return pd.Series(
        _Complexen.maak(flex, start, vulling_maanden).bewoond_bij_begin(), index=flex.index
    )


@dataclass(frozen=True)
class _Complexen:
    """Complexen als reeksen, shape (m,), met maanden geteld vanaf de eerste (die is 0).

    ``begin`` is de eerste maand dat het complex er is, ``voorbij`` de eerste dat het er niet is.
    """

    plaatsen: NDArray[np.float64]
    begin: NDArray[np.int64]
    voorbij: NDArray[np.int64]
    vulling_maanden: float

    @classmethod
    def maak(cls, flex: pd.DataFrame, start: pd.Period, vulling_maanden: float) -> "_Complexen":
        return cls(
            flex["plaatsen"].to_numpy(dtype=np.float64),
            flex["begin"].to_numpy(dtype=np.int64) - start.ordinal,
            flex["eind"].to_numpy(dtype=np.int64) + 1 - start.ordinal,
            vulling_maanden,
        )

    def te_bewonen(self, nummer: int) -> NDArray[np.float64]:
        """Hoeveel personen er aan het eind van een maand kunnen wonen; buiten de looptijd geen."""
        open_ = (self.begin <= nummer) & (nummer < self.voorbij)
        return np.where(open_, self.plaatsen * self._gevuld(nummer + 1), 0.0)

    def bewoond_bij_begin(self) -> NDArray[np.float64]:
        """Wie er op de eerste dag woont; een complex dat net voorbij is, is dan nog bewoond."""
        return np.where(self.voorbij >= 0, self.plaatsen * self._gevuld(0), 0.0)

    def _gevuld(self, nummer: int) -> NDArray[np.float64]:
        """Het deel dat aan het begin van een maand gevuld kan zijn."""
        return np.clip((nummer - self.begin) / self.vulling_maanden, 0.0, 1.0)
