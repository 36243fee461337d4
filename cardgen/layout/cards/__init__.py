"""The cards: their compositions, and the search for the largest type at which one fits."""
