"""How one version of the program follows another, and back: a release is proved, laid beside the version that runs, tried, and pointed at.

Standard library, python-tuf and the domain; why it is built so: docs/decisions/installed.md. This room knows no screen, no store and no
line: what it must ask of them it is given as callables.
"""
