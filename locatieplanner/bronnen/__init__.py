"""Bronnen: de ingebouwde lagen, tabellen en parameters lezen en controleren."""
