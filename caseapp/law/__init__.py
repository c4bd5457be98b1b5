"""Statutes, periods, working days and the order of remedies. Pure functions over frozen values; ``on`` is an argument."""
