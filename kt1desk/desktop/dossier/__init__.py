"""The parts of the dossier page: what, who, money; the papers; the right column; parking. None of them knows the window."""
