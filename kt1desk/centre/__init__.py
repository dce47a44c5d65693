"""The centre: the gate that desks talk to, the ledger that all their events end in, and the commands that run both."""
