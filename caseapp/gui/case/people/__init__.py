"""The people of a case: their rows, and the form of one person."""
