"""The nine kinds of typed content a section can hold, one module each."""
