"""A walk through the whole public API in a hostile place, run by test_purity.py in a process of its own.

The walk is every doctest of the project, docstrings and pages alike, and every example, then a few values of every type
that `tthc.strategies` knows, each printed, compared, hashed and asked for all it answers without an argument, then
`by_hand`. Meanwhile an audit hook writes down who opens a file, a socket or a process, the caller's decimal context is
unusable, and a profiler notes which public functions were called. The result is one JSON object on stdout.

A public function that the walk does not reach is reported in `missed`: give its docstring an example (best), or call it
in `by_hand`.
"""

import contextlib
import datetime as dt
import decimal
import doctest
import functools
import importlib
import inspect
import io
import json
import pickle
import pkgutil
import sys
import types
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import attrs
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import just

import tthc
from tthc.errors import TthcError

HOME = str(Path(tthc.__file__).parent)
# Who opens files by itself, while called from here or on the way to import us, is not our doing.
STRANGERS = (
    "<frozen importlib",
    str(Path(importlib.__file__).parent),
    "hypothesis",
    "site-packages/numpy",
    "site-packages/scipy",
)
REACHES_OUT = {
    "fcntl", "ftplib", "glob", "http", "mmap", "open", "os", "pathlib", "poplib", "pty", "resource", "shutil", "signal",
    "smtplib", "socket", "sqlite3", "subprocess", "syslog", "tempfile", "time", "urllib", "webbrowser",
}  # fmt: skip

violations: set[str] = set()
called: set[types.CodeType] = set()


def by_hand() -> None:
    """Call what no docstring shows and no strategy makes."""
    day = dt.date(2026, 11, 22)
    year = tthc.Interval(dt.date(2026, 1, 1), dt.date(2027, 1, 1))
    assert year.overlaps(tthc.Interval(day))
    register = tthc.reference.VIETNAM.law
    assert register is not None
    document = register.documents[0]
    assert register.with_documents([document]).get(document.number) == document
    procedure = tthc.Procedure(
        code=tthc.ProcedureCode("1.001193"),
        name="Đăng ký khai sinh",
        methods=(tthc.Method(channel="direct", fees=(tthc.Fee.parse("8.000 đồng"),)),),
        agencies=(tthc.ResponsibleAgency(role="settling", name="Ủy ban nhân dân cấp xã"),),
        validity=year,
    )
    assert procedure.agencies_as("settling") == procedure.agencies
    assert procedure.rows_of("methods") == procedure.methods
    fees = procedure.terms(channel="direct", on=day).fees
    assert fees is not None
    assert tthc.procedures.fees_on(fees, day) == fees
    catalogue = tthc.Catalogue([]).with_procedures([procedure])
    assert tuple(catalogue.at(day)) == tuple(catalogue.variants("1.001193")) == (procedure,)
    rules = tthc.validation.RULES
    rule = rules.get("TTHC301")
    assert rules.without("TTHC301").with_rules(rule).get("TTHC301") is rule
    report = tthc.validate(procedure, on=day)
    new, gone = report.since(report)
    assert len(new) == len(gone) == 0
    tthc.strategies.dated(just("a"))
    tthc.strategies.frozen_maps(just("a"), just(1))
    agencies(tthc.reference.agencies.VIETNAM)
    costs(procedure)
    indices()
    service_quality()
    rankings()


def agencies(directory: tthc.AgencyDirectory) -> None:
    before, merged = dt.date(2025, 6, 30), dt.date(2025, 7, 1)
    province = directory.resolve("Ủy ban nhân dân tỉnh Hà Giang", on=before)
    heirs = directory.heirs(province, since=before, until=merged)
    inherited = directory.inheritance(province, on=merged)
    assert heirs == (inherited.heir,)
    assert province in directory.predecessors(heirs[0], on=merged)
    assert heirs[0] in directory.at(merged)
    directory.children(directory.resolve("Chính phủ", on=merged), on=merged)
    task = tthc.Task(id="nv1")
    assert tthc.Programme(id="kh1", kind="plan", tasks=(task,)).task("nv1") is task


