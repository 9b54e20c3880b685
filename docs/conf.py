"""How the documentation is built: `sphinx-build -W -n docs .ci-work/docs`."""

import itertools
import re
from collections.abc import Iterable

from sphinx.application import Sphinx

import tthc

project = "tthc"
author = "The tthc authors"
project_copyright = "2026, The tthc authors"
version = release = tthc.__version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "tthc"

default_role = "code"  # docstrings put names in single backticks
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
nitpick_ignore_regex = [
    (r"py:.*", r"(?!tthc\.).*"),  # no inventory of other projects is fetched, so none is linked
    (r"py:class", r"tthc\.[\w.]+\.[A-Z](_co)?"),  # type variables
    (r"py:.*", r"tthc\.(\w+\.)*_[\w.]+"),  # what a signature shows of private modules
]


def _to_rest(_app: Sphinx, _what: str, _name: str, _value: object, _options: object, lines: list[str]) -> None:
    """Turn what a docstring has of Markdown into reStructuredText: `code`s in a word, and tables."""
    written: list[str] = []
    for is_table, rows in itertools.groupby(lines, lambda line: line.startswith("|")):
        written += (_list_table if is_table else _code_spans)(rows)
    lines[:] = written


def _code_spans(lines: Iterable[str]) -> Iterable[str]:
    return (re.sub(r"(`[^`]+`)(\w?)", lambda m: rf"{m[1]}\ {m[2]}" if m[2] else m[1], line) for line in lines)


def _list_table(rows: Iterable[str]) -> Iterable[str]:
    yield from (".. list-table::", "   :header-rows: 1", "")
    for row in rows:
        if not re.fullmatch(r"[|: -]+", row):
            cells = row.strip("|").split("|")
            yield from (f"   {'*' if i == 0 else ' '} - {cell.strip()}" for i, cell in enumerate(cells))
    yield ""


def setup(app: Sphinx) -> None:
    """Hook in, as Sphinx asks."""
    app.connect("autodoc-process-docstring", _to_rest)
