"""Woonlocaties op de opdrachtregel: in woorden en tabellen, en als JSON."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from locatieplanner.cli.weergave import Kop, toon, toon_tabel
from locatieplanner.opgave.contracten import eerste_einde, halverwege, per_eigenaar_per_jaar
from locatieplanner.opgave.corporatie import bijdrage_per_gemeente, per_eigenaar, per_groep, totaal
from locatieplanner.opgave.groepsverloop import groepsverloop, per_halfjaar
from locatieplanner.opgave.verdringing import Oordeel, verdringing
from locatieplanner.rapport.corporatietabel import eigenaartabel, groeptabel, jaartabel
from locatieplanner.rapport.flexwoontekst import bijdragezinnen, kanttekeningen, kopzin
from locatieplanner.rapport.json_uitvoer import json_tekst, rijen_van
from locatieplanner.rapport.tabel import Kolomsoort, Tabel
from locatieplanner.rapport.verdringingtekst import (
    definitie,
    onbeoordeeldzin,
    oordeelzin,
    waarschuwingzin,
)
from locatieplanner.rapport.woonlocatietabel import (
    afgeschermde_rijen,
    deelbare_locaties,
    eindetabel,
    gedeelde_namen,
    locatietabel,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from locatieplanner.cli.flexwonen import Vraag

GEEN_WOONLOCATIES = (
    "Bij deze keuze horen geen woonlocaties. Woonlocaties zijn kandidaten van het type flexwonen "
    "of gemengd; vul daarvan ook eigenaar, mix, beschikbaar_van en beschikbaar_tot in."
)

_MAANDEN_PER_JAAR = 12
_SMAL = ("eigenaar", "locaties", "woningen", "blijft", "plaatsen", "taakstelling")


def toon_flexwonen(vraag: Vraag) -> None:
    """Toon wat de gekozen woonlocaties samen zijn, elk apart, in de tijd, en de verdringing."""
    groepen = vraag.omgeving.aandachtsgroepen
    _toon_verdringing(vraag)
    toon("")
    if vraag.locaties.empty:
        toon(GEEN_WOONLOCATIES)
        return
    som = totaal(vraag.locaties)
    toon(kopzin(som, halverwege(vraag.locaties), eerste_einde(vraag.locaties)))
    for zin in kanttekeningen(som):
        toon(f"  {zin}")
    for zin in bijdragezinnen(som, vraag.omgeving, vraag.provincie):
        toon(zin)
    afgeschermd = _afgeschermd(vraag)
    jaren = per_eigenaar_per_jaar(vraag.locaties, _jaren(vraag))
    for tabel in (
        locatietabel(vraag.locaties, vraag.omgeving, afgeschermd),
        groeptabel(vraag.locaties, groepen),
        _smal(eigenaartabel(vraag.locaties, groepen)),
        jaartabel(jaren),
        eindetabel(vraag.locaties, vraag.omgeving, afgeschermd),
    ):
        toon("")
        _toon_tabel(tabel)


def als_json(vraag: Vraag) -> str:
    """Geef hetzelfde voor machines, en het verloop per halfjaar erbij."""
    locaties, omgeving = vraag.locaties, vraag.omgeving
    som, half_weg = totaal(locaties), halverwege(locaties)
    verloop = groepsverloop(locaties, omgeving.aandachtsgroepen, _maanden(vraag))
    inhoud = {
        "peilmaand": str(vraag.peilmaand),
        "samenvatting": kopzin(som, half_weg, eerste_einde(locaties)),
        "let_op": kanttekeningen(som),
        "totaal": {**asdict(som), "jaar_waarin_de_helft_is_afgelopen": half_weg},
        "locaties": rijen_van(deelbare_locaties(locaties, _afgeschermd(vraag))),
        "groepen": rijen_van(per_groep(locaties, omgeving.aandachtsgroepen).reset_index()),
        "eigenaren": rijen_van(per_eigenaar(locaties, omgeving.aandachtsgroepen).reset_index()),
        "jaren": rijen_van(per_eigenaar_per_jaar(locaties, _jaren(vraag)).reset_index()),
        "halfjaren": {
            "woningen": rijen_van(per_halfjaar(verloop.woningen).reset_index()),
            "plaatsen": rijen_van(per_halfjaar(verloop.plaatsen).reset_index()),
        },
        "bijdrage": {
            "zinnen": bijdragezinnen(som, omgeving, vraag.provincie),
            "gemeenten": rijen_van(bijdrage_per_gemeente(locaties).reset_index()),
        },
        "verdringing": _verdringing_json(vraag),
    }
    return json_tekst(inhoud)


def _oordeel(vraag: Vraag) -> Oordeel:
    """Verdringing over het hele plan in het gekozen gebied, van welke eigenaar ook."""
    hier = pd.Series(True, index=vraag.kandidaten.index)
    if vraag.provincie is not None:
        hier &= (vraag.kandidaten["provincie"] == vraag.provincie).fillna(False).astype("bool")
    if vraag.gemeentecode is not None:
        hier &= (vraag.kandidaten["gemeentecode"] == vraag.gemeentecode).fillna(False)
    return verdringing(
        vraag.kandidaten.loc[hier],
        vraag.omgeving,
        vraag.peilmaand,
        alleen_gepland=vraag.alleen_gepland,
    )


def _toon_verdringing(vraag: Vraag) -> None:
    oordeel, namen = _oordeel(vraag), _namen(vraag)
    toon(oordeelzin(oordeel))
    for waarschuwing in oordeel.waarschuwingen:
        zin = waarschuwingzin(waarschuwing, oordeel, namen, vraag.omgeving.aandachtsgroepen)
        toon(f"  ! {zin}")
    for geval in oordeel.onbeoordeeld:
        toon(f"  ? {onbeoordeeldzin(geval, namen)}")
    for zin in definitie(vraag.omgeving, oordeel):
        toon(zin)


def _verdringing_json(vraag: Vraag) -> dict[str, Any]:
    oordeel, namen = _oordeel(vraag), _namen(vraag)
    groepen = vraag.omgeving.aandachtsgroepen

    def genoemd(ids: tuple[str, ...]) -> list[str]:
        return [namen[id_] for id_ in ids]

    return {
        "samenvatting": oordeelzin(oordeel),
        "definitie": definitie(vraag.omgeving, oordeel),
        "van": oordeel.begin,
        "tot_en_met": oordeel.einde,
        "waarschuwingen": [
            {
                "soort": w.soort,
                "gemeentecode": w.gemeentecode,
                "gemeente": w.gemeente,
                "sluit": genoemd(w.sluit),
                "opent": genoemd(w.opent),
                "verlies": dict(w.verlies),
                "winst": dict(w.winst),
                "plaatsen": w.plaatsen,
                "maand": w.maand,
                "eerste": w.eerste,
                "laatste": w.laatste,
                "afstand_m": w.afstand_m,
                "onzeker_door": genoemd(w.onzeker_door),
                "zin": waarschuwingzin(w, oordeel, namen, groepen),
            }
            for w in oordeel.waarschuwingen
        ],
        "niet_te_beoordelen": [
            {
                "soort": g.soort,
                "gemeentecode": g.gemeentecode,
                "gemeente": g.gemeente,
                "redenen": {str(reden): genoemd(ids) for reden, ids in g.redenen},
                "zin": onbeoordeeldzin(g, namen),
            }
            for g in oordeel.onbeoordeeld
        ],
    }


def _namen(vraag: Vraag) -> dict[str, str]:
    return gedeelde_namen(vraag.kandidaten, vraag.omgeving, deel_beschermd=not vraag.voor_derden)


def _afgeschermd(vraag: Vraag) -> NDArray[np.bool_] | None:
    if not vraag.voor_derden:
        return None
    return afgeschermde_rijen(vraag.locaties, vraag.kandidaten, vraag.omgeving)


def _maanden(vraag: Vraag) -> pd.PeriodIndex:
    horizon = int(vraag.omgeving.parameters.getal("flexwonen.horizon_jaren"))
    return pd.period_range(
        vraag.peilmaand, periods=horizon * _MAANDEN_PER_JAAR, freq="M", name="maand"
    )


def _jaren(vraag: Vraag) -> range:
    horizon = int(vraag.omgeving.parameters.getal("flexwonen.horizon_jaren"))
    return range(vraag.peilmaand.year, vraag.peilmaand.year + horizon + 1)


def _smal(tabel: Tabel) -> Tabel:
    """De tabel met alleen de kolommen die op een scherm naast elkaar passen."""
    return replace(tabel, kolommen=tuple(k for k in tabel.kolommen if k.naam in _SMAL))


def _toon_tabel(tabel: Tabel) -> None:
    koppen = [
        Kop(kolom.volle_kop, getal=kolom.soort is not Kolomsoort.TEKST) for kolom in tabel.kolommen
    ]
    toon_tabel(koppen, tabel.als_tekst().to_numpy().tolist(), titel=tabel.titel)