def costs(procedure: tthc.Procedure) -> None:
    learn = tthc.costs.Norm(element="learn", hours=tthc.costs.Spread(low=1, high=3))
    norms = tthc.Norms(norms=(learn,)).fitting(procedure)
    terms = {"times_per_year": 1, "subjects_per_year": 10, "volume_unit": "người", "channel_shares": {"direct": 1}}
    parameters = tthc.Parameters(hourly_income=tthc.Money(40_000), on=dt.date(2026, 11, 22), **terms)
    table = tthc.compliance_cost(procedure, norms, parameters)
    assert tthc.CostTable.gather([table.only(kind="time"), table.only(kind="fee")]).per_year == table.per_year
    tthc.costs.elasticities(table)
    tthc.costs.audit_change(table, table)
    answers(tthc.costs.probability_of_target(tthc.costs.simulate(table, table, draws=5, seed=1), 0))
    answers(tthc.costs.simulate(table, table, draws=5, seed=1))
    steps = (tthc.Step(description="nộp", time_limit=tthc.TimeLimit.parse("2 ngày làm việc")),)
    graph = tthc.costs.StepGraph.from_procedure(attrs.evolve(procedure, steps=steps))
    schedule = graph.schedule(on=dt.date(2026, 6, 1))
    schedule.day(graph.steps[0].id)
    answers(schedule)
    figures = tuple(
        tthc.costs.GroupFigures(group=name, hours=hours, direct_cost=None) for name, hours in (("thuế", 3), ("đất", 9))
    )
    edition = tthc.costs.GroupEdition(index="APCI", year=2018, figures=figures)
    assert edition.shares("hours")["thuế"] == edition.to("thuế", "đất", "hours") * edition.shares("hours")["đất"]


def indices() -> None:
    made = tthc.indices
    parts = tuple(made.Indicator(id=id_, normalisation=made.min_max()) for id_ in "xy")
    index = tthc.Index(id="tour", indicators=parts, aggregates=(made.Aggregate(id="all", parts=("x", "y")),))
    data = {"a": {"x": 1, "y": 5}, "b": {"x": 2, "y": 4}, "c": {"x": 4, "y": 3}}
    scores = index.evaluate(data)
    compiled = index.compile(data)
    assert compiled.linear
    compiled.flat()
    for value in (
        scores,
        scores.trace("a"),
        made.needed_figure(scores, "c", by="y", target=1),
        made.score_change(scores, scores, "a"),
    ):
        answers(value)
    found = made.robustness_of(scores, seed=1, draws=5, weights=made.noise())
    found.interval("a"), found.ranks("a"), found.share_ahead("a", "b"), found.told_apart("a", "b")
    answers(found)
    made.as_it_is(), made.band(1), made.best_worst(1, 0), made.borda(), made.distance_to_reference("a", "ratio")
    made.distance_to_target(1, "range"), made.fraction_of_maximum(), made.percentile(), made.rank_score()
    made.steps([(1, 0), (2, 1)]), made.z_score("sample"), made.dirichlet()
    with contextlib.suppress(TthcError, ImportError):  # the extra `sampling` may not be there
        made.influences(scores, seed=1, samples=4, weights=made.noise(), weight_sets=2)
        made.sobol_indices(sum, {"x": (0, 1), "y": (0, 1)}, seed=1, samples=4)


def service_quality() -> None:
    day = dt.date(2026, 6, 1)
    month = tthc.Interval(day, dt.date(2026, 7, 1))
    made, rule = tthc.service_quality, tthc.dossiers.INDEX_766
    late = tthc.Dossier(
        code=tthc.DossierCode.parse("H26.12-260601-0001"),
        appointment=dt.date(2026, 6, 3),
        history=tuple(
            tthc.dossiers.Event(kind, on)
            for kind, on in (("accepted", day), ("processing", day), ("done", dt.date(2026, 6, 9)))
        ),
    )
    made.points_tally([late], period=month, rule=rule)
    for loss in made.lost_points([late], profile=made.QD766, period=month, rule=rule):
        answers(loss)
    made.QD766.with_exempt(["4.6"], name="without 4.6")
    answers(made.Settlement.of(made.Tally.of([late], period=month, rule=rule)))
    figures = {"5.2": (7, 9), "5.3": (6, 9)}
    answers(made.lift(made.QD766.evaluate(figures), 1))


def rankings() -> None:
    table = tthc.Ranking.from_scores({"a": 3, "b": 2, "c": 2})
    assert [standing.unit for standing in table.at(2)] == ["b", "c"]
    tthc.rankings.lift_either({"a": decimal.Decimal("0.5"), "b": decimal.Decimal("0.25")}, 2)
    saved = tthc.simplification.apportion("xy", len)
    assert saved.interaction("x", "y").dividend == 0


def audit(event: str, args: tuple[object, ...]) -> None:
    """Blame the innermost frame that is either ours or a stranger's."""
    if event.partition(".")[0] not in REACHES_OUT:
        return
    frame: types.FrameType | None = sys._getframe(1)
    while frame is not None:
        file = frame.f_code.co_filename
        if file.startswith(HOME):
            violations.add(f"{event} {args!r:.80} in {frame.f_code.co_qualname} ({file.removeprefix(HOME)})")
        if file.startswith(HOME) or any(stranger in file for stranger in STRANGERS):
            return
        frame = frame.f_back


def profile(frame: types.FrameType, event: str, _arg: object) -> None:
    """Note the call of one of our functions."""
    if event == "call" and frame.f_code.co_filename.startswith(HOME):
        called.add(frame.f_code)


