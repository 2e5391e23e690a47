"""Honest numbers from tabulations: every one carries its base, its uncertainty and what was missing."""
