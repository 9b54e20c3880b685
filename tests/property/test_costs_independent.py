"""The cost of 10,000 random procedures, beside a plain computation written from the formula and from nothing else.

The formula is that of Điều 27 Thông tư 02/2017/TT-VPCP, C = T + F and C a year = C × n × q, with T the sum over what
must be done of hours × income + money paid to others; the other conventions add what they count and leave out what they
do not. `_plain` reads a procedure drawn as plain numbers and walks every dossier that there may be, by channel, case
and group of subjects; it knows no class of the library. `_built` says the same in the library's words.
"""

import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tthc.costs import (
    AUSTRALIA_RBM,
    GERMANY_ERFUELLUNGSAUFWAND,
    INTERNATIONAL_SCM,
    VN_TT02_2017,
    Convention,
    CostTable,
    Delay,
    Norm,
    Norms,
    Parameters,
    Price,
    Segment,
    Spread,
    compliance_cost,
)
from tthc.fees import Fee
from tthc.money import Money
from tthc.procedures import Case, Document, Form, Method, Procedure, Step

EACH = 25
"""Procedures an example: four parts of 100 examples make the 10,000, and the quick profile has fewer."""

PER_PAPER = ("document", "form", "scan", "copy", "certify")
PER_VISIT = ("travel", "queue")
PER_DOSSIER = ("learn", "submit", "pay", "receive", "inspection", "other")
PERFORMERS = ("subject", "agency")

US_BURDEN_HOURS = Convention(
    id="us-pra",
    name=("Giờ gánh nặng (Hoa Kỳ)", "Paperwork burden hours (US)"),
    formula=("người trả lời × lượt × giờ", "respondents × responses × hours"),
    obligations={"information"},
    counts_fees=False,
    overhead_on={"citizen", "business"},
    one_off="apart",
    source="Paperwork Reduction Act",
)
CONVENTIONS = (VN_TT02_2017, INTERNATIONAL_SCM, GERMANY_ERFUELLUNGSAUFWAND, AUSTRALIA_RBM, US_BURDEN_HOURS)
RULES: dict[str, dict[str, Any]] = {
    # What each method counts, written down from the methods and not taken from the values of the library.
    "vn-tt02-2017": {"who": {"citizen", "business"}, "fees": True, "one_off": "every_time"},
    "international-scm": {
        "who": {"business"}, "information_only": True, "bau": True, "overhead": {"business"}, "one_off": "apart",
    },
    "germany-erfuellungsaufwand": {
        "who": {"citizen", "business", "agency"}, "citizens_unpriced": True, "bau": True, "one_off": "apart",
    },
    "australia-rbm": {
        "who": {"citizen", "business"}, "bau": True, "overhead": {"business"}, "delay": True, "one_off": "averaged",
    },
    "us-pra": {
        "who": {"citizen", "business"}, "information_only": True, "overhead": {"citizen", "business"},
        "one_off": "apart",
    },
}  # fmt: skip


# ── a procedure in plain numbers ─────────────────────────────────────────────────────────────────────────────────────


def _drawn(draw: random.Random) -> dict[str, Any]:
    """Draw a procedure with its norms and parameters: dicts, lists, strings and exact numbers."""
    channels = draw.sample(["direct", "online", "post"], draw.randint(1, 3))
    cases = ["Cấp mới", "Cấp lại", "Cấp đổi"][: draw.randint(1, 3)] if draw.random() < 0.5 else [""]
    # A paper that several cases ask for is the same paper in each.
    known: dict[str, dict[str, Any]] = {}
    papers = {case: [_paper(draw, case, i, known) for i in range(draw.randint(0, 4))] for case in cases}
    segments = ["Nhỏ", "Vừa"] if draw.random() < 0.3 else []
    drawn: dict[str, Any] = {
        "channels": dict(zip(channels, _shares(draw, len(channels)), strict=True)),
        "cases": dict(zip(cases, _shares(draw, len(cases)), strict=True)),
        "papers": papers,
        "sets": draw.randint(1, 2),
        "fee": {channel: draw.choice([0, 0, 50_000, 123_456]) for channel in channels},
        "visits": {channel: Fraction(draw.randint(0, 6), 2) for channel in channels},
        "subject": draw.choice(["citizen", "business"]),
        "income": Fraction(draw.randint(0, 90_000_000), 1000),
        "agency_income": Fraction(draw.randint(0, 90_000)),
        "segments": [
            (name, share, Fraction(draw.randint(0, 4), 4), draw.choice([None, Fraction(draw.randint(0, 99_999))]))
            for name, share in zip(segments, _shares(draw, len(segments)), strict=True)
        ],
        "times": Fraction(draw.randint(0, 24), draw.choice([1, 2, 5])),
        "subjects": Fraction(draw.randint(0, 100_000)),
        "overhead": {p: Fraction(draw.randint(0, 100), 100) for p in ("citizen", "business", "agency")},
        "bau": Fraction(draw.randint(0, 4), 8),
        "delay": [draw.randint(0, 40) for _ in range(3)] + [draw.randint(0, 900_000) for _ in range(2)],
        "convention": draw.randrange(len(CONVENTIONS)),
    }
    if CONVENTIONS[drawn["convention"]] is INTERNATIONAL_SCM:
        drawn["subject"] = "business"  # of anybody else it does not speak, and says so
    drawn["norms"] = list(_norms(draw, drawn))
    return drawn


