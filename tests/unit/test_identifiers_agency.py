"""`AgencyCode`: two notations, one identity (QCVN 102:2016/BTTTT; QĐ 20/2020/QĐ-TTg)."""

import pytest

from tthc.errors import MalformedError, ParseError
from tthc.identifiers import AgencyCode


@pytest.mark.parametrize(
    ("text", "levels", "notation"),
    [
        ("H26", ("H26",), "modern"),
        ("H26.12.3", ("H26", "12", "3"), "modern"),
        ("H55.242", ("H55", "242"), "modern"),
        ("Z01", ("Z01",), "modern"),
        ("Z01ABC9", ("Z01ABC9",), "modern"),
        ("H26." + "A" * 31, ("H26", "A" * 31), "modern"),
        ("000.00.00.H26", ("H26",), "legacy"),
        ("000.00.12.H26", ("H26", "12"), "legacy"),
        ("000.03.12.H26", ("H26", "12", "03"), "legacy"),
        ("012.03.12.H26", ("H26", "12", "03", "012"), "legacy"),
    ],
)
def test_parse_reads_both_notations(text: str, levels: tuple[str, ...], notation: str) -> None:
    code = AgencyCode.parse(text)
    assert (code.levels, code.notation, code.repairs) == (levels, notation, ())
    assert str(code) == text


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", 0),
        ("h26", 0),
        ("H6", 0),
        ("H26.", 3),
        ("H26..1", 3),
        ("H26.a", 3),
        ("H26" + ".1" * 17, 35),
        ("  " + "H26" + ".1" * 17, 37),
        ("26", 2),
        ("000.00.00.26", 10),
        ("000.00.00.h26", 10),
        ("00.00.00.H26", 2),
        ("000.00.00.H260", 13),
        ("000.03.00.H26", 7),
        ("001.00.12.H26", 4),
        ("001.00.00.H26", 7),
        ("\u200b000.03.00.H26", 8),
    ],
)
def test_parse_says_where_it_stops(text: str, position: int) -> None:
    with pytest.raises(ParseError) as caught:
        AgencyCode.parse(text)
    assert caught.value.position == position
    assert caught.value.value == text


def test_a_skipped_level_is_called_so() -> None:
    with pytest.raises(ParseError, match="no level to be skipped"):
        AgencyCode.parse("000.03.00.H26")


@pytest.mark.parametrize(
    ("text", "repairs"),
    [(" H26.12", ("blanks",)), ("H26\u200b.12", ("characters",)), ("\u00a0H26.12\u200b\n", ("characters", "blanks"))],
)
def test_what_is_mended_is_named(text: str, repairs: tuple[str, ...]) -> None:
    code = AgencyCode.parse(text)
    assert code == AgencyCode(("H26", "12"))
    assert code.repairs == repairs


@pytest.mark.parametrize(
    ("levels", "legacy"),
    [
        (("H26",), "000.00.00.H26"),
        (("H26", "12"), "000.00.12.H26"),
        (("H26", "12", "03", "012"), "012.03.12.H26"),
        (("H26", "12", "03", "12"), None),
        (("H26", "12", "03", "012", "1"), None),
        (("H55", "242"), None),
        (("H26", "00"), None),
        (("H26", "1A"), None),
        (("Z01AB",), None),
    ],
)
def test_legacy_form(levels: tuple[str, ...], legacy: str | None) -> None:
    code = AgencyCode(levels)
    assert code.legacy == legacy
    assert code.modern == ".".join(levels)


def test_codes_are_compared_and_sorted_by_levels() -> None:
    legacy, modern = AgencyCode.parse("000.00.12.H26"), AgencyCode.parse("H26.12")
    assert legacy == modern
    assert hash(legacy) == hash(modern)
    assert not legacy < modern
    assert sorted([AgencyCode.parse("H27"), modern, AgencyCode.parse("H26")])[1:] == [modern, AgencyCode(("H27",))]
    assert legacy != "000.00.12.H26"


def test_root_and_parent_keep_the_notation() -> None:
    code = AgencyCode.parse("012.03.12.H26")
    assert str(code.root) == "000.00.00.H26"
    assert str(code.parent) == "000.03.12.H26"
    root = AgencyCode.parse("H26")
    assert root.root is root
    assert root.parent is None
    assert str(AgencyCode.parse("H26.12.3").parent) == "H26.12"


@pytest.mark.parametrize("levels", [(), ("",), ("h26",), ("H26", ""), ("H26.12",), ("H26", "1.2"), ("H26", "1" * 32)])
def test_the_constructor_refuses_levels_that_are_none(levels: tuple[str, ...]) -> None:
    with pytest.raises(MalformedError) as caught:
        AgencyCode(levels)
    assert [fault.field for fault in caught.value.faults] == ["levels"]


def test_the_constructor_refuses_a_legacy_notation_without_legacy_form() -> None:
    with pytest.raises(MalformedError, match=r"H55\.242 has no legacy form"):
        AgencyCode(("H55", "242"), "legacy")
    assert str(AgencyCode(("H26", "12"), "legacy")) == "000.00.12.H26"


def test_types_are_checked() -> None:
    with pytest.raises(MalformedError):
        AgencyCode(["H26"])  # type: ignore[arg-type]
    with pytest.raises(MalformedError):
        AgencyCode(("H26",), "old")  # type: ignore[arg-type]
