"""What every parser of an identifier does with its input: refuse what is no text, cut it off early, clean it."""

from collections.abc import Callable
from typing import TypeGuard

from tthc.errors import ParseError, show
from tthc.text import tidy

__all__ = ["cleaned", "place", "readable", "text_of"]

_PLAIN = frozenset({int, bool, float, bytes, type(None)})


def __dir__() -> list[str]:
    return __all__


def _is_text(value: object) -> TypeGuard[str]:
    """Ask the class, not the value: an object may lie about its `__class__` or raise when asked."""
    return issubclass(type(value), str)


def text_of(value: object, what: str, limit: int) -> str:
    """Return `value` as a plain `str` of at most `limit` characters, or raise `ParseError`."""
    if not _is_text(value):
        kept = value if type(value) in _PLAIN else show(value)  # an exception must pickle
        raise ParseError(kept, f"{what}: expected text, got {type(value).__name__}")
    text = str.__str__(value)
    if len(text) > limit:
        raise ParseError(text, f"{what}: expected at most {limit} characters, got {len(text)}", limit)
    return text


def readable(parse: Callable[[str], object], value: object) -> bool:
    """Tell whether `parse` reads `value`; never raises, whatever `value` is."""
    if not _is_text(value):
        return False
    try:
        parse(str.__str__(value))
    except ParseError:
        return False
    return True


def cleaned(text: str) -> tuple[str, int, tuple[str, ...]]:
    r"""Return a text without look-alikes and outer blanks, how many characters of `tidy(text)` it skips, and repairs.

    >>> cleaned(" 1.004873\u200b")
    ('1.004873', 1, ('characters', 'blanks'))
    """
    if text.isascii() and text.isprintable() and text.strip() == text:
        return text, 0, ()
    plain = tidy(text)
    clean = plain.strip()
    repairs: tuple[str, ...] = ("characters",) if "".join(plain.split()) != "".join(text.split()) else ()
    if clean != plain or [c for c in plain if c.isspace()] != [c for c in text if c.isspace()]:
        repairs += ("blanks",)
    return clean, len(plain) - len(plain.lstrip()), repairs


def place(text: str, index: int) -> int:
    """Return where in `text` the character stands that is at `index` of `tidy(text)`.

    Tidying removes and composes characters, so the shortest prefix that yields the character is looked for. Texts are
    short here and this runs only when an error is raised.
    """
    if tidy(text) == text:
        return index
    return next((i for i in range(len(text)) if len(tidy(text[: i + 1])) > index), len(text))
