"""Hoe de afgeleide lagen gemaakt zijn: één script per laag.

Elk script herbouwt zijn laag uit een pakket van een openbaar register en schrijft in ``lagen/``.
Draai ze vanuit de map waar ``lagen/`` in staat: alle samen met ``python -m lagen.maak``, of een
voor een in deze volgorde:

1. ``python -m lagen.maak.gemeenten``: gemeenten en hun weergave, en provincies
2. ``python -m lagen.maak.kernen``
3. ``python -m lagen.maak.treinstations``
4. ``python -m lagen.maak.voorbeeld``: de fictieve kandidaten
5. ``python -m lagen.maak.halveringsafstanden``: rekent alleen en drukt af

Een script haalt zijn pakket zelf op met pip of npm. Wie het archief al heeft, geeft het mee met
``--pakket PAD``, zo vaak als er pakketten zijn. Dezelfde pakketten geven dezelfde laag.
"""
