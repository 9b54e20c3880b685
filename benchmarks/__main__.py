"""Print the table: `python -m benchmarks [--smoke]`. Exit status 1 where a row is more than three times off."""

import argparse
import pkgutil
import sys
from importlib import import_module

import benchmarks
from benchmarks import FAILS_AT, Measure, Row

MODULES = sorted(m.name for m in pkgutil.iter_modules(benchmarks.__path__) if not m.name.startswith("_"))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure tthc beside its goals.")
    parser.add_argument("--smoke", action="store_true", help="fewer repetitions: does it run, is it badly off?")
    parser.add_argument("--only", choices=MODULES, help="the rows of one module")
    options = parser.parse_args()
    measure = Measure(smoke=options.smoke)
    print(f"{'#':3}{'what':50}{'goal':>10}{'measured':>12}{'':18}verdict")
    worst = 0.0
    for name in [options.only] if options.only else MODULES:
        for row in import_module(f"benchmarks.{name}").rows(measure):
            print(_line(row), flush=True)
            worst = max(worst, row.off)
    return int(worst > FAILS_AT)


def _line(row: Row) -> str:
    goal = "" if row.at_most is None else f"<= {row.at_most:g}"
    goal = f">= {row.at_least:g}" if row.at_least is not None else goal
    measured = "-" if row.measured is None else f"{row.measured:.4g}"
    note = f" ({row.note})" if row.note else ""
    return (
        f"{row.number:3}{row.what:58}{goal:>10}{measured:>12}  {row.verdict}{f', {row.unit}' if row.unit else ''}{note}"
    )


if __name__ == "__main__":
    sys.exit(main())
