"""Days on the screen: how they are said, typed, and typed when they are not known exactly."""
