"""Een verandering als gegevens: per kandidaat en per instelling wat er stond en wat er komt.

::

    {"kandidaten":   {id:   {"van": {veld: waarde}, "naar": {veld: waarde}}},
     "instellingen": {veld: {"van": waarde,         "naar": waarde}}}

Bij een kandidaat die er al was staan alleen de velden die veranderen; ``van`` is null als zij erbij
komt, ``naar`` is null als zij weggaat. Een veld dat leeg is, staat niet in een kandidaat. Omgekeerd
is het de verandering terug, en alle veranderingen na elkaar geven de stand.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from locatieplanner.fouten import PlanFout
from locatieplanner.opslag.canoniek import Json

KANDIDATEN, INSTELLINGEN, VAN, NAAR = "kandidaten", "instellingen", "van", "naar"


@dataclass
class Stand:
    """De inhoud van een plan als JSON, op één moment.

    Parameters
    ----------
    kandidaten : dict of str to object
        Per id de kandidaat, zie `json_kandidaten`.
    instellingen : dict of str to object
        Per veld de waarde, zie `json_instellingen`; met ``naam`` en ``gearchiveerd``.
    """

    kandidaten: dict[str, Json] = field(default_factory=dict)
    instellingen: Json = field(default_factory=dict)

    def als_json(self) -> Json:
        """Geef de stand als object."""
        return {KANDIDATEN: self.kandidaten, INSTELLINGEN: self.instellingen}

    @classmethod
    def uit_json(cls, waarde: Json) -> "Stand":
        """Maak de stand van een object."""
        return cls(waarde[KANDIDATEN], waarde[INSTELLINGEN])

    def pas_toe(self, delta: Json) -> None:
        """Verwerk een verandering in deze stand.

        Raises
        ------
        PlanFout
            Als de verandering niet op deze stand past; de stand is dan half veranderd.
        """
        for id_, paar in delta.get(KANDIDATEN, {}).items():
            nieuw = kandidaat_na(self.kandidaten.get(id_), paar, id_)
            if nieuw is None:
                del self.kandidaten[id_]
            else:
                self.kandidaten[id_] = nieuw
        for veld, paar in delta.get(INSTELLINGEN, {}).items():
            self.instellingen[veld] = deepcopy(paar[NAAR])


def kandidaat_na(oud: Json | None, paar: Json, id_: str) -> Json | None:
    """Geef een kandidaat na een verandering; None als zij er dan niet is.

    Raises
    ------
    PlanFout
        Als zij er niet is en dat wel moet, of andersom.
    """
    van, naar = paar[VAN], paar[NAAR]
    if (van is None) != (oud is None):
        raise PlanFout(
            f"De verandering past niet op kandidaat '{id_}': die "
            f"{'bestaat al' if van is None else 'bestaat niet (meer)'}. Open het plan opnieuw."
        )
    if naar is None:
        return None
    samen = {**(oud or {}), **naar}
    for veld in van or {}:
        if veld not in naar:
            samen.pop(veld, None)
    return samen


def kandidaat_paar(oud: Json | None, nieuw: Json | None) -> Json:
    """Geef de verandering van één kandidaat; zonder de velden die gelijk blijven."""
    if oud is None or nieuw is None:
        return {VAN: oud, NAAR: nieuw}
    anders = [v for v in {**oud, **nieuw} if oud.get(v) != nieuw.get(v)]
    return {
        VAN: {veld: oud[veld] for veld in anders if veld in oud},
        NAAR: {veld: nieuw[veld] for veld in anders if veld in nieuw},
    }


def maak_delta(oud: Stand, nieuw: Stand) -> Json:
    """Geef de verandering van de ene stand naar de andere."""
    ids = [*oud.kandidaten, *(id_ for id_ in nieuw.kandidaten if id_ not in oud.kandidaten)]
    paren = {
        id_: kandidaat_paar(oud.kandidaten.get(id_), nieuw.kandidaten.get(id_))
        for id_ in ids
        if oud.kandidaten.get(id_) != nieuw.kandidaten.get(id_)
    }
    return bouw(paren, instellingen_delta(oud.instellingen, nieuw.instellingen))


def instellingen_delta(oud: Mapping[str, object], nieuw: Mapping[str, object]) -> Json:
    """Geef de verandering van de instellingen die in `nieuw` staan."""
    return {
        veld: {VAN: oud.get(veld), NAAR: waarde}
        for veld, waarde in nieuw.items()
        if veld not in oud or oud[veld] != waarde
    }


def bouw(kandidaten: Json, instellingen: Json) -> Json:
    """Zet veranderingen van kandidaten en van instellingen bij elkaar."""
    return {KANDIDATEN: kandidaten, INSTELLINGEN: instellingen}


def is_leeg(delta: Json) -> bool:
    """Of er niets verandert."""
    return not delta.get(KANDIDATEN) and not delta.get(INSTELLINGEN)


def keer_om(delta: Json) -> Json:
    """Geef de verandering terug."""
    return {
        deel: {wat: {VAN: paar[NAAR], NAAR: paar[VAN]} for wat, paar in delta.get(deel, {}).items()}
        for deel in (KANDIDATEN, INSTELLINGEN)
    }
