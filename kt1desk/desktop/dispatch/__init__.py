"""The four works of the page of dispatches: approving, packing, sending, receiving."""
