"""Herbouw alle afgeleide lagen, in de volgorde waarin zij elkaar nodig hebben."""

from lagen.maak import gemeenten, halveringsafstanden, kernen, treinstations, voorbeeld


def main() -> None:
    """Draai elk script; ``--pakket PAD`` geldt voor alle."""
    for script in (gemeenten, kernen, treinstations, voorbeeld, halveringsafstanden):
        print(f"— {script.__name__.rpartition('.')[2]}")
        script.main()


if __name__ == "__main__":
    main()
