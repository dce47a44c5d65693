"""How the desk looks: colours, fonts, icons and the one stylesheet. Knows nothing of pages and of what they show."""
