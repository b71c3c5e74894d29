"""De stijl van kandidaten in een GeoPackage, zoals QGIS en andere GIS-programma's haar lezen.

Klassen, kleuren en namen zijn die van de kaart (`locatieplanner.domein.klassen`). QGIS leest de
tabel ``layer_styles`` en neemt daaruit wat ``useAsDefault`` is; de SLD is voor andere programma's.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

from locatieplanner.domein.klassen import SCOREKLASSEN
from locatieplanner.rapport.deelbaar import AFGESCHERMD

TABEL = "layer_styles"
_VERSIE = "3.28.0"
_RAND = "#333333"
_LEEG = "#ffffff"
_LABEL = "naam"
_TIJDSTIP = "2000-01-01T00:00:00.000Z"
_SLD, _OGC = "http://www.opengis.net/sld", "http://www.opengis.net/ogc"
_SE = "http://www.opengis.net/se"

_MAAK = f"""
    CREATE TABLE {TABEL} (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),
        f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
        useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME
    )
"""
_INHOUD = f"""
    INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
    VALUES ('{TABEL}', 'attributes', '{TABEL}', '', '{_TIJDSTIP}', 0)
"""  # noqa: S608 - alleen eigen constanten
_RIJ = f"""
    INSERT INTO {TABEL} (
        f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
        styleSLD, useAsDefault, description, owner, update_time
    ) VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, 'locatieplanner', '{_TIJDSTIP}')
