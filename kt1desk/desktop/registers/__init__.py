"""The page of registers and monthly statements, part by part."""
