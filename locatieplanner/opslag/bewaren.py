"""De inhoud van een plan bewaren: als één gebeurtenis wat er anders is dan waar men van uitging."""

from dataclasses import replace

from locatieplanner.domein.gebruiker import Gebruiker
from locatieplanner.fouten import PlanFout
from locatieplanner.opslag import json_instellingen, json_kandidaten
from locatieplanner.opslag.bijlezen import lees_bij
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.delta import instellingen_delta
from locatieplanner.opslag.keuring import schone_tekst
from locatieplanner.opslag.planinhoud import Planinhoud
from locatieplanner.opslag.planversie import Plankop, Planversie
from locatieplanner.opslag.wijziging import Verandering, Wijziging, schrijf


def bewaar(
    database: Database,
    gebruiker: Gebruiker,
    basis: Planversie,
    inhoud: Planinhoud,
    waarom: str = "",
) -> Planversie:
    """Bewaar wat er anders is dan in de versie waar men van uitging, als één gebeurtenis.

    Wat een ander intussen aan andere kandidaten en instellingen veranderde, blijft, en zit in het
    antwoord.

    Parameters
    ----------
    database : Database
        Waar het plan staat.
    gebruiker : Gebruiker
        Ten minste planner.
    basis : Planversie
        De laatste versie die het scherm had: van `open_plan` of van het vorige `bewaar`.
    inhoud : Planinhoud
        Wat het nu moet zijn.
    waarom : str, optional
        De reden, voor het logboek.

    Returns
    -------
    Planversie
        De nieuwe laatste versie; is er niets veranderd, dan komt er geen gebeurtenis bij.

    Raises
    ------
    ConflictFout
        Als een ander intussen dezelfde kandidaat of instelling veranderde; er is niets bewaard. Zie
        `samenvoegen.voeg_samen` voor hoe het verder gaat.
    ToegangFout
        Als de gebruiker dit niet mag.
    PlanFout
        Als er iets in staat wat niet bewaard mag worden, of `basis` een oude versie is.
    OpslagFout
        Bij een storing; er is dan niets bewaard, of de melding zegt dat dat niet zeker is.
    """
    _eis_laatste(basis)
    reden = schone_tekst(waarom, "De reden", verplicht=False)
    kolommen = database.naslag.kolommen
    wijziging = Wijziging(
        basis.kop.id,
        veranderde_kandidaten(basis.inhoud, inhoud, kolommen),
        basis.versies,
        veranderde_instellingen(basis.inhoud, inhoud),
        basis.instellingversies,
    )
    with database.schrijven() as verbinding:
        stand, voor = schrijf(verbinding, database.naslag, gebruiker, wijziging, reden)
        mijn = _met_eigen_versies(basis, inhoud, wijziging, stand.nummer)
        if voor != basis.nummer:
            return lees_bij(verbinding, database.naslag, stand, mijn, voor)
    return replace(mijn, kop=Plankop.van(stand), nummer=stand.nummer)


def veranderde_kandidaten(
    basis: Planinhoud, nieuw: Planinhoud, kolommen: list[str]
) -> dict[str, Verandering]:
    """Geef per kandidaat die anders is hoe zij was en hoe zij wordt, zonder haar plaats."""
    oud_tabel, nieuw_tabel = basis.kandidaten, nieuw.kandidaten
    if oud_tabel is nieuw_tabel:
        return {}
    if not nieuw_tabel.index.is_unique:
        raise PlanFout("Twee kandidaten hebben hetzelfde id. Geef elke kandidaat een eigen id.")
    anders = json_kandidaten.anders(oud_tabel, nieuw_tabel, kolommen)
    weg = oud_tabel.index.difference(nieuw_tabel.index, sort=False)
    erbij = nieuw_tabel.index.difference(oud_tabel.index, sort=False)
    oud = json_kandidaten.als_json(oud_tabel.loc[[*anders, *weg]], kolommen)
    na = json_kandidaten.als_json(nieuw_tabel.loc[[*anders, *erbij]], kolommen)
    return {id_: (oud.get(id_), na.get(id_)) for id_ in [*oud, *(i for i in na if i not in oud)]}


def veranderde_instellingen(basis: Planinhoud, nieuw: Planinhoud) -> Json:
    """Geef de instellingen die anders zijn: per veld ``van`` en ``naar``."""
    return instellingen_delta(json_instellingen.als_json(basis), json_instellingen.als_json(nieuw))


def _met_eigen_versies(
    basis: Planversie, inhoud: Planinhoud, wijziging: Wijziging, nummer: int
) -> Planversie:
    """De versie met de eigen wijzigingen erin, die met `nummer` vastgelegd zijn."""
    weg = {id_ for id_, (_, na) in wijziging.kandidaten.items() if na is None}
    anders = dict.fromkeys((id_ for id_ in wijziging.kandidaten if id_ not in weg), nummer)
    return replace(
        basis,
        inhoud=inhoud,
        versies={id_: v for id_, v in basis.versies.items() if id_ not in weg} | anders,
        instellingversies={
            **basis.instellingversies,
            **dict.fromkeys(wijziging.instellingen, nummer),
        },
    )


def _eis_laatste(basis: Planversie) -> None:
    if not basis.is_laatste:
        raise PlanFout(
            f"Dit is versie {basis.nummer} en niet de laatste. Herstel haar eerst, of open de "
            "laatste versie."
        )
