"""Deployments from subjects: each `bidigest.yaml` is one, with its schedule and time zone."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml
from slugify import slugify
from tzlocal import get_localzone_name

from bidigest.errors import OptionsError
from bidigest.fetching.addresses import host_of, normalised
from bidigest.fetching.fetched_sources import addresses_in
from bidigest.fetching.politeness import FETCH
from bidigest.publishing.confinement import JUDGES, MODELS
from bidigest.reading.located_sources import is_address
from bidigest.reading.source_filters import SUBJECT_FILE
from bidigest.subjects.subject_file import SubjectFile, read_subject
from flows.project import ROOT

_NO_SUBJECTS = frozenset({"inbox", "outputs"})
"""Folders of the project into which others may put files."""


def subjects(named: Sequence[Path], project: Path) -> list[SubjectFile]:
    """List the subjects that are named, by file or folder, or else those of the project's folders.

    Raises:
        OptionsError: one makes no sense, or two have one name.
    """
    files = [path / SUBJECT_FILE if path.is_dir() else path for path in named]
    found = [read_subject(path) for path in files or _found(project)]
    seen: dict[str, Path] = {}
    for file in found:
        name = deployment_name(file)
        if name in seen:
            raise OptionsError(
                f"{file.path}: is called {name}, as {seen[name]} is; "
                "rename its folder, or the file itself"
            )
        seen[name] = file.path
    return found


def _found(project: Path) -> list[Path]:
    folders = [project, *sorted(path for path in project.iterdir() if path.is_dir())]
    files = [
        folder / SUBJECT_FILE
        for folder in folders
        if folder.name not in _NO_SUBJECTS and not folder.name.startswith(".")
    ]
    return [Path(os.path.relpath(file, Path.cwd())) for file in files if file.is_file()]


def deployment_name(file: SubjectFile) -> str:
    """Write a subject's name in ASCII letters, digits and dashes."""
    return slugify(file.name) or "digest"


def parameters(file: SubjectFile) -> dict[str, Any]:
    """Collect what the flow is given for a subject; paths are relative to the run's folder."""
    root, folder = file.located().root, file.path.resolve().parent
    given = {
        "sources": [
            source if is_address(source) else _from(root, folder / source)
            for source in file.sources
        ],
        "output": _from(root, file.output),
        "keep": file.subject.keep,
        **file.subject.options(),
    }
    return given if file.subject.notify is None else {**given, "notify": file.subject.notify}


def environment(file: SubjectFile, project: Path) -> dict[str, str]:
    """Collect what a subject's runs find in their environment: what nobody may set in a form."""
    root, subject = file.located().root, file.subject
    options = subject.options()
    below = root.is_relative_to(project)
    place = {} if root == project else {ROOT: _from(project, root) if below else str(root)}
    zone = {} if subject.timezone is None else {"TZ": subject.timezone}
    named = (
        (MODELS, options.get("embeddings")),
        (JUDGES, options.get("judge_url")),
        (FETCH, ",".join(hosts(file))),
    )
    return {**place, **zone, **{variable: value for variable, value in named if value}}


def hosts(file: SubjectFile) -> list[str]:
    """List the hosts of the addresses that a subject names, itself or in its lists of feeds."""
    addresses, _ = addresses_in(file.sources, file.path.resolve().parent)
    return sorted({host_of(normalised(address)) for address in addresses})


def deployment(file: SubjectFile, project: Path) -> dict[str, Any]:
    """Describe a subject as an entry of `prefect.yaml`."""
    return {
        "name": deployment_name(file),
        "description": file.subject.title or f"The digest of {file.name}.",
        "tags": ["bidigest", "subject"],
        "entrypoint": "flows/digest.py:digest",
        "work_pool": {
            "name": "bidigest",
            "job_variables": {"env": environment(file, project)},
        },
        "schedules": _schedules(file),
        # A run that is due while another is going waits for it to end.
        "concurrency_limit": {"limit": 1, "collision_strategy": "ENQUEUE"},
        "parameters": parameters(file),
    }


def prefect_file(text: str, files: Iterable[SubjectFile], project: Path) -> str:
    """Add a deployment for each subject to the text of `prefect.yaml`.

    Args:
        text: of the file.
        files: the subjects.
        project: the project's folder.

    Raises:
        OptionsError: a subject is called as one of the file's deployments.
    """
    values = yaml.safe_load(text)
    kept = {each["name"] for each in values["deployments"]}
    added = [deployment(file, project) for file in files]
    for each in added:
        if each["name"] in kept:
            raise OptionsError(
                f"{each['name']}: is a deployment in prefect.yaml; rename the subject"
            )
    values["deployments"] += added
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False)


def _schedules(file: SubjectFile) -> list[dict[str, str]]:
    subject = file.subject
    if subject.schedule is None:
        return []
    return [{"cron": subject.schedule, "timezone": time_zone(file), "slug": "schedule"}]


def time_zone(file: SubjectFile) -> str:
    """Name the time zone of a subject's schedule: its own, or that of the machine."""
    return file.subject.timezone or get_localzone_name() or "UTC"


def _from(folder: Path, path: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()
