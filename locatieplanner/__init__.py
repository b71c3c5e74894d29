"""locatieplanner: waar kan opvang en huisvesting van aandachtsgroepen komen?

De gegevens gaan één kant op: ``bronnen`` en ``invoer`` lezen, ``criteria`` en ``opgave`` rekenen,
``beoordeling`` weegt, ``kaart`` en ``rapport`` tonen, ``scherm`` en ``cli`` bedienen.
"""

from importlib.metadata import version

__version__ = version("locatieplanner")
