"""Who is answerable, and which patterns follow from what is recorded. Pure functions over a case file."""
