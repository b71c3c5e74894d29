"""Een plan met zijn geschiedenis als één bestand: leesbaar, na te rekenen, en weer in te lezen.

In de zip staan ``plan.json`` (welk plan en tot waar), ``logboek.jsonl`` (elke gebeurtenis op een
regel, met haar afdruk), ``geschiedenis.txt`` en ``kandidaten.geojson`` om te lezen, en
``LEESMIJ.txt`` met hoe de keten na te rekenen is. Alleen de eerste twee worden weer ingelezen.
"""

import io
import zipfile
from dataclasses import asdict

import geopandas as gpd
from sqlalchemy import insert

from locatieplanner import __version__
from locatieplanner.domein.gebied import WGS84
from locatieplanner.domein.gebruiker import Gebruiker, Projectrol
from locatieplanner.opslag.canoniek import afdruk, canoniek
from locatieplanner.opslag.database import Database
from locatieplanner.opslag.delta import Stand, instellingen_delta
from locatieplanner.opslag.gebeurtenis import Gebeurtenis, Soort
from locatieplanner.opslag.keuring import NAAM_TEKENS, schone_tekst
from locatieplanner.opslag.leesbaar import verschillen
from locatieplanner.opslag.lezen import lees_versie
from locatieplanner.opslag.naslag import Naslag
from locatieplanner.opslag.pakketlezer import FORMAAT, LOGBOEK, PLAN, Pakket, lees
from locatieplanner.opslag.planinhoud import ARCHIEF, NAAM
from locatieplanner.opslag.planversie import Planversie
from locatieplanner.opslag.stand import lees_gebeurtenissen
from locatieplanner.opslag.tabellen import (
    Afscherming,
    Instelling,
    Kandidaat,
    Opmerking,
    Plan,
)
from locatieplanner.opslag.tabellen import Gebeurtenis as Rij
from locatieplanner.opslag.toegang import Planstand, eis, plan_voor
from locatieplanner.opslag.vastleggen import (
    afgeschermde_ids,
    kandidaatrij,
    leg_vast,
    nieuwe_sleutel,
)

_LEESMIJ = f"""Een plan van locatieplanner, met alles wat ermee gebeurde.

{PLAN}: welk plan, tot welke gebeurtenis, en de afdruk daarvan.
{LOGBOEK}: per regel een gebeurtenis.
geschiedenis.txt, kandidaten.geojson: hetzelfde, om te lezen.

Narekenen: de afdruk (hash) van een gebeurtenis is de sha256 van haar velden nummer, tijd, wie,
naam, soort, inhoud, waarom, doel en vorige, als JSON in UTF-8 met de namen gesorteerd, zonder
spaties tussen de tekens en met letters als é onveranderd. Het veld vorige is de afdruk van de
gebeurtenis ervoor; bij de eerste zijn het 64 nullen. Inlezen rekent alles na:

    locatieplanner plan importeer BESTAND
"""


def pak_plan_in(database: Database, gebruiker: Gebruiker, plan: str) -> bytes:
    """Geef een plan met zijn geschiedenis als zip.

    Parameters
    ----------
    database : Database
        Waar het plan staat.
    gebruiker : Gebruiker
        Ten minste planner: er staan beschermde locaties in.
    plan : str
        Sleutel van het plan.

    Raises
    ------
    ToegangFout, OpslagFout
        Als de gebruiker dit niet mag, of bij een storing.
    """
    with database.lezen() as verbinding:
        stand = plan_voor(verbinding, gebruiker, plan, Projectrol.PLANNER)
        gebeurtenissen = list(lees_gebeurtenissen(verbinding, plan))
        afgeschermd = sorted(afgeschermde_ids(verbinding, plan))
        versie = lees_versie(verbinding, database.naslag, stand)
    kop = {
        "formaat": FORMAAT,
        "programma": __version__,
        "plan": stand.id,
        "naam": stand.naam,
        "nummer": stand.nummer,
        "hash": stand.hash,
        "afgeschermd": afgeschermd,
    }
    leden = {
        "LEESMIJ.txt": _LEESMIJ,
        PLAN: canoniek(kop) + "\n",
        LOGBOEK: "".join(canoniek(asdict(g)) + "\n" for g in gebeurtenissen),
        "geschiedenis.txt": _geschiedenis(gebeurtenissen, database.naslag),
        "kandidaten.geojson": _om_te_lezen(versie.inhoud.kandidaten),
    }
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, tekst in leden.items():
            # Een vaste datum: dezelfde gegevens geven hetzelfde bestand.
            archief.writestr(_lid(naam), tekst.encode("utf-8"))
    return uit.getvalue()


