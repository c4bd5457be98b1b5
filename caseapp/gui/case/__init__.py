"""The page of one case: a header that never scrolls away, and a tab for each thing one does with it."""
