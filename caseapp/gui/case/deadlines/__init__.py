"""The deadlines of a case and every way in."""
