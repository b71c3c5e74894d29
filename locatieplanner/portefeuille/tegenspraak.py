"""Tegenspraak: eisen die elkaar uitsluiten, genoemd voordat er gezocht wordt.

Zonder vaste locaties kan er altijd iets: desnoods wordt er niets gekozen en is het hele doel
tekort. Met vaste locaties kan een eis al overtreden zijn voordat er iets te kiezen valt.
"""

from collections.abc import Iterator

import numpy as np

from locatieplanner.domein.notatie import afstand, opsomming
from locatieplanner.fouten import InvoerFout
from locatieplanner.portefeuille.deelname import GEPLAND
from locatieplanner.portefeuille.eis import Eissoort
from locatieplanner.portefeuille.keuzemodel import Keuzemodel
from locatieplanner.portefeuille.klieken import paren_binnen
from locatieplanner.portefeuille.model import SPELING
from locatieplanner.portefeuille.probleem import Probleem


def controleer(keuze: Keuzemodel) -> None:
    """Controleer of de opdracht zichzelf niet tegenspreekt.

    Raises
    ------
    InvoerFout
        Met alle tegenspraken tegelijk.
    """
    problemen = [*_onbekend(keuze.probleem), *_niet_te_kiezen(keuze.probleem)]
    problemen += [*_te_dicht_bij_elkaar(keuze.probleem), *_al_te_veel(keuze)]
    if problemen:
        raise InvoerFout("\n".join(problemen))


def _onbekend(probleem: Probleem) -> Iterator[str]:
    bekend = set(probleem.kandidaten.index)
    for id_ in (*probleem.opdracht.vast, *probleem.opdracht.zonder):
        if id_ not in bekend:
            yield f"Er is geen kandidaat met id '{id_}'; kijk in de kolom id van het bestand."


def _niet_te_kiezen(probleem: Probleem) -> Iterator[str]:
    """Wie vaststaat maar niet te kiezen is; wie al gepland is, telt zonder dat al mee."""
    for id_ in probleem.opdracht.vast:
        reden = probleem.redenen.get(id_, "")
        if reden and reden != GEPLAND:
            yield f"{id_} staat vast maar is niet te kiezen: {reden}. Haal {id_} uit wat vaststaat."
    vast = probleem.kiesbaar["vast"].to_numpy(dtype=bool)
    for beletsel in probleem.beletsels:
        for id_ in probleem.kiesbaar.index[vast & beletsel.rijen]:
            yield (
                f"{id_} staat vast maar voldoet niet aan de eis: {beletsel.eis.zin}. Haal {id_} "
                "uit wat vaststaat, of laat de eis los."
            )


def _te_dicht_bij_elkaar(probleem: Probleem) -> Iterator[str]:
    meter = probleem.opdracht.min_afstand_m
    if not meter:
        return
    vast = probleem.kiesbaar[probleem.kiesbaar["vast"]]
    punten = vast[["x", "y"]].to_numpy(dtype=np.float64)
    for een, ander in paren_binnen(punten, meter):
        ertussen = afstand(float(np.hypot(*(punten[een] - punten[ander]))))
        yield (
            f"{vast.index[een]} en {vast.index[ander]} staan beide vast maar liggen {ertussen} uit "
            f"elkaar; de eis is ten minste {afstand(meter)}. Haal er een uit wat vaststaat, of "
            "verklein de afstand."
        )


def _al_te_veel(keuze: Keuzemodel) -> Iterator[str]:
    """Eisen die met alleen wat vaststaat, zo klein mogelijk, al overtreden zijn."""
    tabel, model = keuze.probleem.kiesbaar, keuze.model
    vast = np.flatnonzero(tabel["vast"])
    laag = model.laag.copy()
    laag[keuze.gekozen[vast]] = 1.0
    laag[keuze.plaatsen[vast]] = tabel["kleinste"].to_numpy(dtype=np.float64)[vast]
    grens = keuze.probleem.opdracht.max_groot
    if grens is not None:
        kleinste = tabel["kleinste"].to_numpy()[keuze.grote]
        moet = (kleinste > grens.plaatsen) & np.isin(keuze.grote, vast)
        laag[keuze.groot[moet]] = 1.0
    minste = model.matrix.maximum(0) @ laag + model.matrix.minimum(0) @ model.hoog
    genoemd = {Eissoort.AFSTAND, Eissoort.VAST} | {b.eis.soort for b in keuze.probleem.beletsels}
    eerder: set[int] = set()
    for rij in np.flatnonzero(minste > model.rij_hoog + SPELING):
        nummer = int(model.rij_eis[rij])
        if nummer < 0 or nummer in eerder or model.eisen[nummer].soort in genoemd:
            continue
        eerder.add(nummer)
        kolommen = set(model.matrix.indices[slice(*model.matrix.indptr[rij : rij + 2])].tolist())
        wie = [
            str(tabel.index[kandidaat])
            for kandidaat in vast.tolist()
            if kolommen & {keuze.gekozen[kandidaat], keuze.plaatsen[kandidaat]}
        ]
        yield (
            f"Wat vaststaat ({opsomming(wie)}) past niet binnen de eis: "
            f"{model.eisen[nummer].zin}. Zet minder vast, of laat de eis los."
        )
