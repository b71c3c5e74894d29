"""Wat de dingen zijn: kandidaat, locatietype, aandachtsgroep, gebied, doel, herkomst."""
