"""Meet één beoordeling in een eigen proces, zodat het piekgeheugen van die ene is."""

import json
import sys
import time

from locatieplanner.beoordeling.beoordeling import beoordeel
from locatieplanner.beoordeling.omgeving import bouw_omgeving, lees_lagen
from tests.bench.gegevens import kandidaten
from tests.bench.geheugen import piek_mb


def main() -> None:
    lagen = lees_lagen()
    omgeving = bouw_omgeving(lagen)
    invoer = kandidaten(int(sys.argv[1]), lagen)
    begin = time.perf_counter()
    beoordeel(invoer, omgeving)
    seconden = time.perf_counter() - begin
    sys.stdout.write(json.dumps({"seconden": seconden, "piek_mb": piek_mb()}))


if __name__ == "__main__":
    main()
