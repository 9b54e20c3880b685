"""Messages, findings and reports."""

import pickle
import random

import pytest

from tthc import findings
from tthc.errors import MalformedError, ReportError
from tthc.findings import Finding, Message, Param, Report, Severity, both
from tthc.frozen import FrozenMap
from tthc.identifiers import LegalNumber
from tthc.law import Citation

BLANK = Message("TTHC106", "thiếu thời hạn: {state}", "no time limit: {state}")
LAW = Citation(document=LegalNumber.parse("63/2010/NĐ-CP"), article="8", clause="2", point="đ")


def _finding(
    *path: str | int, severity: Severity = Severity.WARNING, message: Message = BLANK, **params: Param
) -> Finding:
    return Finding(message=message, severity=severity, path=path, params=FrozenMap(params))


# ── messages ─────────────────────────────────────────────────────────────────


def test_a_message_fills_its_places_in_both_languages() -> None:
    message = Message("TTHC301", "{amount}: {why} ({n})", "{n} of {amount} {why}")
    params: dict[str, Param] = {"amount": "50 đồng", "why": ("quá nhỏ", "too small"), "n": 3}
    assert message.text(params) == message.text(params, "vi") == "50 đồng: quá nhỏ (3)"
    assert message.text(FrozenMap(params), "en") == "3 of 50 đồng too small"


@pytest.mark.parametrize(
    "value", ["{state}", "{", "}", "{0}", "%s", "\\1", "\\g<0>", "{state.__class__}", "\x00", "\ud800"]
)
def test_a_value_is_never_read_as_a_template(value: str) -> None:
    assert BLANK.text({"state": value}) == f"thiếu thời hạn: {value}"
    assert BLANK.text({"state": (value, "x")}) == f"thiếu thời hạn: {value}"


def test_braces_that_are_no_places_stay() -> None:
    message = Message("TTHC301", "{{x}} {} {X} {x y} {x", "{{x}} {} {X} {x y} {x")
    assert message.text({"x": 1}) == "{1} {} {X} {x y} {x"


def test_a_missing_value_is_a_question_mark() -> None:
    assert BLANK.text({}) == "thiếu thời hạn: ?"


def test_a_huge_number_is_shown_in_short() -> None:
    finding = _finding(state=10**100_000)
    assert len(finding.text()) < 100
    assert len(finding.fingerprint) == 16


@pytest.mark.parametrize(
    "code", ["", "TTHC", "TTHC1", "TTHC1000", "tthc100", "T100", "TTHC10٣", "TTHC100\n", "ABCDEFGHI100"]
)
def test_a_code_is_letters_and_three_digits(code: str) -> None:
    with pytest.raises(MalformedError, match="code: expected letters and three digits"):
        Message(code, "", "")


def test_both_languages_name_the_same_places() -> None:
    with pytest.raises(MalformedError, match="en: expected the same places"):
        Message("TTHC100", "{a} {b}", "{a}")
    assert Message("TTHC100", "{a} {b} {a}", "{b} {a}").text({"a": 1, "b": 2}, "en") == "2 1"


# ── findings ─────────────────────────────────────────────────────────────────


def test_a_finding_says_what_where_and_by_which_law() -> None:
    finding = Finding(
        message=BLANK,
        severity=Severity.ERROR,
        path=("methods", 0, "time_limit"),
        params={"state": ("để trống", "left blank")},  # type: ignore[arg-type]
        citation=LAW,
        subject="1.001193",
    )
    assert finding.code == "TTHC106"
    assert finding.text() == "thiếu thời hạn: để trống"
    assert finding.text("en") == "no time limit: left blank"
    assert (
        str(finding)
        == finding.line("vi")
        == (
            "lỗi TTHC106 1.001193 $.methods[0].time_limit: thiếu thời hạn: để trống"
            " [điểm đ khoản 2 Điều 8 Nghị định số 63/2010/NĐ-CP]"
        )
    )
    assert finding.line("en").startswith("error TTHC106 1.001193 $.methods[0].time_limit: no time limit: left blank [")
    assert repr(finding) == "<Finding TTHC106 ERROR $.methods[0].time_limit>"
    assert type(finding.params) is FrozenMap
    assert pickle.loads(pickle.dumps(finding)) == finding
    assert hash(pickle.loads(pickle.dumps(finding))) == hash(finding)


