"""KT1 Desk: the counter application of a provincial post."""
