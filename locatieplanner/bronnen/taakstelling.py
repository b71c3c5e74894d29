"""De landelijke taakstelling lezen uit ``taakstelling_landelijk.csv``."""

from pathlib import Path

from locatieplanner.bronnen.lagen import HERSTEL, lees_tabel
from locatieplanner.domein.halfjaar import Halfjaar
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.domein.taakstelling import Landelijk
from locatieplanner.fouten import InvoerFout, LaagFout

BESTAND = "taakstelling_landelijk.csv"

_KOLOMMEN = ("halfjaar", "vergunninghouders", "status", "bron", "toelichting")


def lees_taakstelling(map: Path | None = None) -> dict[Halfjaar, Landelijk]:
    """Lees de landelijke taakstelling, per halfjaar en in de volgorde van de tijd.

    Raises
    ------
    LaagFout
        Als het bestand ontbreekt of niet klopt.
    """
    tabel = lees_tabel(BESTAND, _KOLOMMEN, map)
    velden = (tabel[kolom] for kolom in _KOLOMMEN)
    rijen = [
        _rij([str(cel) for cel in rij], nummer)
        for nummer, rij in enumerate(zip(*velden, strict=True), start=2)
    ]
    halfjaren = [rij.halfjaar for rij in rijen]
    dubbel = {str(halfjaar) for halfjaar in halfjaren if halfjaren.count(halfjaar) > 1}
    if dubbel:
        raise LaagFout(f"{BESTAND}: {', '.join(sorted(dubbel))} staat er dubbel. {HERSTEL}")
    return {rij.halfjaar: rij for rij in sorted(rijen, key=lambda rij: rij.halfjaar)}


def _rij(cellen: list[str], regel: int) -> Landelijk:
    halfjaar, aantal, status, bron, toelichting = cellen
    plek = f"{BESTAND}, regel {regel}"
    if status not in set(Status):
        raise LaagFout(f"{plek}: '{status}' is geen status; kies uit {', '.join(Status)}.")
    if aantal and not aantal.isdecimal():
        raise LaagFout(f"{plek}: '{aantal}' is geen aantal. Schrijf een heel getal, of niets.")
    try:
        wanneer = Halfjaar.lees(halfjaar)
    except InvoerFout as fout:
        raise LaagFout(f"{plek}: {fout}") from fout
    return Landelijk(
        wanneer,
        int(aantal) if aantal else None,
        Herkomst(bron, "", Status(status), toelichting),
    )
