from matplotlib.patches import Rectangle

from locatieplanner.domein.herkomst import Status
from locatieplanner.rapport.document.staafbeeld import Staaf, Staafbeeld
from locatieplanner.rapport.document.staaftekening import teken_staven

BEELD = Staafbeeld(
    "Scores",
    (
        Staaf("Vast", 80.0, Status.GEPUBLICEERD),
        Staaf("Geschat", 40.0, Status.GESCHAT),
        Staaf("Onbekend", float("nan"), Status.ONBEKEND),
    ),
    "punten",
    100.0,
)


def _staven(figuur):
    return [deel for deel in figuur.axes[0].patches if isinstance(deel, Rectangle)]


def test_wat_niet_vaststaat_is_gearceerd_en_onbekend_heeft_geen_staaf():
    vast, geschat = _staven(teken_staven(BEELD))
    assert (vast.get_width(), vast.get_hatch()) == (80.0, "")
    assert (geschat.get_width(), geschat.get_hatch()) == (40.0, "////")


def test_elke_waarde_staat_er_in_cijfers_bij():
    teksten = [tekst.get_text() for tekst in teken_staven(BEELD).axes[0].texts]
    assert teksten == ["80,0 (gepubliceerd)", "40,0 (geschat)", "onbekend"]


def test_zonder_einde_loopt_de_schaal_tot_de_grootste():
    beeld = Staafbeeld("x", BEELD.staven, "punten")
    assert teken_staven(beeld).axes[0].get_xlim() == (0.0, 80.0)
