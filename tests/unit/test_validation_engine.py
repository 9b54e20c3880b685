"""`validate` and `explain`: which rules run, on what, and what is refused."""

import datetime as dt
import importlib
import pkgutil
from collections.abc import Iterable

import attrs
import pytest

from tthc import (
    Catalogue,
    Citation,
    Interval,
    LegalNumber,
    Procedure,
    ProcedureCode,
    Rule,
    RuleSet,
    Severity,
    explain,
    validate,
    validation,
)
from tthc.dated import Dated
from tthc.errors import MalformedError, NoLawError, NotFoundError
from tthc.findings import Message
from tthc.reference import VIETNAM, Reference
from tthc.validation import FIRST_DAY, RULES, Context, Hit, default_rules

DAY = dt.date(2026, 11, 22)
MODULES = ["tthc.validation", *(info.name for info in pkgutil.walk_packages(validation.__path__, "tthc.validation."))]
BIRTH = Procedure(code=ProcedureCode("1.001193"), name="Đăng ký khai sinh.")


def codes(subject: object = BIRTH, **options: object) -> set[str]:
    options.setdefault("on", DAY)
    return {finding.code for finding in validate(subject, **options)}  # type: ignore[arg-type]


@attrs.frozen
class Permit:
    """A type of the caller's own."""

    number: str


def _short(permit: Permit, _: Context) -> Iterable[Hit]:
    if len(permit.number) < 3:
        yield Hit(("number",), {"number": permit.number})


OWN = Rule(
    message=Message("XYZ001", "số “{number}” quá ngắn", "the number “{number}” is too short"),
    subject=Permit,
    check=_short,
    why=("Số có ít nhất ba ký tự.", "A number has three characters at least."),
)


def test_rules_of_one_code_or_of_a_block() -> None:
    assert codes(select=["TTHC711"]) == {"TTHC711"}
    assert codes(select="TTHC711") == {"TTHC711"}  # one text is one prefix
    assert codes(select=["TTHC10", "TTHC711"]) == codes(select=["TTHC10"]) | {"TTHC711"}
    assert codes() > codes(select=["TTHC1"]) > codes(select=["TTHC10"])


def test_the_longest_prefix_decides() -> None:
    assert codes(select=["TTHC711"], ignore=["TTHC7"]) == {"TTHC711"}
    assert codes(select=["TTHC7"], ignore=["TTHC711"]) == set()
    assert codes(ignore=["TTHC"]) == set()
    assert codes(ignore="TTHC711") == codes() - {"TTHC711"}
    assert codes(select=["TTHC711"], ignore=["TTHC711"]) == set()  # as long: ignored


def test_a_prefix_that_fits_no_rule_is_a_slip() -> None:
    with pytest.raises(NotFoundError) as caught:
        validate(BIRTH, on=DAY, select=["TTHC99"])
    assert caught.value.value == "TTHC99"
    with pytest.raises(NotFoundError):
        validate(BIRTH, on=DAY, ignore=["TTHC7", "THC1"])


def test_days_before_the_first_law_are_refused() -> None:
    assert dt.date(2010, 10, 14) == FIRST_DAY
    assert validate(BIRTH, on=FIRST_DAY).findings
    with pytest.raises(NoLawError, match="2010-10-14"):
        validate(BIRTH, on=dt.date(2010, 10, 13))


@pytest.mark.parametrize("day", [dt.datetime(2026, 11, 22), "2026-11-22", None])  # noqa: DTZ001 - refused with or without a zone
def test_only_a_day_is_a_day(day: object) -> None:
    with pytest.raises(TypeError, match="on: expected a date"):
        validate(BIRTH, on=day)  # type: ignore[arg-type]


@pytest.mark.parametrize("stranger", [None, "1.001193", {}, object(), Permit("1")])
def test_a_stranger_is_told_who_is_welcome(stranger: object) -> None:
    with pytest.raises(TypeError, match=r"expected one of Catalogue, Procedure$"):
        validate(stranger, on=DAY)


def test_rules_of_the_callers_own() -> None:
    rules = RULES.with_rules(OWN)
    assert rules.subjects == (*RULES.subjects, Permit)
    (finding,) = validate(Permit("12"), on=DAY, rules=rules)
    assert (finding.text("vi"), finding.severity, finding.subject) == ("số “12” quá ngắn", Severity.WARNING, "")
    assert not validate(Permit("123"), on=DAY, rules=rules).findings
    assert codes(rules=rules) == codes()
    assert not validate(BIRTH, on=DAY, rules=RuleSet((OWN,))).findings
    assert "Số có ít nhất ba ký tự." in explain("XYZ001", rules=rules)
    with pytest.raises(TypeError, match=r"Catalogue, Permit, Procedure$"):
        validate(1, on=DAY, rules=rules)


