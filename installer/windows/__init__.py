"""The Windows program, put together on Linux: a pinned Python, hashed wheels, what of them is needed, launchers, the setup."""
