"""The works of the page of the shift: opening and closing it step by step, and the drawer's own book."""
