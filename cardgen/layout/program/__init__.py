"""The pages of a program: plain values in words and numbers in, finished pages out. Knows no program file and no guide."""
