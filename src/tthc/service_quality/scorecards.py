"""`ServiceScore`: what a profile makes of the figures of one unit, with the card to print."""

from collections.abc import Iterable
from fractions import Fraction
from typing import cast, final

import attrs

from tthc._record import check
from tthc.errors import Fault
from tthc.exact import format_number, round_to
from tthc.findings import Finding, Lang, Report
from tthc.frozen import FrozenMap
from tthc.indices.evaluation import Evaluation
from tthc.indices.scores import Score
from tthc.service_quality._figures import Held, held
from tthc.service_quality._messages import EXCESS
from tthc.service_quality.profiles import Profile

__all__ = ["ServiceScore"]


def __dir__() -> list[str]:
    return __all__


@final
@attrs.frozen(kw_only=True, repr=False)
class ServiceScore:
    """The score of one unit by a profile (điểm chất lượng phục vụ), with the figures it was made from.

    `score[node]` is the score of an indicator or a group, `None` where there is none, which is not 0. Made by
    `Profile.evaluate`; `print()` gives the card.
    """

    profile: Profile
    unit: str = ""
    figures: FrozenMap[str, Held]
    _evaluation: Evaluation[str] | None = attrs.field(init=False, eq=False, default=None)

    def __attrs_post_init__(self) -> None:
        check(self, self._faults)

    def _faults(self) -> Iterable[Fault]:
        known = {measure.id: measure for measure in self.profile.measures}
        for name, value in self.figures.items():
            if name not in known:
                yield Fault("figures", name, f"an indicator of {self.profile.id}")
                continue
            try:
                held(known[name], value)
            except (TypeError, ValueError) as error:
                yield Fault(f"figures[{name}]", value, str(error))

    @property
    def evaluation(self) -> Evaluation[str]:
        """The evaluation of the index, with its trace."""
        made = self._evaluation
        if made is None:
            made = self.profile.index.evaluate({self.unit: self.profile.row(self.figures)})
            object.__setattr__(self, "_evaluation", made)
        return made

    def __getitem__(self, node: str) -> Score | None:
        return self.evaluation.scores(node)[self.unit]

    @property
    def total(self) -> Fraction | None:
        """The points of the index, exact; `None` where nothing at all has a score."""
        return cast("Fraction | None", self.evaluation.value(self.unit))

    @property
    def groups(self) -> FrozenMap[str, Score | None]:
        """The scores of the groups, in order."""
        return FrozenMap({group.id: self[group.id] for group in self.profile.groups[1:]})

    @property
    def indicators(self) -> FrozenMap[str, Score | None]:
        """The scores of the indicators, in order."""
        return FrozenMap({measure.id: self[measure.id] for measure in self.profile.measures})

    @property
    def lacking(self) -> tuple[str, ...]:
        """The indicators without a score: no figures were given, or 0/0 scores nothing."""
        return tuple(name for name, score in self.indicators.items() if score is None)

    @property
    def grade(self) -> str | None:
        """The class of the total, `None` where there is none."""
        return None if self.total is None or not self.profile.grades else self.profile.classify(self.total)

    @property
    def report(self) -> Report:
        """The indicators whose numerator is above what it is a share of."""
        found: list[Finding] = []
        for name, pair in self.figures.items():
            measure = self.profile.measure(name)
            if isinstance(pair, tuple) and pair[0] > pair[1] * max(measure.full, Fraction(1)):
                above, below = (format_number(number) for number in pair)
                params = FrozenMap({"above": above, "below": below})
                found.append(Finding(message=EXCESS, path=(name,), params=params, subject=self.unit))
        return Report(tuple(found))

    @property
    def rows(self) -> tuple[dict[str, object], ...]:
        """Flat records, one a node: unit, node, name, level, numerator, denominator, ratio, score, maximum."""
        found: list[dict[str, object]] = []
        for node, level in ((self.profile.groups[0].id, 0), *self.profile.below()):
            group = next((group for group in self.profile.groups if group.id == node), None)
            pair = self.figures.get(node)
            above, below = pair if isinstance(pair, tuple) else (None, None)
            score = self[node]
            found.append(
                {
                    "unit": self.unit,
                    "node": node,
                    "name": self.profile.measure(node).name if group is None else group.name,
                    "level": level,
                    "indicator": group is None,
                    "numerator": above,
                    "denominator": below,
                    "ratio": above / below if above is not None and below else None,
                    "score": None if score is None else score.value,
                    "maximum": self.profile.maximum(node),
                }
            )
        return tuple(found)

    def display(self, lang: Lang = "vi") -> str:
        """Write the card: the total and its class, then each group and indicator with its counts."""
        english = lang == "en"
        title = self.profile.name_en if english and self.profile.name_en else self.profile.name
        head = f"{self.unit}: {title}" if self.unit else title
        grade = "" if self.grade is None else f" – {self.profile.grade(self.total or 0).title(lang)}"
        gone = len(self.lacking)
        gaps = (f" (chưa có điểm: {gone} chỉ tiêu)", f" (without a score: {gone})")[english] if gone else ""
        lines = [head, f"{'Total' if english else 'Tổng điểm'}: {self._points(None, lang)}{grade}{gaps}"]
        for node, depth in self.profile.below():
            if any(group.id == node for group in self.profile.groups):
                lines.append(f"{'  ' * depth}{self.profile.group(node).title(lang)}: {self._points(node, lang)}")
            else:
                name = self.profile.measure(node).title(lang)
                lines.append(f"{'  ' * depth}{node} {name}: {self._counts(node, lang)}{self._points(node, lang)}")
        return "\n".join(lines)

    def _points(self, node: str | None, lang: Lang) -> str:
        score = self.evaluation.value(self.unit, node)
        most = format_number(self.profile.maximum(node), None, lang)
        return f"{'–' if score is None else format_number(Fraction(score), None, lang)}/{most}"

    def _counts(self, node: str, lang: Lang) -> str:
        if node in self.profile.exempt:
            return "not applied, " if lang == "en" else "không áp dụng, "
        pair = self.figures.get(node)
        if not isinstance(pair, tuple):
            return ""
        above, below = pair
        percent = self.profile.measure(node).kind == "share"
        ratio = format_number(round_to(above / below * (100 if percent else 1), 2), None, lang) if below else ""
        share = f" = {ratio}{'%' if percent else ''}" if below else ""
        return f"{format_number(above, None, lang)}/{format_number(below, None, lang)}{share}, "

    def __str__(self) -> str:
        return self.display()

    def __repr__(self) -> str:
        total = "–" if self.total is None else format_number(self.total)
        unit = f" {self.unit!r}" if self.unit else ""
        return f"<ServiceScore {self.profile.id}{unit}: {total} {self.grade or ''}>".replace(" >", ">")
