"""The page of incidents, part by part."""
