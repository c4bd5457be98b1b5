"""Patterns & claims: what several cases share, as sentences, and who is in it."""
