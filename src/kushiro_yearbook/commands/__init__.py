"""The commands: one module each, with what it takes, what it says and what it does."""
