"""What was found, in words of both languages. Nothing else in the program turns a result into a sentence."""
