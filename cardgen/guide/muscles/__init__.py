"""A guide in, the muscles it works out.

    given      the names in its front matter
    passages   its text, each part with where it stands
    tokens     a text to its words, and phrases found among them
    mentions   words to what is said about muscles that are named: to be trained, used, felt, spared
    movements  words to what moves, and the muscles that do it
    weigh      all of that to what the exercise is for, and what helps
    read       these in their order
    explain    which words decided

What they know is data: `names`, `phrases` and `motions` (which `mechanics` turns into bits). No exercise is known by its name.
"""