def modules() -> Iterator[types.ModuleType]:
    for info in pkgutil.walk_packages(tthc.__path__, "tthc."):
        yield importlib.import_module(info.name)


def public_functions() -> Iterator[tuple[str, types.CodeType]]:
    """Every public function and method with its code, wherever it is wrapped."""
    for module in modules():
        if "._" in module.__name__:
            continue
        for name in module.__all__:
            value = getattr(module, name)
            if getattr(value, "__module__", "") != module.__name__ and "._" not in getattr(value, "__module__", ""):
                continue  # handed on: its home answers for it
            if getattr(value, "_is_protocol", False):
                continue  # nothing of ours runs
            members = vars(value).items() if inspect.isclass(value) else [("", value)]
            for member, function in members:
                if not member.startswith("_") and (code := _code(function)) is not None:
                    yield f"{module.__name__}.{name}.{member}".rstrip("."), code


def _code(value: object) -> types.CodeType | None:
    for attribute in ("fget", "__func__", "func"):  # property; class and static methods; cached_property
        value = getattr(value, attribute, value)
    function = inspect.unwrap(value) if callable(value) else None
    code = getattr(function, "__code__", None)
    return code if code is not None and code.co_filename.startswith(HOME) else None


def doctests(pages: list[doctest.DocTest]) -> tuple[int, list[str]]:
    """Run the examples of every docstring and page; count them and return what failed."""
    count, failures, finder = 0, [], doctest.DocTestFinder(exclude_empty=True)
    for case in [*chain.from_iterable(map(finder.find, modules())), *pages]:
        said: list[str] = []
        result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(case, out=said.append)
        count += result.attempted
        failures += said if result.failed else []
    return count, failures


def read_pages() -> list[doctest.DocTest]:
    """Read the examples of the documentation, before anybody looks who opens files."""
    parse = doctest.DocTestParser().get_doctest
    folder = Path(__file__).resolve().parents[2] / "docs"
    return [parse(page.read_text(encoding="utf-8"), {}, page.name, str(page), 0) for page in folder.rglob("*.md")]


def read_examples() -> list[types.CodeType]:
    """Compile the examples, before anybody looks who opens files."""
    files = (Path(__file__).resolve().parents[2] / "examples").glob("*.py")
    return [compile(file.read_text(encoding="utf-8"), str(file), "exec") for file in files]


def run(examples: list[types.CodeType]) -> None:
    """Run examples as scripts, unheard."""
    for example in examples:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(example, {"__name__": "__main__"})


def values() -> None:
    """Make values of every type that has a strategy, and ask them everything."""
    strategies = importlib.import_module("tthc.strategies")
    for name in strategies.__all__:
        make = getattr(strategies, name)
        if callable(make) and not any(p.default is p.empty for p in inspect.signature(make).parameters.values()):
            given(make())(ask)()


def ask(value: object) -> None:
    """Print a value, compare it, send it away and fetch it back, and call all that needs no argument."""
    cls = type(value)
    if not cls.__module__.startswith("tthc."):
        return
    str(value), repr(value), hash(value)
    assert pickle.loads(pickle.dumps(value)) == value
    if attrs.has(cls):
        assert attrs.evolve(value) == value  # type: ignore[type-var]  # attrs.has does not narrow a type
    answers(value)


def answers(value: object) -> None:
    """Ask a value for all that needs no argument."""
    cls = type(value)
    for name, member in inspect.getmembers_static(cls):
        if name.startswith("_"):
            continue
        if isinstance(member, property | functools.cached_property):
            with contextlib.suppress(TthcError, ValueError, LookupError):
                getattr(value, name)
        elif inspect.isfunction(member) and all(
            p.default is not p.empty for p in list(inspect.signature(member).parameters.values())[1:]
        ):
            with contextlib.suppress(TthcError, ValueError, LookupError):
                member(value)
        elif name == "parse":
            assert cls.parse(str(value)) == value  # type: ignore[attr-defined]
            assert cls.is_valid(str(value))  # type: ignore[attr-defined]


def main() -> None:
    no_checks = {"deadline": None, "database": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}
    settings.register_profile("tour", max_examples=5, phases=[Phase.generate], **no_checks)
    settings.load_profile("tour")
    decimal.setcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.Rounded, decimal.FloatOperation]))
    pages, scripts = read_pages(), read_examples()
    sys.addaudithook(audit)
    sys.setprofile(profile)
    try:
        functions = list(public_functions())
        examples, failures = doctests(pages)
        run(scripts)
        values()
        by_hand()
    finally:
        sys.setprofile(None)
    missed = sorted(name for name, code in functions if code not in called)
    json.dump(
        {"examples": examples, "failures": failures, "missed": missed, "violations": sorted(violations)}, sys.stdout
    )


if __name__ == "__main__":
    main()
