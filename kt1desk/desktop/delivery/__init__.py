"""The works of the page of delivery: giving out, results, what comes back, what goes another way."""
