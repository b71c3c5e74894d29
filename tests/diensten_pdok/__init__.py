"""Wat PDOK per adres of per plek beantwoordt, nagemaakt op loopback in de echte vorm."""
