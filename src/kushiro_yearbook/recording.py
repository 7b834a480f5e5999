"""Recording: a record takes the place of the last one, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from kushiro_yearbook.publishing.disk import move


def keep(file: Path, text: str) -> bool:
    """Write a record if it says something new, and say whether it did; the last one survives an OSError."""
    if file.is_file() and file.read_bytes() == text.encode():
        return False
    staged = file.with_name(f".{file.name}.new")  # hidden, so that no check takes it for content
    try:
        staged.write_bytes(text.encode())
        move(staged, file)
    finally:
        staged.unlink(missing_ok=True)
    return True
