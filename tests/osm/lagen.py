"""De twee lagen uit OpenStreetMap, met genoeg categorieën en regels om alles te raken."""

from pathlib import Path

from locatieplanner.bronnen.catalogus import BESTAND, Laag, lees_catalogus

_TOML = """
[voorzieningen]
naam = "Voorzieningen"
soort = "vector"
crs = "EPSG:28992"
status = "gepubliceerd"
licentie = "ODbL"
rand_m = {rand_m}
[voorzieningen.dienst]
soort = "osm"
naam = "Overpass (proef)"
adres = "{adres}"
onderdeel = "voorzieningen"
[voorzieningen.categorieen.supermarkt]
naam = "supermarkt"
tags = ["shop=supermarket"]
[voorzieningen.categorieen.basisschool]
naam = "basisschool"
tags = ["amenity=school & isced:level=1"]
[voorzieningen.categorieen.apotheek]
naam = "apotheek"
tags = ["amenity=pharmacy", "healthcare=pharmacy"]
[voorzieningen.categorieen.sport]
naam = "sport"
tags = ["leisure=sports_centre", "sport=*"]
niet = ["access=private"]
[voorzieningen.categorieen.eten]
naam = "eten"
tags = ["amenity=restaurant", "amenity=cafe"]

[straten]
naam = "Straten"
soort = "tabel"
status = "gepubliceerd"
licentie = "ODbL"
rand_m = {rand_m}
[straten.dienst]
soort = "osm"
naam = "Overpass (proef)"
adres = "{adres}"
onderdeel = "straten"
[straten.wijzen.lopen]
naam = "lopen"
wel = ["highway=residential", "highway=footway", "highway=steps", "highway=service",
       "highway=pedestrian", "highway=path", "highway=primary", "highway=secondary",
       "highway=tertiary", "highway=unclassified", "highway=living_street", "route=ferry"]
niet = ["access=private", "access=no", "foot=no"]
toch = ["foot=yes", "foot=designated"]
[straten.wijzen.fietsen]
naam = "fietsen"
wel = ["highway=residential", "highway=cycleway", "highway=footway & bicycle=yes",
       "highway=footway & bicycle=designated", "highway=service", "highway=primary",
       "highway=secondary", "highway=tertiary", "highway=unclassified",
       "highway=living_street", "route=ferry"]
niet = ["access=private", "access=no", "bicycle=no"]
toch = ["bicycle=yes", "bicycle=designated"]
"""


def osm_lagen(
    map: Path, adres: str = "http://127.0.0.1:9/api", rand_m: float = 500.0
) -> dict[str, Laag]:
    """Geef de lagen ``voorzieningen`` en ``straten``, gelezen zoals de catalogus gelezen wordt."""
    map.mkdir(parents=True, exist_ok=True)
    (map / BESTAND).write_text(_TOML.format(adres=adres, rand_m=rand_m), encoding="utf-8")
    return lees_catalogus(map)
