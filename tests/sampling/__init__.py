"""Tests of the generator of work."""
