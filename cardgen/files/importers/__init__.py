"""Open collections of exercises in, guides that `guide/` reads out."""
