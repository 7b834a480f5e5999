"""A comparison as Markdown, for those who approve a proposal: on the page of a proposal and at a desk."""
