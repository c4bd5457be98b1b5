"""The tab that holds the rules of a day against the record."""
