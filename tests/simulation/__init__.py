"""The seeded simulation: many desks of a province in one process, over the real code, with time and chance in its own hands."""
