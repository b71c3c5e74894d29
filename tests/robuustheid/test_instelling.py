from locatieplanner.bronnen.parameters import lees_parameters
from locatieplanner.robuustheid.instelling import Instelling


def test_de_getallen_komen_uit_de_parametertabel():
    parameters = lees_parameters()
    anders = parameters.met(
        {
            "robuustheid.trekkingen": 500,
            "robuustheid.breedte": 0.3,
            "robuustheid.top": 5,
            "robuustheid.zaad": 7,
        }
    )
    assert Instelling.van(anders, alle_gewichten=True, vaste_scores=True) == Instelling(
        500, 0.3, 5, 7, alle_gewichten=True, vaste_scores=True
    )
    assert Instelling.van(parameters) == Instelling(1000, 0.2, 10, 1)


def test_hetzelfde_zaad_geeft_dezelfde_twee_stromen_en_een_ander_niet():
    def eerste(zaad):
        return [stroom.random(3).tolist() for stroom in Instelling(1, 0.2, 1, zaad).toeval()]

    assert eerste(1) == eerste(1)
    assert eerste(1) != eerste(2)
    gewichten, scores = eerste(1)
    assert gewichten != scores


def test_de_stromen_liggen_vast():
    # PCG64 geeft uit een zaad bij elke numpy en op elke computer dezelfde getallen van 64 bits.
    gewichten, scores = Instelling(1, 0.2, 1, 1).toeval()
    assert gewichten.bit_generator.random_raw() == 12894911395248688958
    assert scores.bit_generator.random_raw() == 8776306313781188346
