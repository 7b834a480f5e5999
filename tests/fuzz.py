"""Searches for bytes that break a promise, led by the code they reach; `scripts/fuzz` starts it.

Finds are kept in `tests/finds/<target>/`, where the tests try them again; what was reached, in `.fuzz/`.
"""

from __future__ import annotations

import subprocess
import sys
import traceback
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kushiro_yearbook", "markdown"]):
    from tests.fuzz_targets import TARGETS

FINDS = Path(__file__).parent / "finds"
REACHED = Path(__file__).parents[1] / ".fuzz"
LONGEST_INPUT = 20_000
# Longer than any input of that size may take; the search stops at one that does.
SLOWEST_SECONDS = 10


def keep(target: str, data: bytes) -> Path:
    """Put a find where the tests try it again."""
    file = FINDS / target / sha256(data).hexdigest()[:12]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def search(target: str, seconds: int) -> None:
    """Search one target; each way of failing is kept and told once."""
    known: set[tuple[object, ...]] = set()

    def attempt(data: bytes) -> None:
        try:
            TARGETS[target].run(data)
        except Exception as error:  # noqa: BLE001 – each exception that comes out is a find
            last = traceback.extract_tb(error.__traceback__)[-1]
            if (kind := (type(error), last.filename, last.lineno)) not in known:
                known.add(kind)
                print(f"FOUND {keep(target, data)}: {error!r} ({last.filename}:{last.lineno})", flush=True)

    reached = REACHED / target
    reached.mkdir(parents=True, exist_ok=True)
    for seed in TARGETS[target].seeds():
        (reached / sha256(seed).hexdigest()).write_bytes(seed)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST_INPUT}",
        f"-timeout={SLOWEST_SECONDS}",
        f"-artifact_prefix={FINDS / target}/",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    (FINDS / target).mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], *options, str(reached)], attempt)
    atheris.Fuzz()


def main(arguments: list[str]) -> int:
    """Search every target for its share of the seconds, or the one that is named."""
    if len(arguments) == 2:
        search(arguments[0], int(arguments[1]))
        return 0
    second = int(arguments[0] if arguments else 600) / sum(target.share for target in TARGETS.values())
    worst = 0
    for name, target in TARGETS.items():
        seconds = str(int(second * target.share))
        print(f"== {name}: {seconds} s", flush=True)
        worst |= subprocess.run([sys.executable, "-m", "tests.fuzz", name, seconds], check=False).returncode
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
