"""The desk on the screen: all of Qt stands here and nowhere else.

Pages read widgets, call one service through jobs, show the result.
"""
