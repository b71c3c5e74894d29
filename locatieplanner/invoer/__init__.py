"""Kandidaten inlezen en controleren: van een bestand van de gebruiker naar een schone tabel.

De weg is steeds dezelfde: `bestand` herkent de soort, een lezer (`csvbestand`, `excel`,
`geojson`, `geopackage`, `shapefile`, `geoparquet`) maakt er een ruwe `tabel` van, en
`kandidaten` loopt de controles langs en geeft goede rijen én alle problemen tegelijk terug.
"""
