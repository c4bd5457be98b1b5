"""The documents of a case: the list of papers, where each stands, its files and the answers in writing."""
