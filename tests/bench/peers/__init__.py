"""Four ways to bring a desk's events to a centre, measured beside each other; three of them are other people's work."""
