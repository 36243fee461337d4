"""Guides in, the order of a booklet out: groups, page numbers, contents, index, outline. Integers and words, no geometry."""
