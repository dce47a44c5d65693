"""Help: the clerk's guide, which section of it belongs to which page, and the view that F1 opens. It must not know what a page does."""
