"""What holds of every report."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from tthc.findings import Finding, Message, Param, Report, Severity
from tthc.frozen import FrozenMap

MESSAGES = [
    Message("TTHC101", "thiếu {a}", "no {a}"),
    Message("TTHC102", "{a} khác {b}", "{a} is not {b}"),
    Message("AB001", "không có chỗ nào", "no places"),
]
TEXTS = st.text(max_size=5)
PARAMS: st.SearchStrategy[Param] = TEXTS | st.integers() | st.tuples(TEXTS, TEXTS)
PATHS = st.lists(st.sampled_from(["methods", "fees", "Phí"]) | st.integers(0, 12), max_size=3).map(tuple)
FINDINGS = st.builds(
    Finding,
    message=st.sampled_from(MESSAGES),
    severity=st.sampled_from(Severity),
    path=PATHS,
    params=st.dictionaries(st.sampled_from("ab"), PARAMS).map(FrozenMap),
    subject=st.sampled_from(["", "1.001193", "2.000815"]),
)
LISTS = st.lists(FINDINGS, max_size=6)


@given(FINDINGS, FINDINGS)
def test_equal_findings_are_one(left: Finding, right: Finding) -> None:
    twin = pickle.loads(pickle.dumps(left))
    assert twin == left
    assert (twin.fingerprint, hash(twin), twin.line("en")) == (left.fingerprint, hash(left), left.line("en"))
    if left.fingerprint != right.fingerprint:
        assert left != right


@given(FINDINGS, st.integers(1, 5))
def test_the_fingerprint_forgets_indices_only(finding: Finding, shift: int) -> None:
    def moved(path: tuple[str | int, ...]) -> Finding:
        return Finding(message=finding.message, path=path, params=finding.params, subject=finding.subject)

    later = moved(tuple(p if isinstance(p, str) else p + shift for p in finding.path))
    assert later.fingerprint == finding.fingerprint
    assert moved((*finding.path, "cases")).fingerprint != finding.fingerprint


@given(LISTS, st.randoms())
def test_the_order_given_does_not_matter(findings: list[Finding], random: "st.Random") -> None:
    shuffled = list(findings)
    random.shuffle(shuffled)
    left, right = Report(tuple(findings)), Report(tuple(shuffled))
    assert [f.line() for f in left] == [f.line() for f in right]
    assert [f.severity for f in left] == sorted((f.severity for f in findings), reverse=True)


@given(LISTS, LISTS)
def test_reports_add_up(left: list[Finding], right: list[Finding]) -> None:
    total = Report(tuple(left)) + Report(tuple(right))
    assert total == Report((*left, *right))
    assert len(total) == len(left) + len(right)
    assert total.worst == max((f.severity for f in (*left, *right)), default=None)
    assert total.ok is (Report(tuple(left)).ok and Report(tuple(right)).ok)
    assert sum(map(len, total.by_code().values())) == len(total)


@given(LISTS, LISTS, LISTS)
def test_since_parts_new_from_gone(kept: list[Finding], came: list[Finding], went: list[Finding]) -> None:
    earlier, later = Report((*kept, *went)), Report((*kept, *came))
    new, gone = later.since(earlier)
    assert (gone, new) == earlier.since(later)
    assert len(new) - len(gone) == len(came) - len(went)
    assert len(new) <= len(came)
    assert not {f.fingerprint for f in new} & {f.fingerprint for f in gone}
    assert later.since(later) == (Report(), Report())


@given(st.dictionaries(st.sampled_from(["a", "b"]), PARAMS))
def test_values_stand_in_a_message_as_they_are(params: dict[str, Param]) -> None:
    def words(name: str, english: bool) -> str:
        value = params.get(name, "?")
        return str(value[english] if isinstance(value, tuple) else value)

    message = MESSAGES[1]
    assert message.text(params) == words("a", False) + " khác " + words("b", False)
    assert message.text(params, "en") == words("a", True) + " is not " + words("b", True)
