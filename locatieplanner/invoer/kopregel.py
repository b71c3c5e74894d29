"""De kop van een tabel: welke kolommen er zijn, missen, dubbel zijn of vervallen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from locatieplanner.domein.aandachtsgroep import Aandachtsgroep
from locatieplanner.domein.kandidaat import AANDEEL
from locatieplanner.domein.notatie import opsomming
from locatieplanner.invoer.kolommen import (
    ADRES,
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

_GETOONDE_KOLOMMEN = 20
_VERPLICHT = ("naam", "type")
_ADRESKOLOMMEN = (ADRES, POSTCODE, HUISNUMMER)


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
        """Geef een kolom als schone tekst; leeg als het bestand haar niet heeft."""
        if kolom in self.kolommen:
            return als_tekst(self.kolommen[kolom])
        return pd.Series("", index=rijen, dtype="str")

    def naam(self, kolom: str) -> str:
        """Geef de naam van een kolom in het bestand, of anders die hier."""
        return self.namen.get(kolom, kolom)


def lees_kop(
    gegevens: pd.DataFrame,
    aandachtsgroepen: Mapping[str, Aandachtsgroep],
    *,
    heeft_geometrie: bool,
    overige: Sequence[str] = (),
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
    problemen = [
        *vind_persoonsgegevens([kopnamen[plaats] for plaats in sorted(persoonlijk)]),
        *_dubbele(herkenning, kopnamen),
        *_onbekende_groepen(herkenning, kopnamen, persoonlijk, aandachtsgroepen),
        *_ontbrekende(posities, [kopnamen[p] for p in overig], heeft_geometrie=heeft_geometrie),
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
        if len(plaatsen) == 1 or kolom in _ADRESKOLOMMEN:
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


def _ontbrekende(
    posities: Mapping[str, int], overig: Sequence[str], *, heeft_geometrie: bool
) -> list[Probleem]:
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
    paren = ((X, Y), (LENGTE, BREEDTE))
    heeft_locatie = (
        heeft_geometrie
        or WKT in posities
        or any(all(kolom in posities for kolom in paar) for paar in paren)
    )
    return problemen if heeft_locatie else [*problemen, _zonder_locatie(posities, overig)]


def _zonder_locatie(posities: Mapping[str, int], overig: Sequence[str]) -> Probleem:
    for hier, daar in ((X, Y), (Y, X), (LENGTE, BREEDTE), (BREEDTE, LENGTE)):
        if hier in posities:
            return bestandsfout(
                f"er is wel een kolom {hier}, maar de kolom {daar} ontbreekt",
                _hernoem(daar, overig),
                kolom=daar,
            )
    if any(kolom in posities for kolom in _ADRESKOLOMMEN):
        return bestandsfout(
            "er staan wel adressen in, maar geen coördinaten; zonder de adressendienst zijn "
            "adressen niet om te zetten",
            "voeg kolommen x en y (RD) of lon en lat (graden) toe",
            kolom=LIGGING,
        )
    return bestandsfout(
        "er is geen ligging: geen coördinaten en geen vormen",
        "voeg kolommen x en y (RD) of lon en lat (graden) toe, of kies een geobestand",
        kolom=LIGGING,
    )


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
