"""Today: what is due over all open cases, and what to do about each."""
