"""The front door: its three lists agree with each other and with what stands behind it."""

import ast
import inspect
import pkgutil
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import tthc
from tthc._lazy import lazy


def _home_of(package: ModuleType) -> dict[str, str]:
    return {name: home for home, names in package._HOMES.items() for name in names.split()}


HOME_OF = _home_of(tthc)
LAZY = [
    m
    for m in map(import_module, ["tthc", *(m.name for m in pkgutil.walk_packages(tthc.__path__, "tthc."))])
    if hasattr(m, "_HOMES")
]
MODULES = sorted(m.name for m in pkgutil.iter_modules(tthc.__path__) if not m.name.startswith("_"))


def _typed_imports(package: ModuleType) -> tuple[dict[str, str], list[str]]:
    """Read what type checkers see: names with their homes, and modules."""
    tree = ast.parse(Path(inspect.getfile(package)).read_text(encoding="utf-8"))
    names, modules = {}, []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module != "tthc._lazy":
            for alias in node.names:
                if node.module == package.__name__:
                    assert alias.asname == alias.name, "only `x as x` hands a module on"
                    modules.append(alias.name)
                else:
                    names[alias.name] = node.module.removeprefix(package.__name__ + ".")
    return names, modules


@pytest.mark.parametrize("package", LAZY, ids=lambda package: package.__name__)
def test_type_checkers_and_the_interpreter_see_the_same(package: ModuleType) -> None:
    names, modules = _typed_imports(package)
    assert names == _home_of(package)
    assert sorted(package.__all__) == sorted(names)
    for name in modules:
        assert getattr(package, name) is import_module(f"{package.__name__}.{name}")


def test_the_front_door_hands_on_every_module() -> None:
    assert _typed_imports(tthc)[1] == sorted([*tthc._MODULES.split(), "strategies"]) == MODULES


@pytest.mark.parametrize("name", sorted(HOME_OF))
def test_every_name_is_what_its_home_offers(name: str) -> None:
    home = import_module(f"tthc.{HOME_OF[name]}")
    assert name in home.__all__
    assert getattr(tthc, name) is getattr(home, name)


def test_no_module_bears_the_name_of_a_function() -> None:
    assert not {name for name in tthc.__all__ if not name[0].isupper()} & set(MODULES)


def test_dir_lists_names_and_modules_and_only_those() -> None:
    assert dir(tthc) == sorted([*tthc.__all__, *tthc._MODULES.split()])


@pytest.mark.parametrize("module", [m.name for m in pkgutil.walk_packages(tthc.__path__, "tthc.")])
def test_every_module_says_what_is_public(module: str) -> None:
    loaded = import_module(module)
    assert loaded.__doc__
    public = getattr(loaded, "__all__", None)  # a table of data has none
    assert public is not None or "._" in module
    if public is not None:
        assert dir(loaded) == sorted(set(public))
        assert len(set(public)) == len(public)
    for name in public or ():
        assert hasattr(loaded, name)


def test_a_strange_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'tthc' has no attribute 'Procedur'") as caught:
        tthc.Procedur  # type: ignore[attr-defined]
    assert caught.value.name == "Procedur"
    with pytest.raises(AttributeError):
        lazy("tthc", {})("text")


def test_a_name_is_looked_up_once() -> None:
    load = lazy("tthc", {"money": "Money"})
    vars(tthc).pop("Money", None)
    assert load("Money") is vars(tthc)["Money"]


def test_no_pattern_repeats_a_group_possessively(project: Path) -> None:
    """Early releases of Python 3.11 and 3.12 match such a group by chance: what is found hangs on what ran before."""
    for file in (project / "src").rglob("*.py"):
        assert not re.search(r"\)(?:[*+?]|\{[0-9,]+\})\+", file.read_text(encoding="utf-8")), file
