"""Lists that people bring as files: CSV in the encodings of this country's offices, and XLSX."""
