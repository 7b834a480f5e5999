"""From files to the typed model: read, validate, settle."""
