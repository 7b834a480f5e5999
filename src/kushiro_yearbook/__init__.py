"""Turns a folder of typed content into a municipality's bilingual yearbook."""

__version__ = "0.1.0"
