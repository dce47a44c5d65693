"""Every scan of the desk comes together here, whichever way it arrived, and goes to the page at hand."""
