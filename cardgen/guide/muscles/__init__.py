"""A guide in, the muscles it works out.

    names      names of muscles, everyday and Latin, to the groups of the map
    given      the names in its front matter
    passages   its text, each part with where it stands
    told       a text to the muscles that it names outright, never those it only touches
    read       the movement's muscles from the table, what the text tells, and which of both counts
    explain    which words decided

No exercise is known here by its name: that is the business of `cardgen.figure.movements`.
"""
