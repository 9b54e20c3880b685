"""Names that load on first use (PEP 562), so that importing a package costs nothing.

A package's `__init__` names the home of each public name once and hands `__getattr__` to this module:

    if not TYPE_CHECKING:
        __getattr__ = lazy(__name__, {"codes": "Code Suffix"}, modules="codes tables")

Type checkers must not see that `__getattr__` (it would make every misspelt name an `object`); they read the imports
under `if TYPE_CHECKING:`, which `tests/api/test_facade.py` holds to the same table. Nothing is imported here, not even
`typing`: this module is most of what `import tthc` loads.
"""

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["lazy"]


def __dir__() -> list[str]:
    return __all__


def lazy(package: str, homes: "Mapping[str, str]", *, modules: str = "") -> "Callable[[str], object]":
    """Return the `__getattr__` of a package.

    `homes` maps a module of the package to the names it is home to, parted by blanks; `modules` are those reachable
    as attributes themselves. A value found is kept in the package, so each name is looked up here only once.
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}
    reachable = frozenset(modules.split())

    def __getattr__(name: str) -> object:  # noqa: N807 - it is one
        home = home_of.get(name, name)
        if home == name and name not in reachable:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg, name=name, obj=sys.modules[package])
        path = f"{package}.{home}"
        __import__(path)
        value: object = sys.modules[path] if home == name else getattr(sys.modules[path], name)
        setattr(sys.modules[package], name, value)
        return value

    return __getattr__
