"""Charts: the geometry of bars and timelines, computed from typed content; templates draw them."""
