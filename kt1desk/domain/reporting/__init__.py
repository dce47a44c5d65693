"""What the post counts and how it is told: figures, periods, templates, tables, and issued reports with their versions.

Pure values and functions. This package must not know where figures come from, nor any screen, paper or file.
"""
