"""Maakt ``python -m locatieplanner`` hetzelfde als de opdracht ``locatieplanner``."""

from locatieplanner.cli import main

if __name__ == "__main__":
    main()
