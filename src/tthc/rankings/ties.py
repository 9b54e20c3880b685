"""Tie policies (cách xếp hạng các đơn vị bằng điểm): which rank units that are equal bear.

Units that are equal hold a span of positions together, and the span is the same under every policy. A policy only says
which number is printed for it. Four units of which the second and the third are equal rank

- `competition`: 1, 2, 2, 4, the first position of the span. The United Nations and most newspapers print this one;
- `last_of_ties`: 1, 3, 3, 4, the last position;
- `dense`: 1, 2, 2, 3, no number is left out;
- `average`: 1, 5/2, 5/2, 4, the middle of the span, which statistics use;
- `ordinal`: 1, 2, 3, 4, by an order that must be *stated*, because the scores do not give one.
"""

from typing import Literal

__all__ = ["Ties"]

Ties = Literal["competition", "last_of_ties", "dense", "ordinal", "average"]
"""How units that are equal are ranked."""


def __dir__() -> list[str]:
    return __all__
