"""Ways out of the program: each takes bytes and says exactly how many were accepted. None of them knows a language."""
