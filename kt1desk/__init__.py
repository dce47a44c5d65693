"""KT1 Desk: the counter application of a provincial post.

This module holds the version and nothing else, so that a build or a test can ask for it without loading a layer.
"""

__version__ = "0.1.0"
