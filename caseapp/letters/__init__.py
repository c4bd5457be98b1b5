"""Kinds of papers, their blocks, and what each sentence rests on. Nothing here draws."""
