"""What the site consists of: each format is a function from the yearbook to outputs."""
