"""Household and facts of a case: what the rules ask of each person, spells, and what the client agreed to."""
