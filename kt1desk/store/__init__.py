"""The desk's data: one encrypted file, one head marker outside it, key slots. It implements the ports of the services and knows no page."""
