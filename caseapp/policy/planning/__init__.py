"""What would have to change: gaps and how they close, by when, and the fewest facts that flip an answer."""
