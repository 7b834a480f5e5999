"""Search: what readers find places of an edition by, and how what they type is made equal to it."""
