"""The parts of the prompt card: where to go, what to bring, what to do, and by when."""
