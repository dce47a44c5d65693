"""A simulated printer for training and tests: languages, paper, cover, line and a window, without any hardware.

It reads the printers' manuals for itself and imports nothing of the desk: a mistake of the desk's encoders is not repeated here.
"""
