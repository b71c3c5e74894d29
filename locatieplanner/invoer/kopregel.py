"""De kop van een tabel: welke kolommen er zijn, missen, dubbel zijn of vervallen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.kandidaat import AANDEEL
from locatieplanner.domein.notatie import opsomming
from locatieplanner.invoer.kolommen import (
    ADRES,
    ADRESKOLOMMEN,
    BREEDTE,
    HUISNUMMER,
    LENGTE,
    POSTCODE,
    VARIANTEN,
    WKT,
    Herkenning,
    X,
    Y,
    herken,
    sleutel,
)
from locatieplanner.invoer.opsomming import aangehaald, eerste, kies_uit, lijkt_op
from locatieplanner.invoer.persoonsgegevens import is_persoonsgegeven, vind_persoonsgegevens
from locatieplanner.invoer.probleem import (
    LIGGING,
    Probleem,
    bestandsfout,
    bestandsmelding,
    kort,
)
from locatieplanner.invoer.teksten import als_tekst
from locatieplanner.invoer.uitkomst import is_uitkomst, is_uitkomstkolom, meld_uitkomst

ZET_AAN = "zet adressen opzoeken aan (op de opdrachtregel: --zoek-adressen)"
"""Hoe een gebruiker adressen laat omzetten, als vervolg op 'Herstel:'."""

_GETOONDE_KOLOMMEN = 20
_VERPLICHT = ("naam", "type")
_DEEL_VAN_ADRES = (ADRES, POSTCODE, HUISNUMMER)


@dataclass(frozen=True)
class Kop:
    """De herkende kolommen van een tabel.

    Parameters
    ----------
    kolommen : Mapping of str to Series
        Per kolom hier de waarden uit het bestand; index: rijnummers.
    namen : Mapping of str to str
        Per kolom hier de naam in het bestand.
    problemen : tuple of Probleem
        Alle problemen met kolommen.
    """

    kolommen: Mapping[str, pd.Series]
    namen: Mapping[str, str]
    problemen: tuple[Probleem, ...]

    def tekst(self, kolom: str, rijen: pd.Index) -> pd.Series:
        """Geef een kolom voor deze rijen als schone tekst; leeg als het bestand haar niet heeft."""
        if kolom in self.kolommen:
            return als_tekst(self.kolommen[kolom].loc[rijen])
        return pd.Series("", index=rijen, dtype="str")

    @property
    def heeft_adressen(self) -> bool:
        """Of er kolommen zijn die samen een adres geven."""
        return heeft_adressen(self.kolommen)

    def naam(self, kolom: str) -> str:
        """Geef de naam van een kolom in het bestand, of anders die hier."""
        return self.namen.get(kolom, kolom)


def lees_kop(
    gegevens: pd.DataFrame,
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    *,
    heeft_geometrie: bool,
    overige: Sequence[str] = (),
    zoekt_adressen: bool = False,
) -> Kop:
    """Herken de kolommen en zeg wat eraan mankeert.

    Parameters
    ----------
    gegevens : DataFrame
        Zie `tabel.Tabel`.
    aandachtsgroepen : Mapping of str to Aandachtsgroep
        Groepen waarvoor een aandeel gegeven mag worden.
    heeft_geometrie : bool
        Of het bestand zelf vormen heeft, los van kolommen met coördinaten.
    overige : sequence of str, optional
        Namen van kolommen in het bestand waarvan de waarden niet gelezen zijn.
    zoekt_adressen : bool, optional
        Of een adres volstaat als ligging, omdat het opgezocht wordt.
    """
    kopnamen = [kort(str(naam)) for naam in (*gegevens.columns, *overige)]
    herkenning = herken(kopnamen, aandachtsgroepen)
    posities = {
        kolom: _gekozen(kolom, plaatsen, kopnamen)
        for kolom, plaatsen in herkenning.posities.items()
    }
    niet_vast = [*herkenning.overig, *herkenning.onbekende_groepen]
    persoonlijk = {plaats for plaats in niet_vast if is_persoonsgegeven(kopnamen[plaats])}
    uitkomst = is_uitkomst(kopnamen)
    overig = [
        plaats
        for plaats in herkenning.overig
        if plaats not in persoonlijk and not (uitkomst and is_uitkomstkolom(kopnamen[plaats]))
    ]
    overige_namen = [kopnamen[plaats] for plaats in overig]
    problemen = [
        *vind_persoonsgegevens([kopnamen[plaats] for plaats in sorted(persoonlijk)]),
        *_dubbele(herkenning, kopnamen),
        *_onbekende_groepen(herkenning, kopnamen, persoonlijk, aandachtsgroepen),
        *_ontbrekende(posities, overige_namen),
        *(() if heeft_geometrie else _zonder_locatie(posities, overige_namen, zoekt_adressen)),
        *(meld_uitkomst(posities) if uitkomst else ()),
        *_kale_groepen(herkenning, kopnamen),
        *_overige(gegevens, overig, kopnamen),
    ]
    return Kop(
        {kolom: gegevens.iloc[:, plaats] for kolom, plaats in posities.items()},
        {kolom: kopnamen[plaats] for kolom, plaats in posities.items()},
        tuple(problemen),
    )


def _dubbele(herkenning: Herkenning, kopnamen: Sequence[str]) -> list[Probleem]:
    problemen = []
    for kolom, plaatsen in herkenning.posities.items():
        if len(plaatsen) == 1 or kolom in ADRESKOLOMMEN:
            continue
        if len(_eigen_naam(kolom, plaatsen, kopnamen)) != 1:
            namen = opsomming(aangehaald(kopnamen[plaats] for plaats in plaatsen))
            problemen.append(
                bestandsfout(
                    f"de kolommen {namen} betekenen allebei {kolom}",
                    f"noem de kolom die telt {kolom}, en hernoem of verwijder de andere",
                    kolom=kolom,
                )
            )
            continue
        gelezen = kopnamen[_gekozen(kolom, plaatsen, kopnamen)]
        problemen += [
            bestandsmelding(
                f"deze kolom kan ook {kolom} betekenen; zij is weggelaten, want de kolom "
                f"'{gelezen}' is gelezen",
                "zet wat u wilt bewaren in de kolom toelichting",
                kolom=kopnamen[plaats],
            )
            for plaats in plaatsen
            if kopnamen[plaats] != gelezen
        ]
    return problemen


def _eigen_naam(kolom: str, plaatsen: Sequence[int], kopnamen: Sequence[str]) -> list[int]:
    """Geef de plaatsen waar de kolom heet zoals zij hier heet, en niet met een ander woord."""
    return [plaats for plaats in plaatsen if sleutel(kopnamen[plaats]) == sleutel(kolom)]


def _gekozen(kolom: str, plaatsen: Sequence[int], kopnamen: Sequence[str]) -> int:
    return (_eigen_naam(kolom, plaatsen, kopnamen) or list(plaatsen))[0]


def _onbekende_groepen(
    herkenning: Herkenning,
    kopnamen: Sequence[str],
    persoonlijk: set[int],
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
) -> list[Probleem]:
    codes = list(aandachtsgroepen)
    problemen = []
    for plaats, groep in herkenning.onbekende_groepen.items():
        if plaats in persoonlijk:
            continue
        code = lijkt_op(groep, codes)
        problemen.append(
            bestandsfout(
                "deze aandachtsgroep bestaat niet; nationaliteit of herkomst is geen groep",
                kies_uit(f"{AANDEEL}{code}" if code else "", ", ".join(codes)),
                kolom=kopnamen[plaats],
            )
        )
    return problemen


def _ontbrekende(posities: Mapping[str, int], overig: Sequence[str]) -> list[Probleem]:
    problemen = [
        bestandsfout(f"de kolom {kolom} ontbreekt", _hernoem(kolom, overig), kolom=kolom)
        for kolom in _VERPLICHT
        if kolom not in posities
    ]
    if "capaciteit" not in posities and "woningen" not in posities:
        problemen.append(
            bestandsfout(
                "de kolom capaciteit ontbreekt, en woningen ook",
                _hernoem("capaciteit", overig),
                kolom="capaciteit",
            )
        )
    return problemen


def _zonder_locatie(
    posities: Mapping[str, int], overig: Sequence[str], zoekt_adressen: bool
) -> list[Probleem]:
    """Zeg wat er mist als geen kolom of paar kolommen de ligging kan geven."""
    paren = ((X, Y), (LENGTE, BREEDTE))
    if WKT in posities or any(all(kolom in posities for kolom in paar) for paar in paren):
        return []
    for hier, daar in ((X, Y), (Y, X), (LENGTE, BREEDTE), (BREEDTE, LENGTE)):
        if hier in posities:
            wat = f"er is wel een kolom {hier}, maar de kolom {daar} ontbreekt"
            return [bestandsfout(wat, _hernoem(daar, overig), kolom=daar)]
    if zoekt_adressen and heeft_adressen(posities):
        return []
    if heeft_adressen(posities):
        return [
            bestandsfout(
                "er staan wel adressen in, maar geen coördinaten, en adressen opzoeken staat uit",
                f"{ZET_AAN}, of voeg kolommen x en y (RD) of lon en lat (graden) toe",
                kolom=LIGGING,
            )
        ]
    if any(kolom in posities for kolom in _DEEL_VAN_ADRES):
        return [
            bestandsfout(
                "er staat maar een deel van het adres in, en er zijn geen coördinaten",
                "voeg een kolom adres toe, of postcode en huisnummer, of kolommen x en y (RD) of "
                "lon en lat (graden)",
                kolom=LIGGING,
            )
        ]
    return [
        bestandsfout(
            "er is geen ligging: geen coördinaten en geen vormen",
            "voeg kolommen x en y (RD) of lon en lat (graden) toe, of een adres, of kies een "
            "geobestand",
            kolom=LIGGING,
        )
    ]


def heeft_adressen(kolommen: Collection[str]) -> bool:
    """Of deze kolommen samen een adres geven: adres, of postcode met huisnummer."""
    return ADRES in kolommen or (POSTCODE in kolommen and HUISNUMMER in kolommen)


def _hernoem(kolom: str, overig: Sequence[str]) -> str:
    bekend = [sleutel(naam) for naam in VARIANTEN[kolom] if len(naam) > 1]
    for naam in overig:
        if lijkt_op(sleutel(naam), bekend, 0.75):
            return f"hernoem de kolom '{naam}' naar {kolom} als die bedoeld is"
    return f"voeg een kolom {kolom} toe"


def _kale_groepen(herkenning: Herkenning, kopnamen: Sequence[str]) -> list[Probleem]:
    return [
        bestandsmelding(
            "deze kolom heet als een groep, maar is niet als aandeel gelezen",
            f"noem de kolom {kolom} als het een aandeel is",
            kolom=kopnamen[plaats],
        )
        for plaats, kolom in herkenning.kale_groepen.items()
    ]


def _overige(
    gegevens: pd.DataFrame, overig: Sequence[int], kopnamen: Sequence[str]
) -> list[Probleem]:
    # Een kolom zonder naam en zonder inhoud is een rest van een rekenblad.
    namen = [
        kopnamen[plaats] or "(zonder naam)"
        for plaats in overig
        if kopnamen[plaats]
        or plaats >= gegevens.shape[1]
        or bool((als_tekst(gegevens.iloc[:, plaats]) != "").any())
    ]
    if not namen:
        return []
    lijst = eerste(namen, _GETOONDE_KOLOMMEN)
    return [
        bestandsmelding(
            f"kolommen die het programma niet gebruikt zijn weggelaten: {lijst}",
            "zet wat u wilt bewaren in de kolom toelichting",
        )
    ]
