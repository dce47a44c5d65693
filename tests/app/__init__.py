"""The wiring: what `kt1desk.app` joins, on real folders, stores, ports and windows."""
