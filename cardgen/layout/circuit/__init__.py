"""The pages of a circuit: station posters, floor plan, coach's sheet. Values in, finished pages out; nothing here adds up times."""
