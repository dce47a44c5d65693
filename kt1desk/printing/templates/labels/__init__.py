"""Labels of other sizes than 100 × 60 mm, each with a layout of its own: scaled bars are unreadable, and squeezed ones lose the matrix."""
