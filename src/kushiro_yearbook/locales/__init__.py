"""Interface words in every language of the site, each described."""
