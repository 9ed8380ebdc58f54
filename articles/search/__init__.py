"""Search for readers, the same on SQLite and PostgreSQL.

words      what a word is, and the four streams of words an article is kept as (pure)
asked      what a reader typed, as phrases of words (pure)
store      the index in the database: the one file that knows which database there is
index      articles into the index
find       what is found, in which order
meant      where nothing is found: what may have been meant
slips      what a mistyped word may have been (pure)
excerpt    which words of a text are shown, and which of them are marked
"""
