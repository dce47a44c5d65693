"""Parts of the page «Liên lạc». They must not know how anything travels."""
