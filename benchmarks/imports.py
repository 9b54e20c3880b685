"""What an import costs: rows 1 and 2."""

from collections.abc import Iterator

from benchmarks import Measure, Row, run_bare


def rows(measure: Measure) -> Iterator[Row]:
    door, names = "import tthc", "from tthc import Procedure, validate"
    attrs, door_time, names_time = measure.processes("import attrs", door, names)
    yield Row("1", door, door_time / attrs, at_most=0.1, unit="x import attrs")
    yield Row("1", f"{door}: modules loaded", _modules(door), at_most=3)
    yield Row("2", names, names_time / attrs, at_most=2.0, unit="x import attrs", note=f"attrs: {attrs * 1e3:.1f} ms")


def _modules(statement: str) -> int:
    return int(run_bare(f"before = len(sys.modules); {statement}; print(len(sys.modules) - before)"))
