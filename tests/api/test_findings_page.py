"""docs/reference/findings.md says what every finding is; it is written from the rules and messages themselves.

Where a rule or its words have changed, write the page anew:

    .venv/bin/python tests/api/test_findings_page.py > docs/reference/findings.md
"""

import difflib
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from tthc import _codec_faults, explain
from tthc.costs import _audit_messages as costs
from tthc.findings import Message
from tthc.interop.portal import _messages
from tthc.programmes import _audit_messages as programmes
from tthc.service_quality import _messages as service_quality
from tthc.validation import RULES, Rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "findings.md"
HEAD = """\
# Findings

A finding is one questionable place of a well-formed value. Its code is never used for anything else, and its block says
what it is about. A prefix selects a block: `select=["TTHC1", "TTHC3"], ignore=["TTHC105"]` runs blocks 1 and 3 but for
`TTHC105`; the longest prefix that fits a code decides.

Below, each code stands with its words in Vietnamese and English (… is what the record says there), what it is for, what
it weighs, from which day where that changed, the law it rests on, and whether `mend()` can fix it. `tthc.explain(code)`
says the same of all but the faults of data and records (TTHC002 to TTHC026).
"""
BLOCKS = {
    "0": "the run, and the shape of data and records",
    "1": "the components that the law wants a procedure to have",
    "2": "time limits",
    "3": "fees and money",
    "4": "documents and forms",
    "5": "the legal basis and the announcing decision",
    "6": "agencies, levels and online levels",
    "7": "identifiers and text",
    "8": "a catalogue: faults between procedures",
    "9": "costs, programmes, service quality",
}


def test_the_page_says_what_the_rules_say() -> None:
    written, found = PAGE.read_text(encoding="utf-8").splitlines(), list(page())
    assert found == written, "\n".join(difflib.unified_diff(written, found, "written", "found", lineterm="", n=0))


def test_no_code_means_two_things() -> None:
    codes = [rule.code for rule in RULES] + [message.code for message in messages()]
    assert len(codes) == len(set(codes)) > 80
    assert all(re.fullmatch(r"TTHC[0-9]{3}", code) for code in codes)


def messages() -> list[Message]:
    """Return what no rule says: the messages of the doors, and of the judgements of other subjects."""
    modules = (_codec_faults, _messages, costs, programmes, service_quality)
    found = [m for module in modules for m in vars(module).values() if isinstance(m, Message)]
    return sorted(found, key=lambda message: message.code)


def page() -> Iterator[str]:
    """Write the page, a line each."""
    yield from HEAD.splitlines()
    entries: list[tuple[str, Rule | Message]] = [(rule.code, rule) for rule in RULES]
    entries += [(message.code, message) for message in messages()]
    entries.sort(key=lambda entry: entry[0])
    blocks = {block: list(group) for block, group in groupby(entries, key=lambda entry: entry[0][4])}
    for block, about in BLOCKS.items():
        yield from ("", f"## `TTHC{block}nn`: {about}")
        for code, entry in blocks.get(block, ()):
            yield from ("", f"### {code}", "")
            yield from _rule(entry) if isinstance(entry, Rule) else _message(entry)


def _message(message: Message) -> Iterator[str]:
    yield f"- {_words(message.vi)}"
    yield f"- *{_words(message.en)}*"


def _rule(rule: Rule) -> Iterator[str]:
    told = {lang: explain(rule.code, lang).splitlines() for lang in ("vi", "en")}  # type: ignore[arg-type]
    yield from _message(rule.message)
    yield from ("", told["vi"][1], f"*{told['en'][1]}*", "")
    yield from _table(zip(told["vi"][2:], told["en"][2:], strict=True))


def _table(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Weight by date, law by date, and `mend()`, in both languages."""
    for vi, en in lines:
        yield f"- {vi} · *{en}*"


def _words(template: str) -> str:
    return re.sub(r"\{[a-z_]+\}", "…", template)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a TextIOWrapper
    sys.stdout.writelines(line + "\n" for line in page())
