"""Files of rules and facts as values; every problem is found at once, with its line."""
