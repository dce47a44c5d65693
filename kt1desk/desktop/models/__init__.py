"""Models: what tables show, and how figures become words on the screen."""
