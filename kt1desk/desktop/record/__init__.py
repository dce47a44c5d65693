"""The page of one item or case, part by part."""