def _paper(draw: random.Random, case: str, i: int, known: dict[str, dict[str, Any]]) -> dict[str, Any]:
    name = f"Giấy {i}" if draw.random() < 0.7 or not case else f"Giấy {i} {case}"
    certified = draw.random() < 0.4
    copies = draw.randint(int(certified), 3)
    paper = {
        "name": name,
        "template": draw.random() < 0.4,
        "copies": copies,
        "certified": certified,
    }
    return known.setdefault(name, paper)


def _shares(draw: random.Random, n: int) -> list[Fraction]:
    weights = [draw.randint(0, 5) for _ in range(n)]
    total = sum(weights)
    if not total:
        return [Fraction(i == 0) for i in range(n)]
    return [Fraction(weight, total) for weight in weights]


def _norms(draw: random.Random, drawn: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Draw norms, none of them for the same thing as another."""
    seen = set()
    for element in (*PER_PAPER, *PER_VISIT, *PER_DOSSIER):
        # What a norm is, is settled for all norms of an element: else two of them would be two acts.
        obligation = draw.choice(["information", "information", "substantive"])
        one_off = draw.random() < 0.15
        for _ in range(draw.choice([0, 1, 1, 2, 3])):
            case = draw.choice([None, None, *(case for case in drawn["cases"] if case)])
            named = [None, None]
            if element in PER_PAPER:
                named += _names(drawn, element, case)
            elif element in {"inspection", "other"}:
                named += ["Kiểm tra thực địa"]
            norm = {
                "element": element,
                "what": draw.choice(named),
                "channel": draw.choice([None, None, *drawn["channels"]]),
                "case": case,
                "segment": draw.choice([None, None, None, *(name for name, *_ in drawn["segments"])]),
                "performer": draw.choice(["subject", "subject", "subject", "agency"]),
                "hours": _figure(draw, 480, 60),
                "outlay": draw.choice([None, _figure(draw, 90_000, 1)]),
                "acts": draw.choice([Fraction(1), Fraction(1), Fraction(draw.randint(0, 30), 10)]),
                "obligation": obligation,
                "one_off": one_off,
                "bau": draw.choice([None, None, Fraction(draw.randint(0, 10), 10)]),
                "overhead": draw.choice([None, None, Fraction(draw.randint(0, 10), 10)]),
                "tariff": draw.choice([None, None, None, Fraction(draw.randint(0, 99_000))]),
            }
            key = tuple(norm[part] for part in ("element", "what", "channel", "case", "segment", "performer"))
            if key not in seen:
                seen.add(key)
                yield norm


def _names(drawn: dict[str, Any], element: str, of_case: str | None) -> list[str]:
    """Return the papers with which something of the kind is done at all: a norm for another is refused."""
    papers = [paper for case, held in drawn["papers"].items() if of_case in {None, case} for paper in held]
    return sorted({paper["name"] for paper in papers if _counts(drawn, paper, "online")[element]})


def _counts(drawn: dict[str, Any], paper: dict[str, Any], channel: str) -> dict[str, int]:
    """Return how often each thing is done with one paper."""
    sheets = paper["copies"] * drawn["sets"]
    return {
        "document": 1,
        "form": int(paper["template"]),
        "scan": int(not paper["template"] and channel == "online"),
        "copy": sheets,
        "certify": sheets if paper["certified"] else 0,
    }


def _figure(draw: random.Random, most: int, parts: int) -> Any:
    low = Fraction(draw.randint(0, most), parts)
    if draw.random() < 0.8:
        return low
    return low, low + Fraction(draw.randint(1, most), parts)


# ── the formula ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _plain(drawn: dict[str, Any]) -> dict[str, Fraction]:
    """Compute what a dossier, a year and the first time cost, and the hours, dossier by dossier of each kind."""
    rules = RULES[CONVENTIONS[drawn["convention"]].id]
    groups = drawn["segments"] or [("", Fraction(1), Fraction(1), None)]
    sums = dict.fromkeys(("per_dossier", "per_year", "once", "hours"), Fraction(0))
    for channel, of_channel in drawn["channels"].items():
        for case, of_case in drawn["cases"].items():
            for group, of_group, complies, income in groups:
                weight = of_channel * of_case * of_group
                wage = drawn["income"] if income is None else income
                for count, norm in _acts(drawn, channel, case, group):
                    hours, money = _of_norm(drawn, rules, norm, count, wage)
                    sums["hours"] += weight * hours
                    sums["per_dossier"] += weight * money
                    # Once-only work has multiplier 1: it is done once by each subject, however often he comes back.
                    if not norm["one_off"] or rules["one_off"] == "every_time":
                        sums["per_year"] += weight * money * complies * drawn["times"] * drawn["subjects"]
                    elif rules["one_off"] == "averaged":
                        sums["per_year"] += weight * money * complies * drawn["subjects"] / 10
                    else:
                        sums["once"] += weight * money * complies * drawn["subjects"]
                other = Fraction(0)
                if rules.get("fees"):
                    other += drawn["fee"][channel]
                if rules.get("delay"):
                    application, approval, ready, forgone, expenses = drawn["delay"]
                    other += max(0, application + approval - ready) * (forgone + expenses)
                sums["per_dossier"] += weight * other
                sums["per_year"] += weight * other * complies * drawn["times"] * drawn["subjects"]
    return sums


def _acts(drawn: dict[str, Any], channel: str, case: str, group: str) -> Iterator[tuple[Fraction, dict[str, Any]]]:
    """Yield how often each act is done for one dossier, with the norm that holds for it."""
    wanted: list[tuple[str, set[str | None], Fraction]] = []
    for paper in drawn["papers"][case]:
        for element, count in _counts(drawn, paper, channel).items():
            # A form is filled in; preparing it is an act only where a norm names it.
            general = set() if element == "document" and paper["template"] else {None}
            wanted.append((element, {*general, paper["name"]}, Fraction(count)))
    wanted += [(element, {None}, drawn["visits"][channel]) for element in PER_VISIT]
    for element in PER_DOSSIER:
        names = {norm["what"] for norm in drawn["norms"] if norm["element"] == element}
        due = element != "pay" or drawn["fee"][channel]
        wanted += [(element, {name}, Fraction(bool(due))) for name in names]  # each name is an act of its own
    place = {"channel": channel, "case": case, "segment": group}
    for element, names, count in wanted:
        for performer in PERFORMERS:
            norm = _closest(drawn["norms"], names, place, {"element": element, "performer": performer})
            if norm is not None:
                yield count, norm


def _closest(
    norms: list[dict[str, Any]], names: set[str | None], place: dict[str, str], act: dict[str, str]
) -> dict[str, Any] | None:
    """Return the norm that holds: what is named goes before the channel, it before the case, it before the group."""
    fitting = [
        norm
        for norm in norms
        if norm["what"] in names
        and all(norm[part] == value for part, value in act.items())
        and all(norm[part] in {None, value} for part, value in place.items())
    ]
    return max(fitting, key=lambda norm: [norm[part] is not None for part in ("what", *place)], default=None)


def _of_norm(
    drawn: dict[str, Any], rules: dict[str, Any], norm: dict[str, Any], count: Fraction, wage: Fraction
) -> tuple[Fraction, Fraction]:
    """Return hours and money of an act that is done so often."""
    who = drawn["subject"] if norm["performer"] == "subject" else norm["performer"]
    if who not in rules["who"] or (rules.get("information_only") and norm["obligation"] != "information"):
        return Fraction(0), Fraction(0)
    acts = count * norm["acts"]
    if rules.get("bau"):
        acts *= 1 - (drawn["bau"] if norm["bau"] is None else norm["bau"])
    hours = acts * _mean(norm["hours"])
    price = drawn["agency_income"] if who == "agency" else wage
    if who in rules.get("overhead", ()):
        price *= 1 + (drawn["overhead"][who] if norm["overhead"] is None else norm["overhead"])
    if norm["tariff"] is not None:
        price = norm["tariff"]
    if rules.get("citizens_unpriced") and who == "citizen":
        price = Fraction(0)
    return hours, hours * price + (acts * _mean(norm["outlay"]) if norm["outlay"] is not None else 0)


def _mean(figure: Any) -> Fraction:
    return (figure[0] + figure[1]) / 2 if isinstance(figure, tuple) else figure


# ── the same in the words of the library ─────────────────────────────────────────────────────────────────────────────


def _built(drawn: dict[str, Any]) -> CostTable:
    def fee(amount: int) -> Fee:
        return Fee(kind="amount", amount=Money(amount)) if amount else Fee(kind="free")

    procedure = Procedure(
        name="Thủ tục",
        steps=(Step(description="Nộp hồ sơ"),),
        dossier_sets=drawn["sets"],
        methods=tuple(Method(channel=channel, fees=(fee(drawn["fee"][channel]),)) for channel in drawn["channels"]),
        cases=tuple(
            Case(
                name=case,
                documents=tuple(
                    Document(
                        name=paper["name"],
                        originals=0,
                        copies=paper["copies"],
                        certified=paper["certified"],
                        form=Form(name="Mẫu 01") if paper["template"] else None,
                    )
                    for paper in drawn["papers"][case]
                ),
            )
            for case in drawn["cases"]
        ),
    )
    norms = Norms(
        norms=tuple(
            Norm(
                element=norm["element"],
                what=norm["what"],
                channel=norm["channel"],
                case=norm["case"],
                segment=norm["segment"],
                performer=norm["performer"],
                hours=_said(norm["hours"]),
                outlay=None if norm["outlay"] is None else Price(_said(norm["outlay"])),
                times=norm["acts"],
                obligation=norm["obligation"],
                one_off=norm["one_off"],
                business_as_usual=norm["bau"],
                overhead=norm["overhead"],
                tariff=None if norm["tariff"] is None else Money(norm["tariff"]),
            )
            for norm in drawn["norms"]
        ),
        visits=drawn["visits"],
        business_as_usual=drawn["bau"],
    )
    application, approval, ready, forgone, expenses = drawn["delay"]
    parameters = Parameters(
        hourly_income={"subject": Money(drawn["income"]), "agency": Money(drawn["agency_income"])},
        subject=drawn["subject"],
        times_per_year=drawn["times"],
        subjects_per_year=drawn["subjects"],
        volume_unit="hồ sơ",
        channel_shares=drawn["channels"],
        case_shares=drawn["cases"] if len(drawn["cases"]) > 1 else None,
        segments=tuple(
            Segment(
                name=name,
                share=share,
                compliance_rate=complies,
                hourly_income=None if income is None else Money(income),
            )
            for name, share, complies, income in drawn["segments"]
        ),
        overhead=drawn["overhead"],
        delay=Delay(
            application=application,
            approval=approval,
            ready=ready,
            income_forgone=Money(forgone),
            extra_expenses=Money(expenses),
        ),
    )
    return compliance_cost(procedure, norms, parameters, convention=CONVENTIONS[drawn["convention"]])


def _said(figure: Any) -> Any:
    return Spread(low=figure[0], high=figure[1]) if isinstance(figure, tuple) else figure


def _totals(table: CostTable) -> dict[str, Fraction]:
    return {
        "per_dossier": table.per_dossier.amount,
        "per_year": table.per_year.amount,
        "once": table.once.amount,
        "hours": table.hours,
    }


def test_the_plain_formula_gives_the_worked_case() -> None:
    """610,000 for a dossier: half an hour to learn, two papers, a form, two visits, a fee."""
    norm = dict.fromkeys(("what", "channel", "case", "segment", "outlay", "bau", "overhead", "tariff"))
    norm |= {"performer": "subject", "acts": Fraction(1), "obligation": "information", "one_off": False}
    paper = {"copies": 0, "certified": False}
    drawn: dict[str, Any] = {
        "channels": {"direct": Fraction(1)},
        "cases": {"": Fraction(1)},
        "papers": {
            "": [
                {"name": "A", "template": False, **paper},
                {"name": "B", "template": False, **paper},
                {"name": "Đơn", "template": True, **paper},
            ]
        },
        "sets": 1,
        "fee": {"direct": 100_000},
        "visits": {"direct": Fraction(2)},
        "subject": "citizen",
        "income": Fraction(40_000),
        "segments": [],
        "times": Fraction(1),
        "subjects": Fraction(10_000),
        "bau": Fraction(0),
        "convention": 0,
        "norms": [
            {**norm, "element": "learn", "hours": Fraction(1, 2)},
            {**norm, "element": "document", "what": "A", "hours": Fraction(2), "outlay": Fraction(30_000)},
            {**norm, "element": "document", "what": "B", "hours": Fraction(3), "outlay": Fraction(10_000)},
            {**norm, "element": "form", "hours": Fraction(1)},
            {**norm, "element": "travel", "hours": Fraction(2), "outlay": Fraction(25_000)},
        ],
    }
    assert _plain(drawn) == {"per_dossier": 610_000, "per_year": 6_100_000_000, "once": 0, "hours": Fraction(21, 2)}


@pytest.mark.parametrize("part", range(4))  # side by side
def test_the_cost_of_random_procedures(part: int) -> None:
    @given(st.integers(0, 2**32))
    def agrees(seed: int) -> None:
        for i in range(EACH):
            drawn = _drawn(random.Random(f"{part}/{seed}/{i}"))
            assert _totals(_built(drawn)) == _plain(drawn), drawn

    agrees()
