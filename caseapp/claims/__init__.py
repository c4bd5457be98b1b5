"""What several cases share, the lawful ways to carry it, and figures that identify no one. Pure functions."""
