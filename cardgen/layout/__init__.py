"""Cards, sheets and a type case in, finished pages out: every x and y is computed here, nothing is painted."""
