"""What a caseworker does, one function each. No Qt, no SQL, no drawing; the day is an argument."""
