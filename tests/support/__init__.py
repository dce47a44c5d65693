"""Parts that several tests share. Nothing here is imported by the product."""
