from locatieplanner.kaart.kaartpaar import Rand
from locatieplanner.kaart.vormen import RANDEN


def test_elke_rand_heeft_zijn_eigen_zin():
    assert len(set(RANDEN)) == len(RANDEN) == len(Rand)
