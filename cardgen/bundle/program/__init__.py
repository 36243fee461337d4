"""A resolved program and page numbers in, the values of its pages out: what is printed, in words. Knows no layout and no file.

sequence  the parts of a booklet in their order, contents, index and outline among them
parts     what is asked of whom, and the page numbers that pages name
words     sets, loads and rests as they are printed
days      the page of a day
cards     what a card says of its exercise: a line a day
logs      the grids to write in
week      the week at a glance
front     cover and how to use
"""
