"""Two contents compared: what a proposal changes, as those who approve it ask about it."""
