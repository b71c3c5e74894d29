"""Wat er bij ``locatieplanner rapport`` gevraagd is: welke rapporten, en waarvan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from locatieplanner.cli.gemeente import lees_gemeente
from locatieplanner.cli.provincie import lees_provincie
from locatieplanner.cli.suggestie import bedoelt
from locatieplanner.fouten import InvoerFout, UitvoerFout

if TYPE_CHECKING:
    import geopandas as gpd
    import pandas as pd

    from locatieplanner.beoordeling.beoordeling import Beoordeling
    from locatieplanner.rapport.document.basis import Rapportbasis

ACHTERVOEGSELS = ("pdf", "docx", "zip", "xlsx", "gpkg")


class Rapportsoort(StrEnum):
    """Wat voor rapport er gemaakt wordt."""

    FICHE = "fiche"
    GEMEENTE = "gemeente"
    PROVINCIE = "provincie"
    PAKKET = "pakket"


@dataclass(frozen=True)
class Rapportkeuze:
    """Wat er gevraagd is.

    Parameters
    ----------
    pad : Path
        Waar het komt.
    achtervoegsel : str
        Een van `ACHTERVOEGSELS`.
    soort : Rapportsoort or None
        Wat voor rapport; None bij een werkmap of GeoPackage zonder soort.
    id, gemeente, provincie : str or None
        Waarover; de gemeente zoals zij getypt is.
    """

    pad: Path
    achtervoegsel: str
    soort: Rapportsoort | None
    id: str | None
    gemeente: str | None
    provincie: str | None


@dataclass(frozen=True)
class Onderwerp:
    """Waar één rapport over gaat: de sleutel, en de naam van het bestand."""

    sleutel: str
    naam: str


def lees_keuze(
    pad: Path,
    soort: str | None,
    *,
    id: str | None,
    gemeente: str | None,
    provincie: str | None,
) -> Rapportkeuze:
    """Controleer of er gevraagd is wat kan, voordat er iets gerekend wordt.

    Parameters
    ----------
    pad : Path
        Waar het rapport komt.
    soort : str or None
        Een van `Rapportsoort`; zonder is een zip een pakket om na te rekenen.
    id, gemeente, provincie : str or None
        Waarover.

    Raises
    ------
    UitvoerFout
        Als het achtervoegsel hier niet bestaat of de map ontbreekt.
    InvoerFout
        Als de provincie niet bestaat, of soort en onderwerp niet bij elkaar of bij het bestand
        passen.
    """
    achtervoegsel = pad.suffix.lower().removeprefix(".")
    if achtervoegsel not in ACHTERVOEGSELS:
        raise UitvoerFout(
            f"Een rapport kan niet naar '{pad.name}'. Kies uit: "
            f"{', '.join(f'.{deel}' for deel in ACHTERVOEGSELS)}."
        )
    if not pad.parent.is_dir():
        raise UitvoerFout(f"De map {pad.parent} bestaat niet. Maak haar eerst aan.")
    keuze = Rapportkeuze(
        pad,
        achtervoegsel,
        _soort(soort, achtervoegsel),
        id,
        gemeente,
        None if provincie is None else lees_provincie(provincie),
    )
    _eis_onderwerp(keuze)
    return keuze


def onderwerpen(basis: Rapportbasis, keuze: Rapportkeuze) -> list[Onderwerp]:
    """Geef waar de rapporten over gaan, in volgorde.

    Parameters
    ----------
    basis : Rapportbasis
        De beoordeling.
    keuze : Rapportkeuze
        Wat er gevraagd is.

    Raises
    ------
    InvoerFout
        Als er geen kandidaat is waar een fiche van te maken is.
    GebiedFout
        Als de gemeente niet bestaat.
    """
    omgeving = basis.beoordeling.omgeving
    if keuze.soort is Rapportsoort.PROVINCIE:
        namen = [keuze.provincie] if keuze.provincie else list(omgeving.doelen.index)
        return [Onderwerp(str(naam), str(naam)) for naam in namen]
    if keuze.soort is Rapportsoort.GEMEENTE:
        gemeenten = omgeving.gemeenten
        hier = _in_gebied(gemeenten.rename_axis("gemeentecode").reset_index(), gemeenten, keuze)
        namen = gemeenten["gemeente"].to_numpy()[hier.to_numpy(dtype=bool)]
        codes = gemeenten.index[hier.to_numpy(dtype=bool)]
        return [Onderwerp(str(c), f"{c} {naam}") for c, naam in zip(codes, namen, strict=True)]
    tabel = basis.kandidaten.tabel
    deel = basis.gegevens.deel_beschermd
    rijen = gekozen_rijen(tabel, basis.beoordeling, keuze, deel_beschermd=deel).to_numpy(dtype=bool)
    ids = basis.beoordeling.kandidaten.index[basis.kandidaten.rijen]
    # De naam van het bestand komt uit wat gedeeld wordt, niet uit het plan.
    gevonden = [
        Onderwerp(str(id_), f"{gedeeld} {naam}")
        for id_, gedeeld, naam in zip(ids[rijen], tabel["id"][rijen], tabel["naam"][rijen],
                                      strict=True)
    ]  # fmt: skip
    if not gevonden:
        raise InvoerFout("Daar is geen kandidaat, dus ook geen fiche van te maken.")
    return gevonden


def gekozen_rijen(
    tabel: gpd.GeoDataFrame,
    beoordeling: Beoordeling,
    keuze: Rapportkeuze,
    *,
    deel_beschermd: bool,
) -> pd.Series:
    """Geef welke rijen van de gedeelde tabel bij de keuze horen.

    Parameters
    ----------
    tabel : GeoDataFrame
        Uitkomst van `locatieplanner.rapport.deelbaar.deelbare_tabel`.
    beoordeling : Beoordeling
        Waar de tabel van is.
    keuze : Rapportkeuze
        Wat er gevraagd is.
    deel_beschermd : bool
        Waarmee de tabel gemaakt is.

    Raises
    ------
    InvoerFout
        Als de kandidaat niet bestaat.
    GebiedFout
        Als de gemeente niet bestaat.
    """
    from locatieplanner.rapport.deelbaar import gedeelde_volgorde

    hier = _in_gebied(tabel, beoordeling.omgeving.gemeenten, keuze)
    if keuze.id is None:
        return hier
    rij = beoordeling.rij(keuze.id)
    volgorde = gedeelde_volgorde(beoordeling, deel_beschermd=deel_beschermd)
    zelf: pd.Series = hier & (volgorde == rij)
    return zelf


def _in_gebied(tabel: pd.DataFrame, gemeenten: pd.DataFrame, keuze: Rapportkeuze) -> pd.Series:
    import pandas as pd

    hier = pd.Series(True, index=tabel.index, dtype=bool)
    if keuze.gemeente is not None:
        hier &= tabel["gemeentecode"].eq(lees_gemeente(keuze.gemeente, gemeenten)).fillna(False)
    if keuze.provincie is not None:
        hier &= tabel["provincie"].eq(keuze.provincie).fillna(False)
    return hier


def _soort(soort: str | None, achtervoegsel: str) -> Rapportsoort | None:
    if soort is None:
        if achtervoegsel in ("pdf", "docx"):
            raise InvoerFout(
                "Zeg met --soort wat voor rapport het wordt: fiche, gemeente of provincie."
            )
        return Rapportsoort.PAKKET if achtervoegsel == "zip" else None
    bekend = [str(deel) for deel in Rapportsoort]
    if soort not in bekend:
        raise InvoerFout(
            f"'{soort}' is geen soort rapport.{bedoelt(bekend, soort)} Kies uit: "
            f"{', '.join(bekend)}."
        )
    gekozen = Rapportsoort(soort)
    if gekozen is Rapportsoort.PAKKET and achtervoegsel != "zip":
        raise InvoerFout("Een pakket om na te rekenen is een .zip; geef het bestand die naam.")
    return gekozen


def _eis_onderwerp(keuze: Rapportkeuze) -> None:
    """Een los rapport gaat over één ding; een reeks of bestand mag een deel zijn."""
    if keuze.soort is Rapportsoort.PAKKET and (keuze.id or keuze.gemeente or keuze.provincie):
        raise InvoerFout(
            "Een pakket om na te rekenen gaat over alle kandidaten: laat --id, --gemeente en "
            "--provincie weg."
        )
    if keuze.achtervoegsel not in ("pdf", "docx"):
        return
    nodig = {
        Rapportsoort.FICHE: ("--id", keuze.id),
        Rapportsoort.GEMEENTE: ("--gemeente", keuze.gemeente),
        Rapportsoort.PROVINCIE: ("--provincie", keuze.provincie),
    }
    optie, waarde = nodig[keuze.soort or Rapportsoort.FICHE]
    if waarde is None:
        raise InvoerFout(
            f"Zeg met {optie} waar het rapport over gaat, of schrijf naar een .zip om van alle een "
            "rapport te maken."
        )
