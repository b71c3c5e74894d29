"""Opdrachtregel."""
