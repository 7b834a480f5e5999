"""A whole site in one file, to be taken along and opened without a network."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from kushiro_yearbook.publishing.manifest import MANIFEST, listed

# The first day that the format knows; the day of packing would make every file another.
DAY = (1980, 1, 1, 0, 0, 0)
# An ordinary file that all may read, as Unix has it, in the upper half of the word.
MODE = 0o100644 << 16


def pack(site: Path, target: Path) -> int:
    """Write all that a site's manifest lists into a zip, in a folder of the site's name; how many files.

    Nothing is compressed: equal sites are equal files, whatever library a machine has. What stood at the
    place gives way once the new one is whole.
    """
    paths = sorted({*listed(site), MANIFEST})
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for path in paths:
            row = ZipInfo(f"{site.resolve().name}/{path}", DAY)
            row.external_attr = MODE
            row.create_system = 3  # Unix, also when packed on Windows
            archive.writestr(row, (site / path).read_bytes())
    part = target.with_name(f"{target.name}.part")
    part.write_bytes(held.getvalue())
    part.replace(target)
    return len(paths)
