"""Printer languages: pure functions from a raster to the bytes of one label. None of them knows a port."""
