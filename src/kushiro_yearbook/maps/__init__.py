"""Maps of the partners: land outlines, what of them a map shows, and where marks and labels stand on it."""
