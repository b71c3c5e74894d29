"""Een nabootsing van het CBS (OData versie 3): de echte dienst is hier niet te krijgen.

De vorm van de antwoorden is die van ``opendata.cbs.nl/ODataFeed``: kenmerken in
``DataProperties``, sleutels met spaties erachter, grote negatieve getallen voor wat ontbreekt.
"""

from urllib.parse import urlsplit

from tests.diensten.loket import Antwoord, Reactie, Verzoek, als_json

TABEL = "85984NED"
TABELADRES = "/ODataFeed/odata"

RIJEN = [
    {
        "ID": nummer,
        "WijkenEnBuurten": f"BU0363{nummer:04d}".ljust(14),
        "Gemeentenaam_1": "Amsterdam".ljust(40),
        "InBezitWoningcorporatie_42": -99_997.0 if nummer == 0 else 10.0 * nummer,
    }
    for nummer in range(7)
]

KENMERKEN = [
    {"odata.type": "Cbs.OData.GeoDimension", "ID": 0, "Key": "WijkenEnBuurten", "Type": "x"},
    {"odata.type": "Cbs.OData.TopicGroup", "ID": 1, "Key": "", "Type": "TopicGroup"},
    {"odata.type": "Cbs.OData.Topic", "ID": 2, "Key": "Gemeentenaam_1", "Type": "Topic"},
    {"odata.type": "Cbs.OData.Topic", "ID": 3, "Key": "InBezitWoningcorporatie_42", "Type": "x"},
]


def cbs(*, afkappen: int = 0, wijst_door: bool = False, rijen: list | None = None) -> Antwoord:
    """Beantwoord verzoeken om de tabel.

    `afkappen` is hoeveel rijen de dienst hoogstens geeft; met `wijst_door` zegt zij dan zelf waar
    de rest staat.
    """
    alles = RIJEN if rijen is None else rijen

    def antwoord(verzoek: Verzoek) -> Reactie:
        pad = urlsplit(verzoek.pad).path
        meta = {"odata.metadata": f"{TABELADRES}/{TABEL}/$metadata"}
        if pad == f"{TABELADRES}/{TABEL}/DataProperties":
            return als_json({**meta, "value": KENMERKEN})
        if pad == f"{TABELADRES}/{TABEL}/TableInfos":
            info = {"Title": "Kerncijfers", "Period": "2024", "Modified": "2025-03-31T02:00:00"}
            return als_json({**meta, "value": [info]})
        if pad != f"{TABELADRES}/{TABEL}/TypedDataSet":
            return Reactie(b"Resource not found", status=404, soort="text/plain")
        return als_json({**meta, **_rijen(verzoek, alles, afkappen, wijst_door=wijst_door)})

    return antwoord


def _rijen(verzoek: Verzoek, alles: list, afkappen: int, *, wijst_door: bool) -> dict:
    vraag = verzoek.vraag
    start, hoogstens = int(vraag.get("$skip", 0)), int(vraag.get("$top", len(alles)))
    aantal = min(hoogstens, afkappen or hoogstens)
    namen = vraag["$select"].split(",")
    deel = [{naam: rij[naam] for naam in namen} for rij in alles[start : start + aantal]]
    if not (wijst_door and deel and start + len(deel) < len(alles)):
        return {"value": deel}
    verder = f"{TABELADRES}/{TABEL}/TypedDataSet?$format=json&$select={vraag['$select']}"
    return {"value": deel, "odata.nextLink": f"{verder}&$skip={start + len(deel)}"}
