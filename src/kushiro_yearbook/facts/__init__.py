"""Facts: the dates and numbers that a text states, as they are said in each language."""
