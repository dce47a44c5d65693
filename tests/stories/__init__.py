"""Stories: whole pieces of a day at the counter, through the real window."""
