"""Writes predictions for a task to stdout: ``bench/predict.py TASK INPUT``; formats in ``shared/eval/README.md``.

Exit codes: 0 done, 1 the input cannot be read, 2 wrong use, 3 a task not there yet.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import os
import sys
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).parents[1]))

from dragoman.errors import DragomanError

TASKS = ("parse", "attribution", "times", "entities", "events-pair", "events-full", "groups")


def main(arguments: list[str] | None = None) -> int:
    options = _options(arguments)
    if not options.input.exists():
        return _complain(f"{options.input}: no such file or folder", 1)
    module = f"bench.tasks.{options.task.replace('-', '_')}"
    if importlib.util.find_spec(module) is None:
        return _complain(f"{options.task}: not there yet", 3)
    task = importlib.import_module(module)
    predict = getattr(task, "predict_raw" if options.raw else "predict", None)
    if predict is None:
        return _complain(f"{options.task}: does not take --raw", 2)
    try:
        for line in predict(options.input):
            sys.stdout.write(f"{line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)}\n")
        sys.stdout.flush()
    except BrokenPipeError:  # `| head`: nothing more is wanted
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (DragomanError, OSError, ValueError) as error:
        return _complain(f"{options.input}: {error}", 1)
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="predict.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("input", type=Path, help="a file or folder, as the task has it")
    parser.add_argument("--raw", action="store_true", help="parse: from the raw text of documents")
    return parser.parse_args(arguments)


def _complain(message: str, code: int) -> int:
    sys.stderr.write(f"predict.py: {message}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