def test_a_rule_may_begin_and_end() -> None:
    decree = Citation(document=LegalNumber.parse("42/2022/NĐ-CP"))
    first, later = Interval(dt.date(2020, 1, 1), dt.date(2022, 1, 1)), Interval(dt.date(2022, 1, 1))
    dated = attrs.evolve(
        OWN,
        severity=(Dated(Severity.INFO, first), Dated(Severity.ERROR, later)),
        citation=(Dated(decree, later),),
    )
    found = {
        day: [(f.severity, f.citation) for f in validate(Permit("1"), on=day, rules=RuleSet((dated,)))]
        for day in (dt.date(2019, 12, 31), dt.date(2021, 12, 31), dt.date(2022, 1, 1))
    }
    assert list(found.values()) == [[], [(Severity.INFO, None)], [(Severity.ERROR, decree)]]
    assert explain("XYZ001", rules=RuleSet((dated,))).splitlines()[2:] == [
        "lưu ý (từ 01/01/2020 đến hết 31/12/2021)",
        "lỗi (từ 01/01/2022)",
        "Nghị định số 42/2022/NĐ-CP (từ 01/01/2022)",
    ]
    assert "note (since 2020-01-01 through 2021-12-31)" in explain("XYZ001", "en", rules=RuleSet((dated,)))


def test_a_day_beyond_what_is_known_is_told() -> None:
    beyond = VIETNAM.as_of + dt.timedelta(days=1)
    (finding,) = validate(BIRTH, on=beyond, select=["TTHC711"]).by_code()["TTHC001"]
    assert finding.severity is Severity.INFO
    assert finding.path == ()
    assert f"{VIETNAM.as_of:%d/%m/%Y}" in finding.text("vi")
    assert "TTHC001" not in codes(on=VIETNAM.as_of)
    assert "TTHC001" not in codes(on=beyond, ignore=["TTHC0"])
    assert "TTHC001" in codes(on=beyond, ignore=["TTHC0"], select=["TTHC001"])
    assert "TTHC001" in codes(on=dt.date(2026, 1, 1), known=Reference(as_of=dt.date(2025, 12, 31)))
    report = validate(Catalogue((BIRTH, BIRTH)), on=beyond, select=["TTHC711"])
    assert [finding.code for finding in report].count("TTHC001") == 1


def test_a_check_may_share_what_it_made() -> None:
    context, made = Context(DAY, VIETNAM), []

    def make(subject: list[int]) -> int:
        made.append(subject)
        return len(made)

    one, other = [1], [1]
    assert [context.once(make, subject) for subject in (one, one, other, other, one)] == [1, 1, 2, 2, 3]


def test_a_rule_set_is_a_value() -> None:
    assert default_rules() is RULES is validation.RULES
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)
    assert len(RULES) == len({rule.code for rule in RULES}) > 60
    assert len(RULES.without("TTHC304", "TTHC001")) == len(RULES) - 2
    assert RuleSet((OWN,)) == RuleSet((OWN,)) != RULES
    assert {RULES: 1}[RULES] == 1
    assert repr(RuleSet((OWN,))) == "<RuleSet: 1 rules>"
    assert repr(OWN) == "<Rule XYZ001>"
    with pytest.raises(MalformedError, match="XYZ001"):
        RuleSet((OWN, OWN))
    with pytest.raises(NotFoundError):
        RULES.without("TTHC999")
    with pytest.raises(AttributeError, match="NONE"):
        _ = validation.NONE
    assert "RULES" in dir(validation)


@pytest.mark.parametrize("module", MODULES)
def test_modules_show_what_is_public(module: str) -> None:
    found = importlib.import_module(module)
    assert sorted(dir(found)) == sorted(found.__all__)
    assert all(hasattr(found, name) for name in found.__all__)


@pytest.mark.parametrize("code", ["TTHC905", "TTHC930", "TTHC950"])
def test_findings_that_no_rule_makes_say_their_words(code: str) -> None:
    assert explain(code).startswith(f"{code}: ")
    assert explain(code, "en") != explain(code)
    with pytest.raises(NotFoundError):
        explain(code, rules=RuleSet(()))


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule: Rule) -> None:
    for lang in ("vi", "en"):
        text = explain(rule.code, lang)  # type: ignore[arg-type]
        assert text.startswith(f"{rule.code}: ")
        assert not set("{}") & set(text)
        assert len(text.splitlines()) >= 3
        assert all(text.splitlines())
    assert all(rule.why)
    assert rule.why[0] != rule.why[1]
    assert ("mend()" in explain(rule.code, "en")) is (rule.mend is not None)
    with pytest.raises(NotFoundError):
        explain("TTHC999")


LAWLESS = {"TTHC001", "TTHC113", "TTHC116", "TTHC607", "TTHC701", "TTHC702", "TTHC703", "TTHC801", "TTHC807"}


def test_rules_cite_the_law_where_there_is_one() -> None:
    without = {rule.code for rule in RULES if rule.citation is None}
    assert without == LAWLESS | {f"TTHC{n}" for n in range(705, 710)} | {"TTHC712", "TTHC713"}


def test_codes_stand_in_the_block_of_their_subject() -> None:
    for rule in RULES:
        block = rule.code[4]
        assert (rule.subject is Catalogue) is (block == "8")
        assert (rule.subject is object) is (block == "0")
