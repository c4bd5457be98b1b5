"""Before a casebook is open: unlock, first start, a new casebook, the sample."""
