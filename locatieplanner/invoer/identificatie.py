"""Het id van een kandidaat: uniek, en aangemaakt waar het ontbreekt."""

import itertools

import pandas as pd

from locatieplanner.domein.notatie import getal
from locatieplanner.invoer.opsomming import eerste
from locatieplanner.invoer.probleem import Ernst, Probleem, bestandsmelding, per_rij
from locatieplanner.invoer.teksten import is_leeg

_GETOONDE_RIJEN = 5


def lees_ids(tekst: pd.Series, kolom: str) -> tuple[pd.Series, list[Probleem]]:
    """Controleer ids en maak ontbrekende aan: K001, K002, … in de volgorde van het bestand.

    Parameters
    ----------
    tekst : Series of str
        Schone tekst (zie `teksten.als_tekst`); index: rijnummers.
    kolom : str
        Naam van de kolom in het bestand.

    Returns
    -------
    ids : Series of str
        Voor elke rij een id; dubbele ids blijven staan en zijn een fout.
    problemen : list of Probleem
        Een fout voor elke rij met een dubbel id, een melding voor aangemaakte ids.
    """
    # Een rekenblad maakt van id 12 graag 12.0.
    tekst = tekst.str.replace(r"^(\d+)[.,]0$", r"\1", regex=True)
    leeg = is_leeg(tekst)
    dubbel = tekst.duplicated(keep=False) & ~leeg
    waar = tekst[dubbel].groupby(tekst[dubbel]).groups

    def ook_op(rij: int) -> str:
        andere = [str(r) for r in waar[tekst[rij]] if r != rij]
        return f"dit id staat ook op rij {eerste(andere, _GETOONDE_RIJEN)}"

    problemen = per_rij(
        dubbel, kolom, tekst, ook_op, "geef elke kandidaat een eigen id, of laat het id leeg"
    )
    ids = tekst
    if leeg.any():
        nieuw = _nieuwe_ids(int(leeg.sum()), set(tekst[~leeg]))
        ids = tekst.mask(leeg, pd.Series(nieuw, index=tekst.index[leeg]).reindex(tekst.index))
        problemen += _meld_nieuwe_ids(ids[leeg], leeg, kolom)
    return ids.astype("str"), problemen


def _nieuwe_ids(aantal: int, bezet: set[str]) -> list[str]:
    nummers = (f"K{nummer:03d}" for nummer in itertools.count(1))
    return list(itertools.islice((id_ for id_ in nummers if id_ not in bezet), aantal))


def _meld_nieuwe_ids(nieuw: pd.Series, leeg: pd.Series, kolom: str) -> list[Probleem]:
    if leeg.all():
        reeks = nieuw.iloc[0] if len(nieuw) == 1 else f"{nieuw.iloc[0]} tot en met {nieuw.iloc[-1]}"
        aantal = "er is 1 id" if len(nieuw) == 1 else f"er zijn {getal(len(nieuw))} ids"
        return [
            bestandsmelding(
                f"het bestand heeft geen ids; {aantal} aangemaakt ({reeks}), in de volgorde van "
                "het bestand",
                "voeg een kolom id toe als u de kandidaten later wilt terugvinden",
                kolom=kolom,
            )
        ]
    return per_rij(
        leeg,
        kolom,
        None,
        lambda rij: f"het id ontbreekt; aangemaakt: {nieuw[rij]}",
        "vul zelf een id in als u een ander wilt",
        Ernst.MELDING,
    )
