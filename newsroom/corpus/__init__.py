"""Papers of any size for measurements: as many invented stories, interviews and comments as are asked for.

words.py writes them, each made from its number alone; filling.py puts them into the tables in batches. What the
workflow and the library would add is left out: revisions, transitions, decisions, pictures.
"""
