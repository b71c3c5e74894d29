"""Plannen bewaren: wie wat wanneer waarom veranderde, voor wie het mag zien.

SQLAlchemy staat alleen hier. Wie een plan gebruikt, heeft deze modules nodig:

- `database`: openen (`open_database`);
- `projecten`, `leden`: waarin men werkt, en wie;
- `plannen`: de lijst, een nieuw plan, een kopie, naam en archief;
- `lezen`, `bewaren`, `samenvoegen`: een plan openen, bewaren, en bij een conflict samenvoegen;
- `geschiedenis`: logboek, vergelijken, ongedaan, opnieuw, herstellen;
- `opmerkingen`, `resultaten`: bij een kandidaat, en wat een versie aan scores gaf;
- `pakket`: een plan met zijn geschiedenis als bestand;
- `reservekopie`, `controle`: beheer van de database.

Elke functie krijgt de `Database` en de `Gebruiker`, en weigert wat die niet mag.
"""
