"""Works of the page of reports: one is made and issued, those that were issued are read again and held against what came late."""
