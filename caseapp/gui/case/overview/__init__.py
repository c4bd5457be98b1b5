"""The front of a case: the next step, what happened so far, its patterns, and what it is about."""
