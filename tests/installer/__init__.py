"""Tests of what stands beside the program: the demonstration."""
