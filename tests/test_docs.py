"""Every example runs: the doctests of `src`, and the `python` fences of README.md and docs.

One page is one session and one test, so that tests may run in any order and side by side. A fence named `python` runs,
and with `>>>` its output is compared; fences named `text`, `bash`, `json` … do not run.
"""

import doctest
import pkgutil
import re
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.example import SybilFailure
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

import tthc

PROJECT = Path(__file__).resolve().parents[1]
MODULES = sorted((PROJECT / "src" / "tthc").rglob("*.py"))
PAGES = [PROJECT / "README.md", *sorted(p for p in (PROJECT / "docs").rglob("*.md") if "_build" not in p.parts)]

DOCSTRINGS = Sybil(
    parsers=[DocTestParser(optionflags=doctest.ELLIPSIS)],
    document_types={".py": PythonDocStringDocument},
)
FENCES = Sybil(parsers=[PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)])


def _name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def _run(sybil: Sybil, path: Path) -> None:
    failures = []
    for example in sybil.parse(path).examples():
        try:
            example.evaluate()
        except SybilFailure as failure:
            failures.append(str(failure))
    assert not failures, "\n".join(failures)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_docstring_examples(path: Path) -> None:
    _run(DOCSTRINGS, path)


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_page_examples(path: Path) -> None:
    _run(FENCES, path)


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_no_python_hides_from_the_runner(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.findall(r"^\s*```(?:pycon|py|python3|\{doctest\})\b.*$", text, re.MULTILINE)
    for fence in re.findall(r"^```(?!python\n)[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        assert ">>> " not in fence


def test_the_reference_holds_every_module() -> None:
    told = set(re.findall(r"^\.\. automodule:: tthc\.(\w+)$", "\n".join(map(Path.read_text, PAGES)), re.MULTILINE))
    assert told == {m.name for m in pkgutil.iter_modules(tthc.__path__) if not m.name.startswith("_")}


def test_examples_are_found() -> None:
    """A parser that finds nothing would let every page pass."""
    assert sum(1 for path in MODULES for _ in DOCSTRINGS.parse(path).examples()) > 30
    assert sum(1 for path in PAGES for _ in FENCES.parse(path).examples()) >= 3
