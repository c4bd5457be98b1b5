"""What is typed and not saved outlives a lock, a closed window and a power cut."""
