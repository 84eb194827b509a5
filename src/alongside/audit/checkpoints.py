"""Checkpoints: where every chain ended at one moment, signed, to be kept where nobody here can change them."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from alongside.audit import chain, reading
from alongside.audit.verifying import canonical, name_of, root_of
from alongside.refusals import Refusal

FORMAT = "alongside-audit-checkpoint 1"
KEY_FILE, FOLDER = "audit-signing-key.pem", "checkpoints"


def make(folder: Path, now: datetime) -> Path:
    """Write the next checkpoint into ``checkpoints`` in the data folder, and give its path."""
    kept = folder / FOLDER
    kept.mkdir(mode=0o700, parents=True, exist_ok=True)
    earlier = read(sorted(kept.glob("*.json"))[-1:])
    key = signing_key(folder)
    checkpoint: dict[str, Any] = {
        "format": FORMAT,
        "number": earlier[0]["number"] + 1 if earlier else 1,
        "at": chain.moment(now),
        "areas": [
            {"area": area, "root": root_of(lanes), "rows": sum(number for _, number, _ in lanes), "lanes": lanes}
            for area, lanes in _ends()
        ],
        "previous": name_of(earlier[0]) if earlier else chain.BEGINNING,
        "public_key": public_key(key),
    }  # fmt: skip
    checkpoint["signature"] = base64.b64encode(key.sign(canonical(checkpoint))).decode()
    path = kept / f"checkpoint-{checkpoint['number']:06d}-{now:%Y-%m-%d}.json"
    draft = path.with_suffix(".draft")
    draft.write_text(json.dumps(checkpoint, indent=1, sort_keys=True) + "\n", encoding="ascii")
    draft.replace(path)
    return path


def _ends() -> list[tuple[str, list[list[Any]]]]:
    ends = sorted(reading.heads().items())
    return [
        (area, [[lane, number, hash] for (_, lane), (number, hash) in group])
        for area, group in groupby(ends, key=lambda end: end[0][0])
    ]


def kept_in(folder: Path) -> list[Path]:
    """The checkpoints that the data folder holds, the earliest first."""
    return sorted((folder / FOLDER).glob("*.json"))


def read(files: Iterable[Path]) -> list[dict[str, Any]]:
    """The checkpoints in these files. Raises Refusal for a file that is none."""
    found = []
    for file in files:
        try:
            checkpoint = json.loads(file.read_text(encoding="utf-8"))
            right = checkpoint["format"] == FORMAT
        except OSError as error:
            raise Refusal(
                "The checkpoint cannot be read.", f"{file}: {error.strerror}.", "Name another file."
            ) from None
        except (ValueError, KeyError, TypeError):
            right = False
        if not right:
            raise Refusal(
                "This is not a checkpoint.", f"{file} is not a file that “alongside audit checkpoint” wrote.",
                "Give the file as it was written, and not a copy that was opened and saved.",
            )  # fmt: skip
        found.append(checkpoint)
    return found


def is_signed(checkpoint: Mapping[str, Any], by: str) -> bool:
    """Whether the checkpoint bears the signature of this public key (base64)."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(by))
        key.verify(base64.b64decode(checkpoint["signature"]), canonical(checkpoint, "signature"))
    except (InvalidSignature, ValueError, KeyError):
        return False
    return True


def public_key(key: Ed25519PrivateKey) -> str:
    """The public part, as base64: write it down somewhere else, so that no other key can pass for it."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key that signs, kept in the data folder for its owner's eyes only; made the first time."""
    path = folder / KEY_FILE
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            new = Ed25519PrivateKey.generate()
            file.write(new.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        # A link appears whole or not at all, and never in place of another process's key.
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    key = load_pem_private_key(path.read_bytes(), None)
    if not isinstance(key, Ed25519PrivateKey):
        raise Refusal(
            "The signing key is of another kind.",
            f"{path} holds no Ed25519 key.",
            "Put back the one it held.",
        )
    return key
