"""People, facts, cases, documents, visits, offices and consent, as frozen values. Standard library only."""
