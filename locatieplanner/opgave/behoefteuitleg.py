"""De behoefte in gewone woorden: welke maanden komt men te kort, en waar rust dat op?"""

import pandas as pd

from locatieplanner.domein.gebied import NEDERLAND
from locatieplanner.domein.notatie import datum, getal, opsomming, procent
from locatieplanner.domein.parameters import Parameters
from locatieplanner.opgave.behoefte import Behoefteverloop
from locatieplanner.opgave.verloopuitleg import ontbrekend

_GENOEMDE_TIJDVAKKEN = 3


def behoeftezin(behoefte: Behoefteverloop) -> str:
    """Zeg in welke maanden er plaatsen te kort zijn, zonder en met een volle buffer."""
    maanden = behoefte.maanden
    if maanden["behoefte"].isna().all():
        return (
            f"De behoefte in {behoefte.naam} is in dit tijdvak onbekend: de reeks begint in "
            f"{datum(str(behoefte.scenario.knopen[0].maand))}."
        )
    tekort = behoefte.tekortmaanden()
    if tekort:
        ergst = maanden["tekort"].idxmax()
        return (
            f"In {behoefte.naam} zijn er {_tijdvakken(tekort)} plaatsen te kort. Het tekort is "
            f"het grootst in {datum(str(ergst))}: {ontbrekend(maanden['tekort'].max())}."
        )
    zin = f"In {behoefte.naam} zijn er in geen enkele maand van dit tijdvak plaatsen te kort"
    zonder_buffer = behoefte.tekortmaanden("tekort_buffer")
    if not zonder_buffer:
        return f"{zin}, ook niet met een volle buffer."
    ergst = maanden["tekort_buffer"].idxmax()
    ontbreekt = ontbrekend(maanden["tekort_buffer"].max())
    return (
        f"{zin}. De buffer is {_tijdvakken(zonder_buffer)} niet vol; het meest ontbreekt in "
        f"{datum(str(ergst))}: {ontbreekt}."
    )


def onderbouwing(behoefte: Behoefteverloop) -> list[str]:
    """Geef waar het beeld op rust, een zin per punt."""
    scenario = behoefte.scenario
    zinnen = [
        f"{scenario.naam}: {scenario.uitleg}",
        f"De behoefte in heel {NEDERLAND}: {'; '.join(_knopen(behoefte))}. Ertussen loopt zij in "
        "een rechte lijn, daarna blijft zij gelijk.",
    ]
    if behoefte.aandeel < 1:
        zinnen.append(
            f"Voor {behoefte.naam} is dat naar rato van inwoners ({procent(behoefte.aandeel, 1)}): "
            "afgeleid."
        )
    eerste = behoefte.maanden.iloc[0]
    zinnen.append(
        f"Van de capaciteit zijn {getal(float(eerste['bestaand_geschat']))} plaatsen bestaande "
        "opvang geschat, en van alle bestaande opvang is geen einddatum bekend: zij telt elke "
        "maand gelijk. Zij telt hier mee, ook als zij dat voor de gekozen doelset niet doet."
    )
    return zinnen


def kostenzin(behoefte: Behoefteverloop) -> str:
    """Zeg wat een volle buffer kost en wat een tekort meer kost, in het eerste hele jaar."""
    heel = behoefte.per_jaar.query("maanden == 12")
    if heel.empty:
        return "In dit tijdvak is van geen enkel heel jaar de behoefte bekend."
    jaar, rij = heel.index[0], heel.iloc[0]
    zin = (
        f"In {jaar} kost een volle buffer die het hele jaar leeg staat naar schatting "
        f"{_bedrag(rij['kosten_volle_buffer_euro'])}."
    )
    if rij["plaatsmaanden_tekort"] > 0:
        meer = _bedrag(rij["kosten_noodopvang_euro"])
        return (
            f"{zin} Noodopvang voor het tekort van dat jaar kost {meer} meer dan reguliere opvang."
        )
    return (
        f"{zin} Er is dat jaar geen tekort; wat er van de buffer echt leeg blijft staan, kost "
        f"{_bedrag(rij['kosten_buffer_euro'])}."
    )


def kostenuitleg(parameters: Parameters) -> list[str]:
    """Geef waar de bedragen op rusten, een zin per punt."""
    regulier, noodopvang, deel = (
        parameters[f"behoefte.{naam}"]
        for naam in ("kosten_regulier_euro", "kosten_noodopvang_euro", "lege_plaats_kostendeel")
    )
    return [
        f"Een bezette plaats kost € {getal(parameters.getal(regulier.id))} per jaar "
        f"({regulier.herkomst.zin}).",
        "Een lege plaats kost niet hetzelfde als een bezette. Gerekend is met "
        f"{procent(parameters.getal(deel.id))} daarvan ({deel.herkomst.status}): {deel.reden}",
        f"Wie geen plaats vindt, komt hier in noodopvang: € "
        f"{getal(parameters.getal(noodopvang.id))} per jaar ({noodopvang.herkomst.zin}). Geteld is "
        "alleen wat dat meer kost dan een reguliere plaats.",
    ]


def _bedrag(euro: float) -> str:
    """Een geschat bedrag, niet preciezer dan het is.

    >>> _bedrag(1_234_567)
    '€ 1,2 miljoen'
    """
    if euro >= 1_000_000:
        return f"€ {getal(float(euro) / 1_000_000, 1)} miljoen"
    return f"€ {getal(round(float(euro), -3))}"


def _knopen(behoefte: Behoefteverloop) -> list[str]:
    return [
        f"{getal(knoop.plaatsen)} plaatsen in {datum(str(knoop.maand))} ({knoop.herkomst.zin})"
        for knoop in behoefte.scenario.knopen
    ]


def _tijdvakken(vakken: list[tuple[pd.Period, pd.Period]]) -> str:
    """Tijdvakken als bijwoordelijke bepaling: ``in mei 2027 en van juli tot en met …``."""
    delen = [
        f"in {datum(str(van))}"
        if van == tot
        else f"van {datum(str(van))} tot en met {datum(str(tot))}"
        for van, tot in vakken
    ]
    meer = len(delen) - _GENOEMDE_TIJDVAKKEN
    if meer > 1:
        delen = [*delen[:_GENOEMDE_TIJDVAKKEN], f"in nog {meer} tijdvakken"]
    return opsomming(delen)
