"""Rapporten op papier: één inhoud, te schrijven als PDF en als Word-document.

`fiche`, `gemeenteblad` en `provincieplan` maken de inhoud (`inhoud`); `pdf` en `word` schrijven
haar, en `reeks` schrijft er veel achter elkaar. Kaarten en staven zijn gegevens (`kaartbeeld`,
`staafbeeld`) tot zij getekend worden (`tekening`).
"""
