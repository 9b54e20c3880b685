"""The two ways to run a program: on floats, unit by unit, and on arrays of numpy, many draws at a time.

An array holds a row for each draw and a column for each unit; what does not depend on the draw has one row.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any, Protocol, cast, final

from tthc.errors import StepError
from tthc.indices.normalise import UNIT, Normalisation

__all__ = ["Engine", "OfFloats", "OfNumpy"]

_Ends = Mapping[str, Fraction] | None


def __dir__() -> list[str]:
    return __all__


class Engine(Protocol):
    """What the writer of a program asks of an engine."""

    @property
    def functions(self) -> Mapping[str, Any]:
        """What the lines of a program call by name."""
        ...

    def column(self, values: list[float]) -> Any:  # noqa: ANN401 - a list or an array
        """Return the scores of some units, the same in every draw, as this engine holds them."""

    def places(self, chosen: Sequence[int]) -> Any:  # noqa: ANN401 - a list or an array
        """Return the places of some units."""

    def stage(
        self, name: str, expression: str, columns: Sequence[object], named: Callable[[object], str]
    ) -> Sequence[str]:
        """Write the lines that give `name` the values of an expression of x0, x1, … over all units of the columns.

        A column is one made by `column`, or a text: an expression of values made before.
        """
        ...

    def checked(self, joint: str, part: str, *, zero: bool) -> Callable[[Any], Any]:
        """Return what raises where a mean has no value, and else hands on what it was given."""
        ...

    def rescaled(self, joint: str, how: Normalisation, ends: _Ends) -> Callable[[Any, Any], Any]:
        """Return what puts scores on a scale, the one given or that of the scores themselves."""
        ...


def _refused(joint: str, part: str, value: float) -> StepError:
    return StepError("aggregate", joint, f"{part}: the mean has no value where a part scores {value:g} in a draw")


def _flat(joint: str, how: Normalisation) -> StepError:
    what = "there is no deviation" if how.method == "z_score" else "both ends of the scale are the same"
    return StepError("normalise", joint, f"in a draw every unit has the same score, so {what}")


def _beyond(joint: str) -> StepError:
    return StepError("normalise", joint, "a score of a draw lies beyond the ends of the scale")


def _line(how: Normalisation, ends: Mapping[str, Any]) -> tuple[float, float]:
    """Return where a fixed scale starts and how long it is."""
    if how.method == "z_score":
        return float(ends["mean"]), math.sqrt(ends["variance"])
    return float(ends["from"]), float(ends["to"] - ends["from"])


@final
class OfFloats:
    """Pure Python: a column is a list with a value for each unit."""

    def __init__(self) -> None:
        self.functions: Mapping[str, Any] = {
            "exp": math.exp, "log": math.log, "power": pow, "least": min, "pick": _picked, "scatter": _scattered,
        }  # fmt: skip

    def column(self, values: list[float]) -> list[float]:
        return values

    def places(self, chosen: Sequence[int]) -> list[int]:
        return list(chosen)

    def stage(
        self, name: str, expression: str, columns: Sequence[object], named: Callable[[object], str]
    ) -> Sequence[str]:
        if any(isinstance(column, str) for column in columns):
            rows = f"zip({', '.join(column if isinstance(column, str) else named(column) for column in columns)})"
        else:
            rows = named(tuple(zip(*cast("Sequence[list[float]]", columns), strict=True)))
        targets = "".join(f"x{i}, " for i in range(len(columns)))
        return [f"{name} = [{expression} for ({targets}) in {rows}]"]

    def checked(self, joint: str, part: str, *, zero: bool) -> Callable[[list[float]], list[float]]:
        def check(values: list[float]) -> list[float]:
            least = min(values)
            if least < 0 or (least == 0 and not zero):
                raise _refused(joint, part, least)
            return values

        return check

    def rescaled(
        self, joint: str, how: Normalisation, ends: _Ends
    ) -> Callable[[list[float | None], list[int]], list[float | None]]:
        low, high = map(float, how.scale)

        def rescale(values: list[float | None], known: list[int]) -> list[float | None]:
            held: list[float] = [values[i] or 0.0 for i in known]
            start, length = _line(how, ends) if ends is not None else _measured(how, held)
            if not length:
                raise _flat(joint, how)
            shares = [(x - start) / length for x in held]
            if how.beyond != "keep" and (min(shares) < 0 or max(shares) > 1):
                if how.beyond == "refuse":
                    raise _beyond(joint)
                shares = [min(max(share, 0.0), 1.0) for share in shares]
            if how.method == "z_score":
                shares = [low + share * high for share in shares]
            elif how.scale != UNIT:
                shares = [low + share * (high - low) for share in shares]
            found: list[float | None] = [None] * len(values)
            for i, share in zip(known, shares, strict=True):
                found[i] = share
            return found

        return rescale


def _picked(values: Sequence[float], chosen: Sequence[int]) -> list[float]:
    return [values[i] for i in chosen]


def _scattered(count: int, pieces: Sequence[tuple[Sequence[int], Sequence[float]]]) -> list[float | None]:
    found: list[float | None] = [None] * count
    for chosen, values in pieces:
        for i, value in zip(chosen, values, strict=True):
            found[i] = value
    return found


def _measured(how: Normalisation, values: Sequence[float]) -> tuple[float, float]:
    """Return where the scale of these scores starts and how long it is."""
    if how.method != "z_score":
        return min(values), max(values) - min(values)
    centre = math.fsum(values) / len(values)
    free = max(len(values) - (how.deviation == "sample"), 1)
    return centre, math.sqrt(math.fsum((x - centre) ** 2 for x in values) / free)


@final
class OfNumpy:
    """Arrays of numpy, which is handed in."""

    def __init__(self, numpy: Any) -> None:  # noqa: ANN401 - the module
        self._np = numpy

        def pick(values: Any, chosen: Any) -> Any:  # noqa: ANN401 - arrays
            return values[:, chosen]

        def scatter(count: int, pieces: Sequence[tuple[Any, Any]]) -> Any:  # noqa: ANN401 - arrays
            rows = max((values.shape[0] for _, values in pieces), default=1)
            found = numpy.full((rows, count), numpy.nan)
            for chosen, values in pieces:
                found[:, chosen] = values
            return found

        self.functions: Mapping[str, Any] = {
            "exp": numpy.exp, "log": numpy.log, "power": numpy.power, "least": numpy.minimum, "pick": pick,
            "scatter": scatter,
        }  # fmt: skip

    def column(self, values: list[float]) -> Any:  # noqa: ANN401 - an array
        return self._np.array([values])

    def places(self, chosen: Sequence[int]) -> Any:  # noqa: ANN401 - an array
        return self._np.array(chosen, dtype=int)

    def stage(
        self, name: str, expression: str, columns: Sequence[object], named: Callable[[object], str]
    ) -> Sequence[str]:
        held = [column if isinstance(column, str) else named(column) for column in columns]
        return [*(f"x{i} = {column}" for i, column in enumerate(held)), f"{name} = {expression}"]

    def checked(self, joint: str, part: str, *, zero: bool) -> Callable[[Any], Any]:
        def check(values: Any) -> Any:  # noqa: ANN401 - an array
            least = float(values.min())
            if least < 0 or (least == 0 and not zero):
                raise _refused(joint, part, least)
            return values

        return check

    def rescaled(self, joint: str, how: Normalisation, ends: _Ends) -> Callable[[Any, Any], Any]:
        numpy = self._np
        low, high = map(float, how.scale)

        def rescale(values: Any, known: Any) -> Any:  # noqa: ANN401 - arrays
            held = values[:, known]
            if ends is not None:
                start, length = _line(how, ends)
            elif how.method == "z_score":
                start = held.mean(axis=1, keepdims=True)
                free = max(held.shape[1] - (how.deviation == "sample"), 1)
                length = numpy.sqrt(((held - start) ** 2).sum(axis=1, keepdims=True) / free)
            else:
                start = held.min(axis=1, keepdims=True)
                length = held.max(axis=1, keepdims=True) - start
            if not numpy.all(length):
                raise _flat(joint, how)
            shares = (held - start) / length
            if how.beyond != "keep" and (shares.min() < 0 or shares.max() > 1):
                if how.beyond == "refuse":
                    raise _beyond(joint)
                shares = numpy.clip(shares, 0.0, 1.0)
            if how.method == "z_score":
                shares = low + shares * high
            elif how.scale != UNIT:
                shares = low + shares * (high - low)
            found = numpy.full(values.shape, numpy.nan)
            found[:, known] = shares
            return found

        return rescale
