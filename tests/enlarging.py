"""Many departments, made of copies of the real ones, to see how the rules grow with the content."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "content"


def enlarged(folder: Path, size: int) -> Path:
    """The content with so many copies of departments in the place of its own, fifty to a part."""
    target = folder / "content"
    shutil.copytree(CONTENT, target, ignore=shutil.ignore_patterns("*.lock", "published.json"))
    part = next(path for path in target.glob("2*/*") if path.is_dir())
    own = sorted(path for path in part.iterdir() if path.is_dir())
    # Highlights name figures of departments that are gone.
    edition = part.parent / "edition.yaml"
    edition.write_text(edition.read_text("utf-8").partition("highlights:")[0], "utf-8")
    for number in range(size):
        place = part.parent / f"{20 + number // 50}-part-{number // 50}"
        place.mkdir(exist_ok=True)
        shutil.copy(part / "part.yaml", place / "part.yaml")
        office = place / f"{1 + number % 50:02}-office-{number}"
        shutil.copytree(own[number % len(own)], office)
        for file in office.glob("*.yaml"):
            # The id of a partner may stand only once in an edition.
            renamed = re.sub(r"(?m)^(  - id: .+)(?=\n    type:)", rf"\1-{number}", file.read_text("utf-8"))
            file.write_text(renamed, "utf-8")
    shutil.rmtree(part)
    return target
