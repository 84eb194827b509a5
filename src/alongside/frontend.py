"""Bring the front-end files of other projects into our static folder.

Nothing third-party is committed. Set-up fetches exact versions into `node_modules`, and this step
copies the few files that pages need into `ui/static/vendor/`, changed in three ways:

- the GDS Transport typeface is taken out, because only services on GOV.UK may use it;
- pictures that are somebody's brand (crests, crowns) are left behind, and the rules that ask for
  them show nothing;
- addresses of pictures become relative, and references to source maps go, so that hashed file names
  work.

Every file is then compared with the committed list of hashes beside this module
(`frontend.sha256`, readable by `sha256sum -c`). Only the standard library is needed.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENDOR = HERE / "ui" / "static" / "vendor"
MANIFEST = HERE / "frontend.sha256"

GOVUK = "govuk-frontend/dist/govuk/"
MOJ = "@ministryofjustice/frontend/moj/"
AUTOCOMPLETE = "accessible-autocomplete/dist/"

COPIED: dict[str, str] = {
    GOVUK + "govuk-frontend.min.css": "govuk-frontend.min.css",
    GOVUK + "govuk-frontend.min.js": "govuk-frontend.min.js",
    MOJ + "moj-frontend.min.css": "moj-frontend.min.css",
    MOJ + "moj-frontend.min.js": "moj-frontend.min.js",
    AUTOCOMPLETE + "accessible-autocomplete.min.css": "accessible-autocomplete.min.css",
    AUTOCOMPLETE + "accessible-autocomplete.min.js": "accessible-autocomplete.min.js",
}
#: The typeface of letters, which the maker of PDF files reads from here. Copied as it is.
TYPEFACE: dict[str, str] = {
    "source-sans/TTF/SourceSans3-Regular.ttf": "fonts/SourceSans3-Regular.ttf",
    "source-sans/TTF/SourceSans3-Bold.ttf": "fonts/SourceSans3-Bold.ttf",
    "source-sans/LICENSE.md": "fonts/LICENSE.md",
}
PICTURES = MOJ + "assets/images"

FONT_FACE = re.compile(r"@font-face\{[^}]*GDS Transport[^}]*\}")
FONT_FAMILY = re.compile(r"""["']?GDS Transport["']?,\s*""")
PICTURE = re.compile(r"""url\(["']?/assets/images/([^)"']+)["']?\)""")
SOURCE_MAP = re.compile(r"\s*(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=[^*]*\*/)\s*$")


class FrontEndError(Exception):
    """The front-end files are not what they should be; the message says what to do."""


def stylesheet(text: str, pictures: frozenset[str]) -> str:
    """The style sheet `text` without the reserved typeface, its pictures relative or gone."""

    def picture(found: re.Match[str]) -> str:
        name = found.group(1)
        return f"url(images/{name})" if name in pictures else "none"

    text = FONT_FACE.sub("", text)
    text = FONT_FAMILY.sub("", text)
    return PICTURE.sub(picture, without_source_map(text))


def without_source_map(text: str) -> str:
    """`text` without the closing line that names a source map we do not carry."""
    return SOURCE_MAP.sub("\n", text)


def icons(node_modules: Path) -> Iterator[Path]:
    """The pictures that are nobody's brand, in order of name."""
    return iter(sorted((node_modules / PICTURES).glob("icon-*.svg")))


def build(node_modules: Path, into: Path = VENDOR) -> None:
    """Copy the files out of `node_modules` into `into`, replacing what was there.

    Raises FrontEndError when a file is missing from `node_modules`.
    """
    missing = [source for source in (*COPIED, *TYPEFACE) if not (node_modules / source).is_file()]
    if missing:
        raise FrontEndError(
            f"{node_modules} lacks {', '.join(missing)}. Run “python3 do.py setup” to fetch the files again."
        )
    fresh = into.with_name(into.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    (fresh / "images").mkdir(parents=True)
    kept = frozenset(path.name for path in icons(node_modules))
    for path in icons(node_modules):
        shutil.copyfile(path, fresh / "images" / path.name)
    for source, name in COPIED.items():
        text = (node_modules / source).read_text(encoding="utf-8")
        text = stylesheet(text, kept) if name.endswith(".css") else without_source_map(text)
        (fresh / name).write_text(text, encoding="utf-8", newline="\n")
    (fresh / "fonts").mkdir()
    for source, name in TYPEFACE.items():
        shutil.copyfile(node_modules / source, fresh / name)
    shutil.rmtree(into, ignore_errors=True)
    fresh.rename(into)


def hashes(folder: Path = VENDOR) -> dict[str, str]:
    """SHA-256 of every file in `folder`, by path relative to it, in order of path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def listed(manifest: Path = MANIFEST) -> dict[str, str]:
    """The committed hashes, by path."""
    lines = manifest.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(None, 1) for line in lines if line)
    return {name: digest for digest, name in pairs}


def write_manifest(folder: Path = VENDOR, manifest: Path = MANIFEST) -> None:
    """Write the list of hashes anew; for whoever raises a version in package.json."""
    lines = [f"{digest}  {name}\n" for name, digest in hashes(folder).items()]
    manifest.write_text("".join(lines), encoding="utf-8")


def verify(folder: Path = VENDOR, manifest: Path = MANIFEST) -> None:
    """Raise FrontEndError unless `folder` holds exactly the files listed, unchanged."""
    found, expected = hashes(folder), listed(manifest)
    problems = [
        *(f"{name} is missing" for name in expected if name not in found),
        *(f"{name} is not on the list" for name in found if name not in expected),
        *(f"{name} has changed" for name in found if name in expected and found[name] != expected[name]),
    ]
    if problems:
        raise FrontEndError(
            f"The front-end files in {folder} are not the ones we know: {'; '.join(problems)}. "
            "Delete the folder and run “python3 do.py setup”. If a version was raised on purpose, look at "
            "what changed and write the list again with “python -m alongside.frontend --write-manifest”."
        )


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m alongside.frontend", description=__doc__)
    parser.add_argument("node_modules", nargs="?", type=Path, default=Path("node_modules"))
    parser.add_argument("--write-manifest", action="store_true", help="accept the files as they are now")
    options = parser.parse_args(argv)
    try:
        build(options.node_modules)
        if options.write_manifest:
            write_manifest()
        verify()
    except FrontEndError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
