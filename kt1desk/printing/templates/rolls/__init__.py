"""Receipts on a roll of 80 mm: one text below the other, as long as it is, in no type smaller than 8 pt. Each liên is a page, cut off."""
