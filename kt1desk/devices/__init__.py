"""What stands on the counter beside the printers: barcode scanners and scales.

Nothing here knows a window, a page or the journal; a device hands over text or a weight and that is all.
"""
