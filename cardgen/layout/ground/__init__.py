"""What every page is built of: frames, text in its size, signs, maps, heads, feet. Knows no page."""
