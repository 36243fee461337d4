"""The pages around the cards of a booklet: values in, finished pages out. Nothing here knows where a page number comes from."""
