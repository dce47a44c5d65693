"""Programs that tests of the centre run as processes of their own."""
