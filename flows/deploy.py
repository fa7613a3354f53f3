"""Deploy what `prefect.yaml` holds and every subject: `python -m flows.deploy [SUBJECT…]`.

A subject is a `bidigest.yaml`, by default those in this folder and in the folders in it. Deploy
again after a change.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from bidigest.errors import DigestError
from flows.deployments import prefect_file, subjects
from flows.project import folder

WRITTEN = "deployments.yaml"
"""In Prefect's folder: what was deployed last."""


def prepare(named: Sequence[Path]) -> Path:
    """Write down what is to be deployed.

    Raises:
        DigestError: a subject makes no sense.
    """
    project = folder()
    text = (project / "prefect.yaml").read_text(encoding="utf-8")
    home = Path(os.environ.get("PREFECT_HOME", project / ".prefect"))
    home.mkdir(parents=True, exist_ok=True)
    file = home / WRITTEN
    file.write_text(prefect_file(text, subjects(named, project), project), encoding="utf-8")
    return file


def main(arguments: list[str] | None = None) -> int:
    """Deploy; return exit code 0 where all is deployed."""
    parser = argparse.ArgumentParser(prog="python -m flows.deploy", description=__doc__)
    parser.add_argument("subjects", nargs="*", type=Path)
    wanted = parser.parse_args(arguments)
    try:
        file = prepare(wanted.subjects)
    except DigestError as error:
        print(error, file=sys.stderr)
        return 2
    # Who only prepares, as `make serve` does, says where Prefect's server is before it is imported.
    from tasks.email import SmtpEmail

    # So that Prefect's UI offers it where blocks are made.
    SmtpEmail.register_type_and_schema()
    deploy = ["--no-prompt", "deploy", "--all", "--prefect-file", str(file)]
    return subprocess.run(
        [sys.executable, "-m", "prefect", *deploy], cwd=folder(), check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
