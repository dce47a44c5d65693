"""Tests of what printers are asked and say."""
