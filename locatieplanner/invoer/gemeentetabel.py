"""Een tabel met een aantal per gemeente lezen: vaste plaatsen, of wie er gehuisvest is.

Een gemeente staat er met haar code (``GM0344``) of haar naam. Een leeg aantal is niet ingevuld: die
rij telt niet. Alle problemen komen tegelijk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.notatie import opsomming
from locatieplanner.fouten import BestandFout, InvoerFout
from locatieplanner.invoer.bestand import Bestandssoort, bepaal_soort, lees_inhoud
from locatieplanner.invoer.bestandsgrenzen import MB, Bestandsgrenzen
from locatieplanner.invoer.capaciteit import lees_aantal
from locatieplanner.invoer.csvbestand import lees_csv
from locatieplanner.invoer.gemeentenaam import lees_gemeenten
from locatieplanner.invoer.getallen import Maat
from locatieplanner.invoer.kolommen import sleutel
from locatieplanner.invoer.persoonsgegevens import is_persoonsgegeven, vind_persoonsgegevens
from locatieplanner.invoer.probleem import (
    Ernst,
    Probleem,
    bestandsfout,
    bestandsmelding,
    kort,
    per_rij,
)
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.tabelsoort import Tabelsoort
from locatieplanner.invoer.teksten import als_tekst, is_leeg

CODE, NAAM, HALFJAAR, AANTAL = "gemeentecode", "gemeente", "halfjaar", "aantal"

GRENZEN = Bestandsgrenzen(bytes=5 * MB, rijen=20_000, kolommen=100, cellen=200_000)
"""Hoe groot een tabel mag zijn: ruim voor alle gemeenten en twintig jaar."""

_VARIANTEN: Mapping[str, frozenset[str]] = {
    CODE: frozenset({"gemeentecode", "gmcode", "cbscode", "code"}),
    NAAM: frozenset({"gemeente", "gemeentenaam", "naam"}),
    HALFJAAR: frozenset({"halfjaar", "periode", "tijdvak"}),
}


@dataclass(frozen=True)
class Gemeentesoort:
    """Wat voor aantal er per gemeente in de tabel staat.

    Parameters
    ----------
    kolom : str
        Hoe de kolom met het aantal heet.
    ook : frozenset of str
        Andere namen ervoor, zie `kolommen.sleutel`.
    per_halfjaar : bool
        Of elke rij over een halfjaar gaat.
    """

    kolom: str
    ook: frozenset[str]
    per_halfjaar: bool

    @property
    def kolommen(self) -> tuple[str, ...]:
        """De kolommen van een sjabloon, in volgorde."""
        return (CODE, NAAM, *([HALFJAAR] if self.per_halfjaar else []), self.kolom)

    @property
    def namen(self) -> dict[str, frozenset[str]]:
        """Per kolom hier de namen die een bestand ervoor mag gebruiken."""
        return {
            kolom: namen
            for kolom, namen in (*_VARIANTEN.items(), (AANTAL, self.ook | {self.kolom}))
            if kolom != HALFJAAR or self.per_halfjaar
        }


VASTE_PLAATSEN = Gemeentesoort("plaatsen", frozenset({"plekken", "aantal", "vast"}), False)
"""Plaatsen die bij een verdeling met de hand vaststaan."""

GEREALISEERD = Gemeentesoort("gerealiseerd", frozenset({"gehuisvest", "aantal", "personen"}), True)
"""Vergunninghouders die een gemeente in een halfjaar huisvestte."""


@dataclass(frozen=True, eq=False)
class Gemeenteinvoer:
    """Wat er uit een tabel kwam.

    Parameters
    ----------
    rijen : DataFrame
        ``gemeentecode`` en ``aantal`` (int64), en per halfjaar ook ``halfjaar``; leeg als er
        fouten zijn.
    problemen : tuple of Probleem
        Alle fouten en meldingen: eerst die van het hele bestand, dan per rij.
    """

    rijen: pd.DataFrame
    problemen: tuple[Probleem, ...]

    @property
    def fouten(self) -> tuple[Probleem, ...]:
        """De problemen die maken dat er niets overgenomen wordt."""
        return tuple(p for p in self.problemen if p.ernst is Ernst.FOUT)

    @property
    def per_gemeente(self) -> dict[str, int]:
        """Per gemeentecode het aantal, bij een tabel zonder halfjaren."""
        return {
            str(code): int(aantal)
            for code, aantal in zip(self.rijen[CODE], self.rijen[AANTAL], strict=True)
        }


def lees_gemeentetabel(
    bestand: Path | bytes,
    naam: str,
    gemeenten: pd.DataFrame,
    soort: Gemeentesoort,
    grenzen: Bestandsgrenzen = GRENZEN,
) -> Gemeenteinvoer:
    """Lees een CSV met een aantal per gemeente.

    Parameters
    ----------
    bestand : Path or bytes
        Plaats op deze computer, of de inhoud zelf.
    naam : str
        Naam van het bestand.
    gemeenten : DataFrame
        Index ``gemeentecode``; kolom ``gemeente``.
    soort : Gemeentesoort
        Wat er in de tabel staat.
    grenzen : Bestandsgrenzen, optional
        Hoe groot het bestand mag zijn.

    Raises
    ------
    BestandFout
        Als het bestand als geheel niet te lezen is.
    """
    inhoud = lees_inhoud(bestand, naam, grenzen, "gemeenten")
    if bepaal_soort(inhoud, naam) is not Bestandssoort.CSV:
        raise BestandFout(
            f"{naam}: sla de tabel op als CSV, met de kolommen {opsomming(soort.kolommen)}."
        )
    bekend = frozenset().union(*soort.namen.values())
    tabel = lees_csv(inhoud, grenzen, Tabelsoort("gemeenten", lambda kop: sleutel(kop) in bekend))
    return _controleer(tabel, gemeenten, soort)


def gemeentesjabloon(
    gemeenten: pd.DataFrame, soort: Gemeentesoort, halfjaren: Sequence[Halfjaar] = ()
) -> bytes:
    """Geef een CSV om in te vullen, met elke gemeente en een leeg aantal.

    Parameters
    ----------
    gemeenten : DataFrame
        Index ``gemeentecode``; kolom ``gemeente``.
    soort : Gemeentesoort
        Wat er in te vullen is.
    halfjaren : sequence of Halfjaar, optional
        Bij een tabel per halfjaar: welke.
    """
    rijen = [
        ";".join([str(code), str(naam), *wanneer, ""])
        for wanneer in ([[str(h)] for h in halfjaren] if soort.per_halfjaar else [[]])
        for code, naam in gemeenten["gemeente"].items()
    ]
    return "\r\n".join([";".join(soort.kolommen), *rijen, ""]).encode("utf-8-sig")


def _controleer(tabel: Tabel, gemeenten: pd.DataFrame, soort: Gemeentesoort) -> Gemeenteinvoer:
    gegevens = tabel.gegevens
    plekken = {
        kolom: [plek for plek, kop in enumerate(gegevens.columns) if sleutel(str(kop)) in namen]
        for kolom, namen in soort.namen.items()
    }
    problemen = [*_kop(plekken, gegevens, tabel.overige, soort), *tabel.problemen]
    leeg = pd.DataFrame({kolom: [] for kolom in (CODE, HALFJAAR, AANTAL)})
    if any(p.rij is None and p.ernst is Ernst.FOUT for p in problemen):
        return Gemeenteinvoer(leeg, tuple(problemen))
    kolommen = {
        kolom: gegevens.iloc[:, gevonden[0]] for kolom, gevonden in plekken.items() if gevonden
    }
    niets = pd.Series("", index=gegevens.index, dtype="str")
    codes, over_gemeenten = lees_gemeenten(
        kolommen.get(CODE, niets.rename(CODE)), kolommen.get(NAAM, niets.rename(NAAM)), gemeenten
    )
    aantal, over_aantallen = lees_aantal(
        kolommen[AANTAL],
        str(kolommen[AANTAL].name),
        tabel.schrijfwijze,
        0,
        waar="in één gemeente",
        maat=Maat.PLAATSEN,
    )
    rijen = pd.DataFrame({CODE: codes, AANTAL: aantal})
    problemen += [*over_gemeenten, *over_aantallen]
    if soort.per_halfjaar:
        rijen[HALFJAAR], over_halfjaren = _halfjaren(kolommen[HALFJAAR])
        problemen += over_halfjaren
    problemen += _dubbel(rijen, soort)
    if any(p.ernst is Ernst.FOUT for p in problemen):
        return Gemeenteinvoer(leeg, tuple(sorted(problemen, key=lambda p: p.rij or 0)))
    gevuld = rijen[rijen[AANTAL].notna()].astype({AANTAL: "int64"})
    return Gemeenteinvoer(gevuld.reset_index(drop=True), tuple(problemen))


def _kop(
    plekken: Mapping[str, Sequence[int]],
    gegevens: pd.DataFrame,
    overige: Sequence[str],
    soort: Gemeentesoort,
) -> list[Probleem]:
    """De problemen met kolommen: ontbrekend, dubbel, of persoonsgegevens."""
    heten = {AANTAL: soort.kolom}
    problemen = [
        bestandsfout(
            f"de kolom {heten.get(kolom, kolom)} ontbreekt",
            f"voeg een kolom {heten.get(kolom, kolom)} toe, of begin met het sjabloon",
        )
        for kolom, gevonden in plekken.items()
        if not gevonden and kolom not in (CODE, NAAM)
    ]
    if not plekken[CODE] and not plekken[NAAM]:
        problemen.append(
            bestandsfout(
                "een kolom gemeentecode of gemeente ontbreekt",
                "voeg er een toe, of begin met het sjabloon",
            )
        )
    problemen += [
        bestandsfout(
            f"de kolommen {opsomming([repr(str(gegevens.columns[plek])) for plek in gevonden])} "
            f"betekenen allebei {heten.get(kolom, kolom)}",
            "laat er één staan",
        )
        for kolom, gevonden in plekken.items()
        if len(gevonden) > 1
    ]
    if not problemen and gegevens.empty:
        problemen.append(
            bestandsfout("er staat geen enkele rij in", "vul ten minste één gemeente in")
        )
    over = [kolom for kolom in overige if not is_persoonsgegeven(kolom)]
    if over:
        namen = opsomming([f"'{kort(kolom)}'" for kolom in over])
        problemen.append(bestandsmelding(f"niet gebruikt: {namen}"))
    return [*vind_persoonsgegevens([*overige, *map(str, gegevens.columns)]), *problemen]


def _halfjaren(waarden: pd.Series) -> tuple[pd.Series, list[Probleem]]:
    """De halfjaren zoals ``2026-II``; leeg waar er geen te lezen is."""
    tekst = als_tekst(waarden)

    def lees(cel: str) -> str:
        try:
            return str(Halfjaar.lees(cel))
        except InvoerFout:
            return ""

    halfjaren = tekst.map({cel: lees(cel) for cel in tekst.unique()}).astype("str")
    schrijf = "schrijf 2026-I of 2026-II"
    leeg = is_leeg(tekst)
    kolom = str(waarden.name)
    return halfjaren, [
        *per_rij(leeg, kolom, None, "het halfjaar ontbreekt", schrijf),
        *per_rij((halfjaren == "") & ~leeg, kolom, waarden, "dit is geen halfjaar", schrijf),
    ]


def _dubbel(rijen: pd.DataFrame, soort: Gemeentesoort) -> list[Probleem]:
    sleutels = [CODE, HALFJAAR] if soort.per_halfjaar else [CODE]
    heel = (rijen[sleutels] != "").all(axis=1)
    dubbel = heel & rijen[sleutels].where(heel).duplicated(keep="first")
    wat = "deze gemeente staat er al" + (" voor dit halfjaar" if soort.per_halfjaar else "")
    return per_rij(dubbel, None, None, wat, "laat één rij staan")
