"""De taakstelling als tabellen: per gemeente, landelijk door de tijd, en wat het plan toevoegt."""

from collections.abc import Mapping

import pandas as pd

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.opgave.taakoverzicht import Taakoverzicht, landelijke_reeks
from locatieplanner.opgave.taakplan import Taakplan
from locatieplanner.opgave.taakstelling import inwonerszin
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

_PER_GEMEENTE = (
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("gemeentecode", "code"),
    Tabelkolom("provincie", "provincie"),
    Tabelkolom("inwoners", "inwoners", Kolomsoort.GEHEEL),
    Tabelkolom("taakstelling", "taakstelling", Kolomsoort.GEHEEL, "personen"),
)
_GEDAAN = (
    Tabelkolom("stand_vooraf", "stand vooraf", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("opdracht", "te doen met achterstand", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("gerealiseerd", "gerealiseerd", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("stand", "stand erna", Kolomsoort.GEHEEL, "personen"),
)
_PLAN = (
    Tabelkolom("plan_personen", "plan, statushouders", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("plan_woningen", "plan, woningen daarvoor (geschat)", Kolomsoort.GEHEEL),
)
_LANDELIJK = (
    Tabelkolom("halfjaar", "halfjaar"),
    Tabelkolom("vergunninghouders", "landelijk", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("deel", "taakstelling hier", Kolomsoort.GEHEEL, "personen"),
    Tabelkolom("status", "status landelijk"),
    Tabelkolom("bron", "bron"),
    Tabelkolom("toelichting", "toelichting"),
)
_VERLOOP = (
    Tabelkolom("gemeente", "gemeente"),
    Tabelkolom("gemeentecode", "code"),
    Tabelkolom("halfjaar", "halfjaar"),
    *(
        Tabelkolom(naam, naam, Kolomsoort.GEHEEL, "personen")
        for naam in ("taakstelling", "gerealiseerd", "verschil", "stand")
    ),
)
_TELT_NIET = (
    Tabelkolom("naam", "naam"),
    Tabelkolom("personen", "statushouders", Kolomsoort.GETAL, "personen"),
    Tabelkolom("reden", "waarom het niet meetelt"),
    Tabelkolom("herstel", "wat u kunt doen"),
)

STAND = "Een stand boven nul is een voorsprong, onder nul een achterstand"


def taaktabel(
    overzicht: Taakoverzicht,
    codes: pd.Index,
    gebied: str,
    inwoners: Herkomst,
    *,
    met_stand: bool,
    met_plan: bool,
) -> Tabel:
    """Geef de taakstelling per gemeente, de grootste bovenaan.

    Parameters
    ----------
    overzicht : Taakoverzicht
        De taakstelling van een halfjaar.
    codes : Index
        De gemeenten die erin komen.
    gebied : str
        Naam van het gebied in een zin.
    inwoners : Herkomst
        Van de inwoners.
    met_stand, met_plan : bool
        Of er iets ingevuld is over wat gerealiseerd is, en of er een plan geladen is.
    """
    hier = overzicht.gemeenten.loc[codes].sort_values(
        ["inwoners", "gemeente"], ascending=[False, True]
    )
    herkomst = [
        overzicht.overschot.zin,
        inwonerszin(overzicht.halfjaar, inwoners),
        *([f"{STAND}."] if met_stand else []),
        "Formule: landelijk aantal × inwoners gemeente / inwoners Nederland, naar boven afgerond "
        "(afgeleid).",
    ]
    kolommen = (*_PER_GEMEENTE, *(_GEDAAN if met_stand else ()), *(_PLAN if met_plan else ()))
    return Tabel(
        f"Taakstelling {overzicht.halfjaar}, {gebied}",
        hier.rename_axis("gemeentecode").reset_index(),
        kolommen,
        " ".join(herkomst),
    )


def landelijktabel(
    omgeving: Omgeving, landelijk: Mapping[Halfjaar, Landelijk], codes: pd.Index, gebied: str
) -> Tabel:
    """Geef de landelijke aantallen door de tijd, en wat een gebied daarvan had.

    Parameters
    ----------
    omgeving : Omgeving
        Met alle gemeenten van Nederland.
    landelijk : Mapping of Halfjaar to Landelijk
        Landelijke aantallen.
    codes : Index
        De gemeenten van het gebied.
    gebied : str
        Naam van het gebied in een zin.
    """
    ook = "" if len(codes) == len(omgeving.gemeenten) else f", en {gebied}"
    return Tabel(
        f"Landelijke taakstelling per halfjaar{ook}",
        landelijke_reeks(omgeving, landelijk, codes),
        _LANDELIJK,
        "Landelijk: bron en status per halfjaar; wat ontbreekt is onbekend, niet nul. De "
        "taakstelling hier is over alle jaren met dezelfde inwoners gerekend (afgeleid).",
    )


def verlooptabel(overzicht: Taakoverzicht, codes: pd.Index, gebied: str) -> Tabel:
    """Geef per gemeente en halfjaar wat er gerealiseerd is en de stand daarna.

    Alleen gemeenten waarvan ten minste één halfjaar is ingevuld.

    Parameters
    ----------
    overzicht : Taakoverzicht
        Met het verloop.
    codes : Index
        De gemeenten die erin komen.
    gebied : str
        Naam van het gebied in een zin.
    """
    verloop = overzicht.verloop
    ingevuld = pd.Index(verloop["gemeentecode"][verloop["gerealiseerd"].notna()])
    hier = verloop[verloop["gemeentecode"].isin(codes.intersection(ingevuld))]
    namen = overzicht.gemeenten["gemeente"]
    return Tabel(
        f"Gerealiseerd en stand per halfjaar, {gebied}",
        hier.assign(gemeente=hier["gemeentecode"].map(namen)),
        _VERLOOP,
        f"Gerealiseerd: ingevuld door de gebruiker. {STAND}, geteld vanaf het eerste halfjaar dat "
        "een gemeente invulde; na een onbekend halfjaar is de stand onbekend.",
    )


def telt_niet_tabel(plan: Taakplan) -> Tabel:
    """Geef de locaties met woningen die nog niet voor de taakstelling tellen, en waarom niet."""
    return Tabel(
        "Locaties die nog niet meetellen",
        plan.telt_niet,
        _TELT_NIET,
        "plan van de gebruiker · statushouders zijn capaciteit × aandeel statushouders",
    )
