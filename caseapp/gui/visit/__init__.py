"""A visit as it is entered, wherever that is, and the picture of who sent whom where."""
