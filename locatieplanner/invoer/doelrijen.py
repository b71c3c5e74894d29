"""De rijen van een tabel met doelen: alle kolommen gelezen, en per rij een doel."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from locatieplanner.domein.doel import TOTAAL, Bandbreedte, Doel, Doelset
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.invoer.bestandsgrenzen import Bestandsgrenzen
from locatieplanner.invoer.codes import lees_codes
from locatieplanner.invoer.doelcodes import lees_doelsetcodes, onderdeelcodes, provinciecodes
from locatieplanner.invoer.doelkolommen import (
    BRON,
    BRONDATUM,
    DOELSET,
    DOELSETNAAM,
    MAXIMUM,
    MINIMUM,
    ONDERDEEL,
    PEILDATUM,
    PROVINCIE,
    STATUS,
    TOELICHTING,
)
from locatieplanner.invoer.doelwaarden import lees_plaatsen, lees_status, vul_peildatum_aan
from locatieplanner.invoer.kopregel import Kop
from locatieplanner.invoer.peildatums import lees_peildatums
from locatieplanner.invoer.persoonsgegevens import toets_vrije_tekst
from locatieplanner.invoer.probleem import Probleem, bestandsmelding, per_rij
from locatieplanner.invoer.tabel import Tabel
from locatieplanner.invoer.teksten import is_leeg, toets_tekst

_ZEGT_IETS = (MINIMUM, MAXIMUM, BRON, BRONDATUM, TOELICHTING)


def lees_rijen(
    tabel: Tabel,
    kop: Kop,
    doelsets: Mapping[str, Doelset],
    doelset: str | None,
    grenzen: Bestandsgrenzen,
) -> tuple[pd.DataFrame, dict[str, str], list[Probleem]]:
    """Lees alle kolommen van een tabel met doelen.

    Parameters
    ----------
    tabel : Tabel
        De ruwe tabel.
    kop : Kop
        De herkende kolommen daarvan.
    doelsets : mapping of str to Doelset
        De doelsets die er zijn, per id.
    doelset : str or None
        Bij welke doelset een rij hoort die dat zelf niet zegt; None is een fout.
    grenzen : Bestandsgrenzen
        Hoe lang een tekst mag zijn.

    Returns
    -------
    waarden : DataFrame
        Per rijnummer alle kolommen van een doel; waar een fout staat is de waarde leeg.
    nieuw : dict of str to str
        Id en naam van doelsets die niet ingebouwd zijn.
    problemen : list of Probleem
        Alle fouten en meldingen over rijen.
    """
    rijen = tabel.gegevens.index
    waarden: dict[str, pd.Series] = {}
    waarden[DOELSET], nieuw, problemen = _doelsets(kop, rijen, doelsets, doelset, grenzen)
    provincie = kop.tekst(PROVINCIE, rijen)
    waarden[PROVINCIE], mis = lees_codes(
        provincie, kop.naam(PROVINCIE), "deze provincie bestaat niet", provinciecodes()
    )
    problemen += mis
    if PROVINCIE in kop.kolommen:
        problemen += per_rij(
            is_leeg(provincie) & (waarden[PROVINCIE] == ""),
            kop.naam(PROVINCIE),
            None,
            "de provincie is niet ingevuld",
            "vul de provincie in, of Nederland voor het landelijke totaal",
        )
    waarden[ONDERDEEL], mis = _onderdelen(kop, rijen, doelsets)
    problemen += mis
    waarden[MINIMUM], waarden[MAXIMUM], mis = lees_plaatsen(tabel, kop)
    problemen += mis
    for kolom in (BRON, TOELICHTING):
        tekst = kop.tekst(kolom, rijen)
        waarden[kolom] = tekst.mask(is_leeg(tekst), "")
        problemen += toets_tekst(tekst, kop.naam(kolom), grenzen.tekst_tekens)
        problemen += toets_vrije_tekst(tekst, kop.naam(kolom))
    for kolom in (PEILDATUM, BRONDATUM):
        waarden[kolom] = pd.Series("", index=rijen, dtype="str")
        if kolom in kop.kolommen:
            waarden[kolom], mis = lees_peildatums(kop.kolommen[kolom], kop.naam(kolom))
            problemen += mis
    waarden[STATUS], mis = lees_status(kop, waarden)
    problemen += mis
    gelezen = pd.DataFrame(waarden, index=rijen)
    # Een peildatum die er staat maar niet te lezen is, wordt niet stil vervangen.
    gelezen[PEILDATUM], mis = vul_peildatum_aan(gelezen, kop, doelsets)
    return gelezen, nieuw, [*problemen, *mis, *_dubbele(gelezen, kop)]


def _doelsets(
    kop: Kop,
    rijen: pd.Index,
    doelsets: Mapping[str, Doelset],
    standaard: str | None,
    grenzen: Bestandsgrenzen,
) -> tuple[pd.Series, dict[str, str], list[Probleem]]:
    tekst, namen = kop.tekst(DOELSET, rijen), kop.tekst(DOELSETNAAM, rijen)
    leeg = is_leeg(tekst)
    problemen = [
        *toets_tekst(namen, kop.naam(DOELSETNAAM), grenzen.naam_tekens),
        *toets_vrije_tekst(namen, kop.naam(DOELSETNAAM)),
    ]
    ids, nieuw, mis = lees_doelsetcodes(
        tekst, namen, kop.naam(DOELSET), kop.naam(DOELSETNAAM), doelsets
    )
    problemen += mis
    if standaard is None:
        problemen += per_rij(
            leeg,
            kop.naam(DOELSET),
            None,
            "de doelset is niet ingevuld",
            f"vul een doelset in: {', '.join(doelsets)}",
        )
    else:
        ids = ids.mask(leeg, standaard)
        if leeg.any():
            problemen.append(
                bestandsmelding(
                    f"rijen zonder doelset zijn gelezen als {standaard}",
                    "vul de kolom doelset in als dat niet klopt",
                    kolom=kop.naam(DOELSET),
                )
            )
    # Een doelset die de gebruiker eerder zelf maakte, houdt haar naam.
    zelf = {id_: doelsets[id_].origineel for id_ in ids.unique() if id_ in doelsets}
    namen_zelf = {id_: basis.naam for id_, basis in zelf.items() if not basis.doelen}
    return ids, namen_zelf | nieuw, problemen


def _onderdelen(
    kop: Kop, rijen: pd.Index, doelsets: Mapping[str, Doelset]
) -> tuple[pd.Series, list[Probleem]]:
    tekst = kop.tekst(ONDERDEEL, rijen)
    codes, problemen = lees_codes(
        tekst, kop.naam(ONDERDEEL), "dit onderdeel bestaat niet", onderdeelcodes(doelsets)
    )
    leeg = is_leeg(tekst)
    if leeg.any():
        problemen.append(
            bestandsmelding(
                f"rijen zonder onderdeel zijn gelezen als {TOTAAL}: alle plaatsen van de provincie",
                "vul de kolom onderdeel in als dat niet klopt",
                kolom=kop.naam(ONDERDEEL),
            )
        )
    return codes.mask(leeg, TOTAAL), problemen


def _dubbele(waarden: pd.DataFrame, kop: Kop) -> list[Probleem]:
    """Een fout voor rijen die over hetzelfde gaan; van een totaal telt er maar één."""
    peildatum = waarden[PEILDATUM].mask(waarden[ONDERDEEL] == TOTAAL, "")
    bekend = (waarden[[DOELSET, PROVINCIE, ONDERDEEL]] != "").all(axis=1)
    delen = (waarden[DOELSET], waarden[PROVINCIE], waarden[ONDERDEEL], peildatum)
    wat = pd.Series(["|".join(rij) for rij in zip(*delen, strict=True)], index=waarden.index)
    eerst = wat[bekend].drop_duplicates()
    eerste_rij = {tekst: rij for rij, tekst in eerst.items()}
    return per_rij(
        wat.duplicated() & bekend,
        kop.naam(ONDERDEEL),
        waarden[ONDERDEEL],
        lambda rij: (
            f"dit onderdeel van {waarden[PROVINCIE][rij]} staat ook op rij {eerste_rij[wat[rij]]}"
        ),
        "laat één rij staan, of geef elke rij een eigen peildatum",
    )


def als_doelen(
    waarden: pd.DataFrame, doelsets: Mapping[str, Doelset]
) -> dict[int, tuple[str, Doel]]:
    """Maak van rijen zonder fouten doelen.

    Parameters
    ----------
    waarden : DataFrame
        Uitkomst van `lees_rijen`.
    doelsets : mapping of str to Doelset
        De doelsets die er zijn, per id.

    Returns
    -------
    dict of int to (str, Doel)
        Per rijnummer het id van de doelset en het doel; een rij die niets zegt over een onderdeel
        dat er niet was, valt weg.
    """
    rijen: dict[int, tuple[str, Doel]] = {}
    for nummer, waarde in zip(waarden.index.tolist(), waarden.to_dict("records"), strict=True):
        doel, id_ = _doel(waarde), str(waarde[DOELSET])
        stil = waarde[STATUS] == Status.ONBEKEND and not any(
            pd.notna(waarde[kolom]) and waarde[kolom] != "" for kolom in _ZEGT_IETS
        )
        over = _stil(doel, doelsets.get(id_)) if stil else doel
        if over is not None:
            rijen[nummer] = (id_, over)
    return rijen


def _doel(waarde: Mapping[Hashable, Any]) -> Doel:
    minimum, maximum = (
        None if pd.isna(waarde[grens]) else float(waarde[grens]) for grens in (MINIMUM, MAXIMUM)
    )
    return Doel(
        provincie=str(waarde[PROVINCIE]),
        onderdeel=str(waarde[ONDERDEEL]),
        plaatsen=Bandbreedte(minimum, maximum),
        peildatum=str(waarde[PEILDATUM]),
        herkomst=Herkomst(
            bron=str(waarde[BRON]),
            peildatum=str(waarde[BRONDATUM]),
            status=Status(waarde[STATUS]),
            toelichting=str(waarde[TOELICHTING]),
        ),
    )


def _stil(doel: Doel, doelset: Doelset | None) -> Doel | None:
    """Wat een rij die niets zegt betekent: wat er was als dat onbekend is, en anders onbekend."""
    oud = () if doelset is None else doelset.origineel.van(doel.provincie)
    zelfde = [ingebouwd for ingebouwd in oud if ingebouwd.onderdeel == doel.onderdeel]
    if not zelfde:
        return None
    onbekend = (ingebouwd for ingebouwd in zelfde if not ingebouwd.plaatsen.bekend)
    return next((d for d in onbekend if d.peildatum == doel.peildatum), doel)
