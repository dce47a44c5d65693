"""A province in a temporary folder, for people to see an item travel: `make demo`. No part of the program, which it only uses."""
