"""Behoefte en capaciteit als tabellen: per maand in plaatsen, per jaar met de kosten."""

from locatieplanner.opgave.behoefte import Behoefteverloop
from locatieplanner.rapport.tabel import Kolomsoort, Tabel, Tabelkolom

_PLAATSEN = "plaatsen"
_PLAATSMAANDEN = "plaatsmaanden"
_EURO = "euro"

_MAANDEN = (
    Tabelkolom("maand", "maand", Kolomsoort.MAAND),
    *(
        Tabelkolom(naam, kop, Kolomsoort.GEHEEL, _PLAATSEN)
        for naam, kop in (
            ("behoefte", "behoefte"),
            ("behoefte_met_buffer", "behoefte met buffer"),
            ("bestaand_bekend", "bestaand bekend"),
            ("bestaand_geschat", "bestaand geschat"),
            ("gepland", "gepland"),
            ("capaciteit", "capaciteit"),
            ("tekort", "tekort"),
            ("tekort_buffer", "tekort met volle buffer"),
            ("leeg", "leeg"),
            ("door_anderen", "waarvan door anderen gebruikt"),
            ("blijft_leeg", "blijft leeg"),
            ("buffer_leeg", "waarvan buffer"),
        )
    ),
)
_JAREN = (
    Tabelkolom("jaar", "jaar"),
    Tabelkolom("maanden", "maanden met bekende behoefte", Kolomsoort.GEHEEL),
    *(
        Tabelkolom(f"plaatsmaanden_{naam}", kop, Kolomsoort.GEHEEL, _PLAATSMAANDEN)
        for naam, kop in (
            ("tekort", "tekort"),
            ("leeg", "leeg"),
            ("door_anderen", "door anderen gebruikt"),
            ("blijft_leeg", "blijft leeg"),
            ("buffer", "volle buffer"),
            ("buffer_leeg", "buffer die leeg staat"),
        )
    ),
    Tabelkolom("kosten_volle_buffer_euro", "kosten volle buffer", Kolomsoort.GEHEEL, _EURO),
    Tabelkolom("kosten_buffer_euro", "kosten buffer die leeg staat", Kolomsoort.GEHEEL, _EURO),
    Tabelkolom("kosten_noodopvang_euro", "meerkosten noodopvang", Kolomsoort.GEHEEL, _EURO),
)


def behoeftetabel(behoefte: Behoefteverloop) -> Tabel:
    """Geef behoefte en capaciteit per maand als tabel."""
    return Tabel(
        f"Behoefte en capaciteit van {behoefte.naam}, per maand",
        behoefte.maanden.reset_index(),
        _MAANDEN,
        f"Scenario {behoefte.scenario.naam}; behoefte en capaciteit samen: {behoefte.status}.",
    )


def behoeftejaartabel(behoefte: Behoefteverloop) -> Tabel:
    """Geef plaatsmaanden en kosten per kalenderjaar als tabel."""
    return Tabel(
        f"Wat een buffer en een tekort kosten in {behoefte.naam}, per jaar",
        behoefte.per_jaar.reset_index(),
        _JAREN,
        f"Scenario {behoefte.scenario.naam}; bedragen geschat. Een plaatsmaand is één plaats, één "
        "maand lang. Een eerste of laatste jaar kan een deel van een jaar zijn.",
    )
