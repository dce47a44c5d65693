"""The parsers that read bytes from outside, each with right inputs and the words of its format."""
