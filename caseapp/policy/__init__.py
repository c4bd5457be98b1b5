"""City rules as data: packs, the fact catalogue, checks and plans. Pure: the day and the facts are arguments."""
