"""Opens the yearbook's door in a fresh clone: `python build.py [build|check|list]`."""

# No f-strings and no newer syntax: an old Python 3 must be able to read this file and say that it is too old.
import gc
import subprocess
import sys
from pathlib import Path

# The Python with everything installed that `make site` makes.
OWN_PYTHON = Path(__file__).resolve().parent / ".venv"
OWN_PYTHON /= "Scripts/python.exe" if sys.platform == "win32" else "bin/python"

TOO_OLD = """\
Python 3.11 以上が必要です（今の Python は %d.%d です）。新しい Python で実行してください。
Python 3.11 or newer is needed (this is Python %d.%d). Run it with a newer Python."""

MISSING = """\
必要なパッケージ「%s」が入っていません。`make site` を実行するか、次のコマンドで入れてください：
The package "%s" is not installed. Run `make site`, or install what is needed with:
"""

# Staff on Windows have no make.
INSTALL = """\
    py -m venv .venv
    .venv\\Scripts\\python -m pip install --require-hashes -r requirements\\run.txt"""
if sys.platform != "win32":
    INSTALL = """\
    python3 -m venv .venv
    .venv/bin/python -m pip install --require-hashes -r requirements/run.txt"""


def refuse(message: str) -> int:
    """Say why nothing was done; the exit code."""
    sys.stderr.write(message + "\n")
    return 2


def main() -> int:
    """Run the command `yearbook` from this folder's own source."""
    if sys.version_info < (3, 11):
        return refuse(TOO_OLD % (sys.version_info[:2] * 2))
    sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
    gc.disable()  # the program is read once, and all of it is needed
    try:
        from kushiro_yearbook.cli import main as yearbook

        return yearbook()
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package in ("", "kushiro_yearbook"):
            raise
        if OWN_PYTHON.exists() and Path(sys.prefix).resolve() != OWN_PYTHON.parents[1].resolve():
            return subprocess.call([str(OWN_PYTHON), *sys.argv])  # noqa: S603 – this very command
        return refuse(MISSING % (package, package) + INSTALL)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # before the program itself could hear of it
        sys.exit(130)