"""  # noqa: S608


@dataclass(frozen=True)
class Stijlregel:
    """Eén klasse van de stijl.

    Parameters
    ----------
    naam : str
        Naam in de legenda.
    kleur : str
        Vulling als ``#rrggbb``.
    teken : str
        Vorm van een punt in QGIS, zoals ``circle``.
    waar : str
        Voorwaarde in de taal van QGIS.
    """

    naam: str
    kleur: str
    teken: str
    waar: str


def stijlregels() -> tuple[Stijlregel, ...]:
    """Geef de klassen van de stijl: scores, en wat geen score heeft; samen elke rij één keer."""
    return tuple(_regels())


def _regels() -> Iterator[Stijlregel]:
    dicht = f"\"aandachtspunten\" = '{AFGESCHERMD}'"
    uit = "coalesce(\"uitsluitingen\", '') <> ''"
    yield Stijlregel("beschermd: alleen de gemeente", _LEEG, "square", dicht)
    open_ = f"coalesce(\"aandachtspunten\", '') <> '{AFGESCHERMD}'"
    yield Stijlregel(SCOREKLASSEN.uitgesloten, _LEEG, "cross2", f"{open_} AND {uit}")
    telt = f"{open_} AND coalesce(\"uitsluitingen\", '') = ''"
    yield Stijlregel(SCOREKLASSEN.onbekend, _LEEG, "circle", f'{telt} AND "rang" IS NULL')
    telt = f'{telt} AND "rang" IS NOT NULL'
    grenzen = SCOREKLASSEN.grenzen
    for nummer, (naam, kleur) in enumerate(
        zip(SCOREKLASSEN.labels, SCOREKLASSEN.kleuren, strict=True)
    ):
        onder = f' AND "score_totaal" >= {grenzen[nummer - 1]:g}' if nummer else ""
        boven = f' AND "score_totaal" < {grenzen[nummer]:g}' if nummer < len(grenzen) else ""
        yield Stijlregel(naam, kleur, "circle", f"{telt}{onder}{boven}")


def voeg_stijl_toe(pad: Path, laag: str, geometriekolom: str, *, vlakken: bool) -> None:
    """Zet de stijl van een laag met kandidaten in een GeoPackage.

    Parameters
    ----------
    pad : Path
        Het GeoPackage.
    laag, geometriekolom : str
        De laag en haar kolom met vormen.
    vlakken : bool
        Of de meeste vormen vlakken zijn: dan is de stijl voor vlakken de eerste keuze.
    """
    with closing(sqlite3.connect(pad)) as databank, databank:
        databank.execute(_MAAK)
        databank.execute(_INHOUD)
        for naam, is_vlak in (("punten", False), ("vlakken", True)):
            waarden = (
                laag, geometriekolom, f"score, {naam}", _qml(vlak=is_vlak),
                _sld(laag, vlak=is_vlak), is_vlak == vlakken, f"{SCOREKLASSEN.titel}, voor {naam}",
            )  # fmt: skip
            databank.execute(_RIJ, waarden)


def _qml(*, vlak: bool) -> str:
    """De stijl in de taal van QGIS: regels, tekens en de naam ernaast."""
    wortel = Xml.Element("qgis", version=_VERSIE, styleCategories="Symbology|Labeling")
    weergave = Xml.SubElement(
        wortel, "renderer-v2", type="RuleRenderer", symbollevels="0", enableorderby="0",
        forceraster="0", referencescale="-1",
    )  # fmt: skip
    regels = Xml.SubElement(weergave, "rules", key="{wortel}")
    tekens = Xml.SubElement(weergave, "symbols")
    for nummer, regel in enumerate(stijlregels()):
        Xml.SubElement(
            regels, "rule", key=f"{{regel-{nummer}}}", symbol=str(nummer), label=regel.naam,
            filter=regel.waar,
        )  # fmt: skip
        teken = Xml.SubElement(
            tekens, "symbol", name=str(nummer), type="fill" if vlak else "marker", alpha="1",
            clip_to_extent="1", force_rhr="0",
        )  # fmt: skip
        klasse = "SimpleFill" if vlak else "SimpleMarker"
        vorm = Xml.SubElement(
            teken, "layer", {"class": klasse, "enabled": "1", "locked": "0", "pass": "0"}
        )
        leeg = regel.kleur == _LEEG
        _opties(vorm, _vulling(regel, leeg=leeg) if vlak else _teken(regel))
    _labels(wortel)
    return "<!DOCTYPE qgis>" + Xml.tostring(wortel, encoding="unicode")


def _vulling(regel: Stijlregel, *, leeg: bool) -> dict[str, str]:
    return {
        "color": _rgba(regel.kleur),
        "style": "b_diagonal" if leeg else "solid",
        "outline_color": _rgba(_RAND),
        "outline_style": "solid",
        "outline_width": "0.3",
        "outline_width_unit": "MM",
    }


def _teken(regel: Stijlregel) -> dict[str, str]:
    return {
        "name": regel.teken,
        "color": _rgba(regel.kleur),
        "outline_color": _rgba(_RAND),
        "outline_style": "solid",
        "outline_width": "0.3",
        "outline_width_unit": "MM",
        "size": "3.4",
        "size_unit": "MM",
    }


def _opties(ouder: Xml.Element, waarden: dict[str, str]) -> None:
    """De kenmerken zoals QGIS ze schrijft: nieuwe versies lezen Option, oude prop."""
    kaart = Xml.SubElement(ouder, "Option", type="Map")
    for naam, waarde in waarden.items():
        Xml.SubElement(kaart, "Option", name=naam, type="QString", value=waarde)
    for naam, waarde in waarden.items():
        Xml.SubElement(ouder, "prop", k=naam, v=waarde)


def _labels(wortel: Xml.Element) -> None:
    soort = Xml.SubElement(wortel, "labeling", type="simple")
    instelling = Xml.SubElement(soort, "settings", calloutType="simple")
    stijl = Xml.SubElement(
        instelling, "text-style", fieldName=_LABEL, isExpression="0", fontSize="8",
        fontSizeUnit="Point", textColor=_rgba(_RAND), textOpacity="1",
    )  # fmt: skip
    Xml.SubElement(
        stijl, "text-buffer", bufferDraw="1", bufferSize="0.8", bufferSizeUnits="MM",
        bufferColor=_rgba(_LEEG), bufferOpacity="1",
    )  # fmt: skip
    Xml.SubElement(instelling, "placement", placement="0", dist="1.5", distUnits="MM")
    Xml.SubElement(instelling, "rendering", drawLabels="1", obstacle="1")


def _rgba(kleur: str) -> str:
    """Een kleur zoals QGIS haar schrijft."""
    return ",".join(str(int(kleur[plek : plek + 2], 16)) for plek in (1, 3, 5)) + ",255"


def _sld(laag: str, *, vlak: bool) -> str:
    """De stijl als Styled Layer Descriptor 1.1.0, met dezelfde klassen."""
    for voor, adres in (("sld", _SLD), ("ogc", _OGC), ("se", _SE)):
        Xml.register_namespace(voor, adres)
    wortel = Xml.Element(f"{{{_SLD}}}StyledLayerDescriptor", version="1.1.0")
    genoemd = Xml.SubElement(wortel, f"{{{_SLD}}}NamedLayer")
    Xml.SubElement(genoemd, f"{{{_SE}}}Name").text = laag
    stijl = Xml.SubElement(genoemd, f"{{{_SLD}}}UserStyle")
    soort = Xml.SubElement(stijl, f"{{{_SE}}}FeatureTypeStyle")
    grenzen = SCOREKLASSEN.grenzen
    for nummer, (naam, kleur) in enumerate(
        zip(SCOREKLASSEN.labels, SCOREKLASSEN.kleuren, strict=True)
    ):
        regel = Xml.SubElement(soort, f"{{{_SE}}}Rule")
        Xml.SubElement(regel, f"{{{_SE}}}Name").text = naam
        onder = grenzen[nummer - 1] if nummer else None
        boven = grenzen[nummer] if nummer < len(grenzen) else None
        _sld_filter(regel, onder, boven)
        _sld_teken(regel, kleur, vlak=vlak)
        _sld_label(regel)
    rest = Xml.SubElement(soort, f"{{{_SE}}}Rule")
    Xml.SubElement(rest, f"{{{_SE}}}Name").text = f"{SCOREKLASSEN.onbekend} of uitgesloten"
    Xml.SubElement(rest, f"{{{_SE}}}ElseFilter")
    _sld_teken(rest, _LEEG, vlak=vlak)
    _sld_label(rest)
    return Xml.tostring(wortel, encoding="unicode")


def _sld_filter(regel: Xml.Element, onder: float | None, boven: float | None) -> None:
    """Rang bekend, en de score tussen de grenzen; een grens hoort bij de hogere klasse."""
    alles = Xml.SubElement(Xml.SubElement(regel, f"{{{_OGC}}}Filter"), f"{{{_OGC}}}And")
    eisen = [("PropertyIsGreaterThanOrEqualTo", "rang", 1.0)]
    if onder is not None:
        eisen.append(("PropertyIsGreaterThanOrEqualTo", "score_totaal", onder))
    eisen.append(
        ("PropertyIsLessThan", "score_totaal", boven)
        if boven is not None
        else ("PropertyIsLessThanOrEqualTo", "score_totaal", 100.0)
    )
    for soort, kolom, waarde in eisen:
        eis = Xml.SubElement(alles, f"{{{_OGC}}}{soort}")
        Xml.SubElement(eis, f"{{{_OGC}}}PropertyName").text = kolom
        Xml.SubElement(eis, f"{{{_OGC}}}Literal").text = f"{waarde:g}"


def _sld_teken(regel: Xml.Element, kleur: str, *, vlak: bool) -> None:
    if vlak:
        drager = Xml.SubElement(regel, f"{{{_SE}}}PolygonSymbolizer")
    else:
        punt = Xml.SubElement(regel, f"{{{_SE}}}PointSymbolizer")
        beeld = Xml.SubElement(punt, f"{{{_SE}}}Graphic")
        drager = Xml.SubElement(beeld, f"{{{_SE}}}Mark")
        Xml.SubElement(drager, f"{{{_SE}}}WellKnownName").text = "circle"
        Xml.SubElement(beeld, f"{{{_SE}}}Size").text = "11"
    _sld_waarde(Xml.SubElement(drager, f"{{{_SE}}}Fill"), "fill", kleur)
    _sld_waarde(Xml.SubElement(drager, f"{{{_SE}}}Stroke"), "stroke", _RAND)


def _sld_label(regel: Xml.Element) -> None:
    label = Xml.SubElement(regel, f"{{{_SE}}}TextSymbolizer")
    kolom = Xml.SubElement(label, f"{{{_SE}}}Label")
    Xml.SubElement(kolom, f"{{{_OGC}}}PropertyName").text = _LABEL
    _sld_waarde(Xml.SubElement(label, f"{{{_SE}}}Font"), "font-size", "11")
    _sld_waarde(Xml.SubElement(label, f"{{{_SE}}}Fill"), "fill", _RAND)


def _sld_waarde(ouder: Xml.Element, naam: str, waarde: str) -> None:
    Xml.SubElement(ouder, f"{{{_SE}}}SvgParameter", name=naam).text = waarde
