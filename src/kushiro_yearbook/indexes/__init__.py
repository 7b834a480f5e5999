"""The index of an edition: its words with the places where they stand."""
