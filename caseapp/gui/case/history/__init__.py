"""Who did what in a case, in words, and the way back."""
