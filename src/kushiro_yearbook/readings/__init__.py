"""Readings: how Japanese words are said, from what people have judged."""