def test_a_finding_without_law_and_subject() -> None:
    assert _finding(state="x").line() == "cảnh báo TTHC106 $: thiếu thời hạn: x"


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ((), "$"),
        (("a", 0, "b_1"), "$.a[0].b_1"),
        (("Phí", "1a", "a b", "", "a\n"), "$['Phí']['1a']['a b']['']['a\\n']"),
        (("a" * 80,), "$." + "a" * 80),
        (("it's",), '$["it\'s"]'),
    ],
)
def test_where(path: tuple[str | int, ...], where: str) -> None:
    assert _finding(*path).where() == where


@pytest.mark.parametrize("name", ["a" * 1_000_000, "đ" * 1_000_000, "\ud800"])
def test_where_is_bounded(name: str) -> None:
    assert len(_finding(name).where()) < 100


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("message", "TTHC106"),
        ("severity", 20),
        ("path", ["methods"]),
        ("path", (True,)),
        ("params", {"state": 1.5}),
        ("params", {"state": True}),
        ("params", {"state": ("vi",)}),
        ("params", {1: "x"}),
        ("params", None),
        ("citation", "Điều 8"),
        ("subject", None),
    ],
)
def test_a_finding_refuses_other_types(field: str, value: object) -> None:
    with pytest.raises(MalformedError, match=f"Finding: {field}"):
        Finding(**{"message": BLANK, field: value})  # type: ignore[arg-type]


def test_a_fingerprint_outlives_rows_put_in_above() -> None:
    finding = _finding("methods", 3, "fees", 0, state="x")
    assert finding.fingerprint == _finding("methods", 0, "fees", 7, state="x").fingerprint
    assert finding.fingerprint == _finding("methods", 3, "fees", 0, severity=Severity.INFO, state="x").fingerprint
    assert len(finding.fingerprint) == 16
    assert int(finding.fingerprint, 16) >= 0


def test_a_fingerprint_tells_faults_apart() -> None:
    other = Message("TTHC107", BLANK.vi, BLANK.en)
    different = [
        _finding("methods", state="x"),
        _finding("methods", state="y"),
        _finding("methods", state=("x", "y")),
        _finding("cases", state="x"),
        _finding("methods", message=other, state="x"),
        Finding(message=BLANK, path=("methods",), params=FrozenMap({"state": "x"}), subject="1.001193"),
    ]
    assert len({finding.fingerprint for finding in different}) == len(different)


def test_a_fingerprint_does_not_change_between_versions() -> None:
    """Offices store fingerprints: this one may change in a major version only."""
    finding = Finding(message=BLANK, path=("methods", 0, "time_limit"), params=FrozenMap({"state": "để trống", "n": 2}))
    assert finding.fingerprint == "9e12c296833075d8"
    assert _finding("a", state="\ud800").fingerprint != _finding("a", state="?").fingerprint


# ── reports ──────────────────────────────────────────────────────────────────

E1 = _finding("a", severity=Severity.ERROR, state="1")
W1 = _finding("a", 1, state="1")
W2 = _finding("a", 2, state="1")
W10 = _finding("a", 10, state="1")
WB = _finding("a", "b", state="1")
I1 = _finding(severity=Severity.INFO, state="1")
ORDER = (E1, W1, W2, W10, WB, I1)


def test_a_report_is_sorted_worst_first_then_by_place() -> None:
    for seed in range(5):
        shuffled = list(ORDER)
        random.Random(seed).shuffle(shuffled)
        assert Report(tuple(shuffled)).findings == ORDER
        assert Report(tuple(shuffled)) == Report(ORDER)
        assert hash(Report(tuple(shuffled))) == hash(Report(ORDER))


def test_a_report_is_sorted_by_subject_code_and_text() -> None:
    later = Message("TTHC107", "a", "a")
    x = Finding(message=later, subject="1")
    y = Finding(message=BLANK, subject="2", params=FrozenMap({"state": "a"}))
    z = Finding(message=BLANK, subject="2", params=FrozenMap({"state": "b"}))
    w = Finding(message=later, subject="2")
    assert Report((w, z, y, x)).findings == (x, y, z, w)


def test_a_report_is_iterable_and_sized_and_adds_up() -> None:
    report = Report((W1, E1))
    assert list(report) == [E1, W1]
    assert len(report) == 2
    assert W1 in report
    assert Report((I1,)) + report == Report((E1, W1, I1))
    assert sum([Report((I1,)), report], Report()) == Report((E1, W1, I1))
    assert Report((W1,)) + Report((W1,)) == Report((W1, W1))
    with pytest.raises(TypeError):
        report + 0


