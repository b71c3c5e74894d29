"""Eigen doelen als JSON."""

from locatieplanner.domein.doel import Bandbreedte, Doel
from locatieplanner.domein.eigendoelen import Eigendoelen
from locatieplanner.domein.herkomst import Herkomst, Status
from locatieplanner.opslag.canoniek import Json
from locatieplanner.opslag.json_waarden import getal_of_leeg


def als_json(doelen: Eigendoelen) -> Json:
    """Geef eigen doelen als object."""
    return {
        "rijen": [[id_, _doel_als_json(doel)] for id_, doel in doelen.rijen],
        "namen": [[id_, naam] for id_, naam in doelen.namen],
    }


def uit_json(waarde: Json) -> Eigendoelen:
    """Maak eigen doelen van een object.

    Raises
    ------
    KeyError, TypeError, ValueError
        Als het object niet klopt.
    """
    return Eigendoelen(
        tuple((str(id_), _doel_uit_json(doel)) for id_, doel in waarde["rijen"]),
        tuple((str(id_), str(naam)) for id_, naam in waarde["namen"]),
    )


def herkomst_als_json(herkomst: Herkomst) -> Json:
    """Geef een herkomst als object."""
    return {
        "bron": herkomst.bron,
        "peildatum": herkomst.peildatum,
        "status": str(herkomst.status),
        "toelichting": herkomst.toelichting,
    }


def herkomst_uit_json(waarde: Json) -> Herkomst:
    """Maak een herkomst van een object.

    Raises
    ------
    KeyError, TypeError, ValueError
        Als het object niet klopt.
    """
    return Herkomst(
        str(waarde["bron"]),
        str(waarde["peildatum"]),
        Status(waarde["status"]),
        str(waarde["toelichting"]),
    )


def _doel_als_json(doel: Doel) -> Json:
    return {
        "provincie": doel.provincie,
        "onderdeel": doel.onderdeel,
        "minimum": getal_of_leeg(doel.plaatsen.minimum),
        "maximum": getal_of_leeg(doel.plaatsen.maximum),
        "peildatum": doel.peildatum,
        "herkomst": herkomst_als_json(doel.herkomst),
    }


def _doel_uit_json(waarde: Json) -> Doel:
    return Doel(
        str(waarde["provincie"]),
        str(waarde["onderdeel"]),
        Bandbreedte(getal_of_leeg(waarde["minimum"]), getal_of_leeg(waarde["maximum"])),
        str(waarde["peildatum"]),
        herkomst_uit_json(waarde["herkomst"]),
    )
