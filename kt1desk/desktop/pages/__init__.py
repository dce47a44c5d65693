"""Pages: each reads its widgets, calls one service through jobs and shows the result. No page imports another."""
