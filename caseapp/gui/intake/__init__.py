"""The 20-minute path: five questions, the story, one visit, a prompt card; and enquiries without a name."""
