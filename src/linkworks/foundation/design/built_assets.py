"""Which sources the committed stylesheet and script were built from, checked without Node.

`python -m linkworks.foundation.design.built_assets record` after a build, `check` at any time.
"""

import hashlib
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[4]
SOURCES = ROOT / "assets"
BUILT = Path(__file__).resolve().parent / "static"
RECORD = SOURCES / "built.json"


def _hash_files(folder: Path, patterns: tuple[str, ...]) -> dict[str, str]:
    files = sorted(path for pattern in patterns for path in folder.glob(pattern) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def current_hashes() -> dict[str, dict[str, str]]:
    return {
        "sources": _hash_files(
            SOURCES,
            (
                "package.json",
                "package-lock.json",
                "scss/**/*.scss",
                "js/**/*.js",
                "images/*",
            ),
        ),
        "built": _hash_files(BUILT, ("**/*",)),
    }


def differences() -> list[str]:
    """One sentence for each file that is not as it was when the assets were last built."""
    recorded = json.loads(RECORD.read_text()) if RECORD.exists() else {"sources": {}, "built": {}}
    found = []
    for kind, hashes in current_hashes().items():
        names = sorted(recorded[kind].keys() | hashes.keys())
        found += [
            f"{kind}: {name} has changed since the assets were built. Run script/assets."
            for name in names
            if recorded[kind].get(name) != hashes.get(name)
        ]
    return found


def record() -> None:
    RECORD.write_text(json.dumps(current_hashes(), indent=2) + "\n")


def main(arguments: list[str]) -> int:
    if arguments == ["record"]:
        record()
        return 0
    found = differences()
    sys.stdout.write("\n".join(found or ["The built assets match their sources."]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