def lees_plan_in(
    database: Database,
    gebruiker: Gebruiker,
    project: str,
    inhoud: bytes,
    naam: str = "",
    waarom: str = "",
) -> Planversie:
    """Lees een plan met zijn geschiedenis in, als nieuw plan; de afdrukken blijven.

    Parameters
    ----------
    database : Database
        Waar het komt.
    gebruiker : Gebruiker
        Ten minste planner in het project.
    project : str
        Sleutel van het project.
    inhoud : bytes
        Wat `pak_plan_in` gaf.
    naam : str, optional
        Een andere naam dan het plan had.
    waarom : str, optional
        De reden, voor het logboek.

    Raises
    ------
    BestandFout
        Als het bestand niet te lezen is, te groot is, of de keten niet klopt.
    PlanFout
        Als er iets in staat wat niet bewaard mag worden.
    ToegangFout, OpslagFout
        Als de gebruiker dit niet mag, of bij een storing.
    """
    reden = schone_tekst(waarom, "De reden", verplicht=False)
    nieuwe_naam = (
        schone_tekst(naam, "De naam van het plan", NAAM_TEKENS, verplicht=True) if naam else ""
    )
    with database.lezen() as verbinding:
        # Wie het niet mag, laat hier ook geen bestand narekenen.
        eis(verbinding, gebruiker, project, Projectrol.PLANNER)
    pakket = lees(inhoud, database.naslag)
    with database.schrijven() as verbinding:
        rol = eis(verbinding, gebruiker, project, Projectrol.PLANNER)
        laatste = pakket.gebeurtenissen[-1]
        stand = Planstand(
            nieuwe_sleutel(), project, pakket.naam, pakket.gearchiveerd, laatste.nummer,
            laatste.hash, laatste.tijd, laatste.naam, rol,
        )  # fmt: skip
        verbinding.execute(
            insert(Plan),
            {
                "id": stand.id, "project_id": project, "naam": stand.naam,
                "gearchiveerd": stand.gearchiveerd, "nummer": stand.nummer, "hash": stand.hash,
                "gewijzigd": stand.gewijzigd, "door": stand.door,
            },
        )  # fmt: skip
        for tabel, rijen in _rijen(pakket, stand.id):
            if rijen:
                verbinding.execute(insert(tabel), rijen)
        uit = {"plan": pakket.plan, "sha256": afdruk(inhoud)}
        delta = instellingen_delta(
            pakket.stand.instellingen, {NAAM: nieuwe_naam or stand.naam, ARCHIEF: False}
        )
        stand = leg_vast(
            verbinding, database.naslag, stand, gebruiker, Soort.INGELEZEN,
            {"kandidaten": {}, "instellingen": delta, "uit": uit}, reden,
        )  # fmt: skip
        return lees_versie(verbinding, database.naslag, stand)


def _rijen(pakket: Pakket, plan: str) -> list[tuple[type, list[dict[str, object]]]]:
    """De rijen van elke tabel, in de volgorde waarin zij erin kunnen."""
    return [
        (
            Rij,
            [{"plan_id": plan, **asdict(g), "soort": str(g.soort)} for g in pakket.gebeurtenissen],
        ),
        (
            Kandidaat,
            [
                kandidaatrij(plan, id_, velden, pakket.versies[id_])
                for id_, velden in pakket.stand.kandidaten.items()
            ],
        ),
        (
            Instelling,
            [
                {"plan_id": plan, "veld": v, "versie": pakket.instellingversies[v], "waarde": w}
                for v, w in pakket.stand.instellingen.items()
            ],
        ),
        (
            Afscherming,
            [{"plan_id": plan, "kandidaat_id": id_} for id_ in sorted(pakket.afgeschermd)],
        ),
        (
            Opmerking,
            [
                {
                    "plan_id": plan,
                    "nummer": g.nummer,
                    "kandidaat_id": g.delta["kandidaat"],
                    "tekst": g.delta["tekst"],
                }
                for g in pakket.gebeurtenissen
                if g.soort is Soort.OPMERKING
            ],
        ),
    ]


def _om_te_lezen(kandidaten: gpd.GeoDataFrame) -> str:
    """De kandidaten als GeoJSON; een datum is tekst, en wat onbekend is ontbreekt."""
    tabel = kandidaten.to_crs(WGS84)
    for naam in tabel.select_dtypes("datetime").columns:
        tabel[naam] = tabel[naam].dt.strftime("%Y-%m-%d")
    return str(tabel.to_json(na="drop"))


def _geschiedenis(gebeurtenissen: list[Gebeurtenis], naslag: Naslag) -> str:
    """Het logboek om te lezen, het oudste eerst."""
    regels, stand = [], Stand()
    for g in gebeurtenissen:
        namen = {id_: str(k.get("naam", id_)) for id_, k in stand.kandidaten.items()}
        reden = f" · {g.waarom}" if g.waarom else ""
        doel = f" ({g.doel})" if g.doel else ""
        regels.append(f"{g.nummer} · {g.tijd} · {g.naam} · {g.soort}{doel}{reden}")
        delta = g.delta
        regels += [f"    {v.zin}" for v in verschillen(delta, naslag, namen)]
        if g.soort is Soort.OPMERKING:
            regels.append(f"    {delta['kandidaat'] or 'hele plan'}: {delta['tekst']}")
        stand.pas_toe(delta)
    return "\n".join(regels) + "\n"


def _lid(naam: str) -> zipfile.ZipInfo:
    lid = zipfile.ZipInfo(naam, (2020, 1, 1, 0, 0, 0))
    lid.compress_type = zipfile.ZIP_DEFLATED
    lid.external_attr = 0o644 << 16
    return lid