@pytest.mark.parametrize("report", [Report(), Report((E1,))])
def test_a_report_is_neither_true_nor_false(report: Report) -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(report)
    with pytest.raises(TypeError):
        assert not report


def test_a_report_takes_findings_only() -> None:
    with pytest.raises(MalformedError, match="findings"):
        Report((E1, "TTHC106"))  # type: ignore[arg-type]
    assert Report([W1, E1]) == Report((E1, W1))  # type: ignore[arg-type]


def test_severities() -> None:
    empty, noted, doubted, broken = Report(), Report((I1,)), Report((I1, W1)), Report((W1, E1))
    assert [r.ok for r in (empty, noted, doubted, broken)] == [True, True, True, False]
    assert [r.worst for r in (empty, noted, doubted, broken)] == [None, *sorted(Severity)]
    assert [doubted.any(s) for s in (Severity.INFO, Severity.WARNING, Severity.ERROR)] == [True, True, False]
    assert [Severity.ERROR.display(), Severity.WARNING.display("vi"), Severity.INFO.display()] == [
        "lỗi",
        "cảnh báo",
        "lưu ý",
    ]
    assert both(Severity.WARNING.display) == ("cảnh báo", "warning")
    assert both(Severity.INFO.display) == ("lưu ý", "note")


def test_raise_for() -> None:
    report = Report((W1, I1))
    report.raise_for()
    report.raise_for(Severity.ERROR)
    Report().raise_for(Severity.INFO)
    for severity in (Severity.WARNING, Severity.INFO):
        with pytest.raises(ReportError, match="1 cảnh báo, 1 lưu ý") as caught:
            report.raise_for(severity)
        assert caught.value.report is report


def test_by_code_groups_in_the_order_of_codes() -> None:
    other = _finding(severity=Severity.INFO, message=Message("TTHC101", "a", "a"))
    groups = Report((E1, other, W1)).by_code()
    assert list(groups.items()) == [("TTHC101", (other,)), ("TTHC106", (E1, W1))]


def test_since_sees_through_moved_rows_and_counts_repeats() -> None:
    earlier = Report(
        (_finding("methods", 0, state="x"), _finding("methods", 1, state="x"), _finding("methods", 2, state="y"))
    )
    later = Report(
        (_finding("methods", 1, state="x"), _finding("methods", 0, state="z"), _finding("methods", 3, state="y"))
    )
    new, gone = later.since(earlier)
    assert new == Report((_finding("methods", 0, state="z"),))
    assert [f.fingerprint for f in gone] == [_finding("methods", 0, state="x").fingerprint]
    assert later.since(later) == (Report(), Report())
    assert later.since(Report()) == (later, Report())
    assert Report().since(later) == (Report(), later)


def test_rows_are_flat() -> None:
    finding = Finding(
        message=BLANK, path=("methods", 0), citation=LAW, subject="1.001193", params=FrozenMap({"state": "x"})
    )
    assert Report((finding,)).rows == (
        {
            "code": "TTHC106",
            "severity": "WARNING",
            "subject": "1.001193",
            "where": "$.methods[0]",
            "vi": "thiếu thời hạn: x",
            "en": "no time limit: x",
            "citation": "điểm đ khoản 2 Điều 8 Nghị định số 63/2010/NĐ-CP",
            "fingerprint": finding.fingerprint,
        },
    )
    assert Report((W1,)).rows[0]["citation"] == ""
    assert Report().rows == ()


def test_a_report_is_written_in_both_languages() -> None:
    report = Report((E1, W1, W2, I1))
    assert report.summary() == "1 lỗi, 2 cảnh báo, 1 lưu ý"
    assert report.summary("en") == "1 error, 2 warnings, 1 note"
    assert Report((E1, E1)).summary("en") == "2 errors"
    assert Report((E1, E1)).summary() == "2 lỗi"
    assert Report().summary() == str(Report()) == "không có phát hiện nào"
    assert Report().text("en") == "no findings"
    assert str(Report((E1,))) == "1 lỗi\n  lỗi TTHC106 $.a: thiếu thời hạn: 1"
    assert report.text("en").splitlines()[2] == "  warning TTHC106 $.a[1]: no time limit: 1"
    assert repr(report) == "<Report: 1 error, 2 warnings, 1 note>"


def test_a_report_travels() -> None:
    report = Report(ORDER)
    assert pickle.loads(pickle.dumps(report)) == report


def test_module_lists_its_names() -> None:
    assert dir(findings) == findings.__all__ == sorted(findings.__all__)
