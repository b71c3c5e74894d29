"""De tabellen die zeggen wat er is: locatietypen, aandachtsgroepen en doelsets."""

from pathlib import Path

import pandas as pd

from locatieplanner.bronnen.lagen import lees_tabel
from locatieplanner.bronnen.lagenmap import lagenmap
from locatieplanner.bronnen.tomltabel import Tomltabel, lees_toml
from locatieplanner.domein.aandachtsgroep import Aandachtsgroep, Rol
from locatieplanner.domein.doel import Bandbreedte, Doel, Doelset
from locatieplanner.domein.gebied import NEDERLAND, PROVINCIES
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.locatietype import Locatietype, Mixdeel
from locatieplanner.fouten import LaagFout

DOELEN = "capaciteitsdoelen.csv"
DOELKOLOMMEN = (
    *("doelset", "provincie", "onderdeel", "minimum", "maximum"),
    *("peildatum", "status", "bron", "brondatum", "toelichting"),
)


def lees_locatietypen(map: Path | None = None) -> dict[str, Locatietype]:
    """Lees de locatietypen, per code en in de volgorde van het bestand."""
    tabellen = _tabellen("locatietypen.toml", map)
    return {code: _locatietype(code, tabel) for code, tabel in tabellen.items()}


def lees_aandachtsgroepen(map: Path | None = None) -> dict[str, Aandachtsgroep]:
    """Lees de aandachtsgroepen, per code en in de volgorde van het bestand."""
    tabellen = _tabellen("aandachtsgroepen.toml", map)
    return {code: _aandachtsgroep(code, tabel) for code, tabel in tabellen.items()}


def lees_doelsets(map: Path | None = None) -> dict[str, Doelset]:
    """Lees de doelsets met hun doelen, per id en in de volgorde van de tijd.

    Raises
    ------
    LaagFout
        Als ``doelsets.toml`` en ``capaciteitsdoelen.csv`` niet bij elkaar passen.
    """
    tabellen = _tabellen("doelsets.toml", map)
    rijen = lees_tabel(DOELEN, DOELKOLOMMEN, map)
    verschil = sorted(set(rijen["doelset"]) ^ set(tabellen))
    if verschil:
        raise LaagFout(
            f"doelsets.toml en {DOELEN} hebben niet dezelfde doelsets; het verschil is "
            f"{', '.join(verschil)}. Vul de ontbrekende aan of haal de overbodige weg."
        )
    doelen = [_doel(rij, nummer) for nummer, rij in enumerate(_rijen(rijen), start=2)]
    return {
        id_: Doelset(
            id=id_,
            naam=tabel.tekst("naam"),
            uitleg=tabel.tekst("uitleg"),
            bestaand_telt_mee=tabel.vlag("bestaand_telt_mee"),
            reden_bestaand=tabel.tekst("reden_bestaand"),
            doelen=tuple(
                doel
                for doel, doelset in zip(doelen, rijen["doelset"], strict=True)
                if doelset == id_
            ),
            kort=tabel.tekst("kort"),
        )
        for id_, tabel in tabellen.items()
    }


def standaard_doelset(map: Path | None = None) -> str:
    """Geef het id van de doelset die gekozen is zolang de gebruiker niets kiest."""
    inhoud = lees_toml((map or lagenmap()) / "doelsets.toml")
    id_ = inhoud.tekst("standaard")
    if id_ not in inhoud.tabellen():
        raise inhoud.fout("standaard", f"is '{id_}', maar die doelset staat er niet in")
    return id_


def _tabellen(naam: str, map: Path | None) -> dict[str, Tomltabel]:
    return lees_toml((map or lagenmap()) / naam).tabellen()


def _locatietype(code: str, tabel: Tomltabel) -> Locatietype:
    mixdelen = tabel.teksten("mixdelen")
    if not set(mixdelen) <= set(Mixdeel):
        raise tabel.fout("mixdelen", f"kent alleen {', '.join(Mixdeel)}")
    return Locatietype(
        code=code,
        naam=tabel.tekst("naam"),
        kern=tabel.tekst("kern"),
        telt_als_opvang=tabel.vlag("telt_als_opvang"),
        beschermd=tabel.vlag("beschermd"),
        capaciteit_min=tabel.geheel_of_niets("capaciteit_min"),
        capaciteit_max=tabel.geheel_of_niets("capaciteit_max"),
        onderdeel=tabel.tekst("onderdeel"),
        mixdelen=tuple(Mixdeel(deel) for deel in mixdelen),
        herkomst=tabel.herkomst(),
        huisvesting=tabel.vlag("huisvesting", False),
        blijvend=tabel.vlag("blijvend", False),
        telt_voor_taakstelling=tabel.vlag("telt_voor_taakstelling", False),
    )


def _aandachtsgroep(code: str, tabel: Tomltabel) -> Aandachtsgroep:
    bezetting = tabel.getal("bezetting")
    if bezetting <= 0:
        raise tabel.fout("bezetting", "moet boven nul zijn")
    return Aandachtsgroep(
        code=code,
        naam=tabel.tekst("naam"),
        rol=tabel.keuze("rol", Rol),
        bezetting=bezetting,
        beschermd=tabel.vlag("beschermd"),
        herkomst=tabel.herkomst(),
    )


def _rijen(tabel: pd.DataFrame) -> list[dict[str, str]]:
    return [
        {str(kolom): str(waarde) for kolom, waarde in rij.items()}
        for rij in tabel.to_dict("records")
    ]


def _doel(rij: dict[str, str], regel: int) -> Doel:
    """Maak een doel van een rij; lege grenzen zijn onbekend."""
    plek = f"{DOELEN}, regel {regel}"
    if rij["provincie"] not in (*PROVINCIES, NEDERLAND):
        raise LaagFout(f"{plek}: '{rij['provincie']}' is geen provincie. Verbeter de naam.")
    if rij["status"] not in set(Status):
        raise LaagFout(f"{plek}: '{rij['status']}' is geen status; kies uit {', '.join(Status)}.")
    minimum, maximum = (_plaatsen(rij[grens], plek) for grens in ("minimum", "maximum"))
    if minimum is not None and maximum is not None and minimum > maximum:
        raise LaagFout(f"{plek}: het minimum is groter dan het maximum. Draai ze om.")
    return Doel(
        provincie=rij["provincie"],
        onderdeel=rij["onderdeel"],
        plaatsen=Bandbreedte(minimum, maximum),
        peildatum=rij["peildatum"],
        herkomst=Herkomst(
            bron=rij["bron"],
            peildatum=rij["brondatum"],
            status=Status(rij["status"]),
            toelichting=rij["toelichting"],
        ),
    )


def _plaatsen(tekst: str, plek: str) -> float | None:
    if not tekst:
        return None
    try:
        return float(tekst)
    except ValueError:
        raise LaagFout(
            f"{plek}: '{tekst}' is geen aantal plaatsen. Schrijf een getal zonder punten, of niets "
            "als het onbekend is."
        ) from None
