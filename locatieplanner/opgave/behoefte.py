"""Pieken en dalen: de behoefte tegenover de capaciteit, met een buffer en flexibele plaatsen.

Per maand, in plaatsen, met b het aandeel van de buffer en f het aandeel flexibele plaatsen::

    behoefte        = landelijke behoefte · inwoners gebied / inwoners Nederland
    buffer          = b · behoefte
    tekort          = max(behoefte − capaciteit, 0)
    tekort_buffer   = max(behoefte + buffer − capaciteit, 0)      (met volle buffer)
    leeg            = max(capaciteit − behoefte, 0)
    door_anderen    = min(leeg, f · capaciteit)
    blijft_leeg     = leeg − door_anderen
    buffer_leeg     = min(blijft_leeg, buffer)

Anderen gebruiken eerst wat er boven de buffer is, want dat is het minst snel nodig. Bestaande
opvang telt hier altijd mee: zij is er, wat een doelset ook telt. De kosten per maand zijn::

    kosten_volle_buffer = buffer · deel dat doorloopt · kosten regulier / 12
    kosten_buffer       = buffer_leeg · deel dat doorloopt · kosten regulier / 12
    kosten_noodopvang   = tekort · (kosten noodopvang − kosten regulier) / 12

De eerste geldt als de hele buffer er is en leeg staat, de tweede voor wat er van de buffer is en
leeg blijft; de derde is wat het meer kost als wie geen plaats vindt, in noodopvang terechtkomt.

De constanten staan in ``lagen/parameters.toml``, groep ``behoefte``.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from locatieplanner.domein.behoefte import Behoeftescenario
from locatieplanner.domein.herkomst import Status, zwakste
from locatieplanner.domein.omgeving import Omgeving
from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.capaciteit import capaciteit_per_maand
from locatieplanner.opgave.gebiedsdoel import gebiedsnaam, gemeenten_in
from locatieplanner.opgave.gepland import telt_als_gepland
from locatieplanner.opgave.verloop import tijdvak

_PER_JAAR = ("tekort", "leeg", "door_anderen", "blijft_leeg", "buffer", "buffer_leeg")
_KOSTEN = ("kosten_volle_buffer", "kosten_buffer", "kosten_noodopvang")


@dataclass(frozen=True, eq=False)
class Behoefteverloop:
    """De behoefte van een gebied tegenover zijn capaciteit, maand voor maand.

    Parameters
    ----------
    naam : str
        Naam van het gebied in een zin.
    scenario : Behoeftescenario
        De landelijke behoefte.
    aandeel : float
        Deel van de inwoners van Nederland dat in het gebied woont (0–1).
    status : Status
        Hoe zeker behoefte en capaciteit samen zijn.
    maanden : DataFrame
        Index ``maand``; in plaatsen: ``bestaand_bekend``, ``bestaand_geschat``, ``gepland``,
        ``capaciteit``, ``behoefte`` (NaN voor de eerste knoop), ``buffer``,
        ``behoefte_met_buffer``, ``tekort``, ``tekort_buffer``, ``leeg``, ``door_anderen``,
        ``blijft_leeg`` en ``buffer_leeg``; in euro: ``kosten_volle_buffer``, ``kosten_buffer`` en
        ``kosten_noodopvang``.
    """

    naam: str
    scenario: Behoeftescenario
    aandeel: float
    status: Status
    maanden: pd.DataFrame

    @property
    def per_jaar(self) -> pd.DataFrame:
        """Plaatsmaanden en euro's per kalenderjaar.

        Index ``jaar``; ``maanden`` (waarvan de behoefte bekend is), ``plaatsmaanden_…`` van
        tekort, leeg, door anderen, blijft leeg, buffer en buffer leeg, en
        ``kosten_volle_buffer_euro``, ``kosten_buffer_euro`` en ``kosten_noodopvang_euro``; NaN als
        van geen enkele maand de behoefte bekend is.
        """
        per_jaar = self.maanden.groupby(pd.PeriodIndex(self.maanden.index).year)
        tabel = pd.DataFrame({"maanden": per_jaar["behoefte"].count()})
        for kolom in _PER_JAAR:
            tabel[f"plaatsmaanden_{kolom}"] = per_jaar[kolom].sum(min_count=1)
        for kolom in _KOSTEN:
            tabel[f"{kolom}_euro"] = per_jaar[kolom].sum(min_count=1)
        tabel.index.name = "jaar"
        return tabel

    def tekortmaanden(self, kolom: str = "tekort") -> list[tuple[pd.Period, pd.Period]]:
        """Geef de aaneengesloten tijdvakken waarin plaatsen te kort zijn: eerste en laatste maand.

        Parameters
        ----------
        kolom : {"tekort", "tekort_buffer"}
            Een tekort aan plaatsen, of aan plaatsen met een volle buffer.
        """
        # Een rest van minder dan een miljoenste plaats komt van het rekenen, niet van een tekort.
        kort = (self.maanden[kolom] > 1e-6).to_numpy(dtype=bool)
        grenzen = np.flatnonzero(np.diff(np.concatenate([[False], kort, [False]]).astype(int)))
        maanden = self.maanden.index
        return [
            (maanden[begin], maanden[eind - 1])
            for begin, eind in zip(grenzen[::2], grenzen[1::2], strict=True)
        ]


def behoefteverloop(
    kandidaten: pd.DataFrame,
    omgeving: Omgeving,
    scenario: Behoeftescenario,
    provincie: str | None = None,
    gemeentecode: str | None = None,
    *,
    vanaf: pd.Period,
    aantal_maanden: int | None = None,
) -> Behoefteverloop:
    """Zet de behoefte van het land, een provincie of een gemeente naast de capaciteit.

    Parameters
    ----------
    kandidaten : DataFrame
        Index ``id``, met ligging.
    omgeving : Omgeving
        Met gemeenten, bestaande opvang en parameters.
    scenario : Behoeftescenario
        De landelijke behoefte.
    provincie, gemeentecode : str, optional
        Het gebied; zonder beide het hele land.
    vanaf : Period
        De eerste maand.
    aantal_maanden : int, optional
        Hoeveel maanden; zonder tot de laatste datum die er toe doet.

    Raises
    ------
    GebiedFout
        Als het gebied niet bestaat.
    """
    codes = gemeenten_in(omgeving, provincie, gemeentecode)
    hier = kandidaten[kandidaten["gemeentecode"].isin(codes)]
    geplande = hier[telt_als_gepland(hier, omgeving.locatietypen, omgeving.parameters)]
    laatste = scenario.knopen[-1].maand
    maanden = tijdvak(geplande, laatste, omgeving.parameters, vanaf, aantal_maanden)
    inwoners = omgeving.gemeenten["inwoners"]
    aandeel = float(inwoners.loc[codes].sum() / inwoners.sum())
    tabel = capaciteit_per_maand(geplande, omgeving, codes, maanden)
    tabel["behoefte"] = aandeel * scenario.reeks(maanden)
    statussen = [scenario.status, *(Status(s) for s in omgeving.bestaand.loc[codes, "status"])]
    if len(codes) < len(inwoners):
        statussen.append(Status.AFGELEID)
    return Behoefteverloop(
        naam=gebiedsnaam(omgeving, provincie, gemeentecode),
        scenario=scenario,
        aandeel=aandeel,
        status=zwakste(*statussen),
        maanden=met_buffer(tabel, omgeving.parameters),
    )


def met_buffer(tabel: pd.DataFrame, parameters: Parameters) -> pd.DataFrame:
    """Voeg buffer, tekort, lege plaatsen en kosten toe; zie de formules bovenaan de module.

    Parameters
    ----------
    tabel : DataFrame
        Met ``behoefte`` (NaN = onbekend) en ``capaciteit``, plaatsen.
    parameters : Parameters
        De groep ``behoefte``.
    """
    behoefte, capaciteit = tabel["behoefte"], tabel["capaciteit"]
    regulier = parameters.getal("behoefte.kosten_regulier_euro")
    noodopvang = parameters.getal("behoefte.kosten_noodopvang_euro")
    uit = tabel.copy()
    uit["buffer"] = parameters.getal("behoefte.buffer_aandeel") * behoefte
    uit["behoefte_met_buffer"] = behoefte + uit["buffer"]
    uit["tekort"] = (behoefte - capaciteit).clip(lower=0.0)
    uit["tekort_buffer"] = (uit["behoefte_met_buffer"] - capaciteit).clip(lower=0.0)
    uit["leeg"] = (capaciteit - behoefte).clip(lower=0.0)
    flexibel = parameters.getal("behoefte.flexibel_aandeel") * capaciteit
    uit["door_anderen"] = uit["leeg"].clip(upper=flexibel)
    uit["blijft_leeg"] = uit["leeg"] - uit["door_anderen"]
    uit["buffer_leeg"] = uit["blijft_leeg"].clip(upper=uit["buffer"])
    lege_plaats = parameters.getal("behoefte.lege_plaats_kostendeel") * regulier / 12
    uit["kosten_volle_buffer"] = uit["buffer"] * lege_plaats
    uit["kosten_buffer"] = uit["buffer_leeg"] * lege_plaats
    uit["kosten_noodopvang"] = uit["tekort"] * (noodopvang - regulier) / 12
    return uit
