"""`Money`: exact, in one currency."""

import pickle
from fractions import Fraction

import pytest

from tthc import money
from tthc.errors import MalformedError
from tthc.money import Money


def test_arithmetic() -> None:
    fee = Money(25_000)
    assert fee + Money(5_000) == Money(30_000)
    assert fee - Money(30_000) == Money(-5_000) == -Money(5_000)
    assert fee * 2 == 2 * fee == Money(50_000)
    assert fee * Fraction(1, 3) == fee / 3 == Money(Fraction(25_000, 3))
    assert fee / Fraction(1, 2) == Money(50_000)
    assert sum([fee, fee]) == 0 + fee + fee == fee + 0 + fee
    assert sum([fee]) is fee
    assert type(fee.amount) is Fraction


def test_two_currencies_never_mix() -> None:
    dong, dollar = Money(1), Money(1, "USD")
    assert dong != dollar
    for combine in (
        lambda: dong + dollar,
        lambda: dong - dollar,
        lambda: dong < dollar,
        lambda: dong >= dollar,
        lambda: sum([dong, dollar]),
    ):
        with pytest.raises(TypeError, match=r"VND with USD|USD with VND"):
            combine()


def test_strangers_are_refused() -> None:
    fee = Money(1)
    for combine in (
        lambda: fee + 1,
        lambda: 1 + fee,
        lambda: fee + False,
        lambda: fee - 0,
        lambda: fee * 0.5,
        lambda: fee * True,
        lambda: fee * fee,
        lambda: fee / 0.5,
        lambda: fee / fee,
        lambda: fee < 1,
        lambda: fee >= 0,
    ):
        with pytest.raises(TypeError):
            combine()
    assert fee != 1


def test_order() -> None:
    assert sorted([Money(3), Money(-1), Money(2)]) == [Money(-1), Money(2), Money(3)]
    assert Money(1) < Money(2) <= Money(2)
    assert Money(3) > Money(2) >= Money(2)


def test_zero_is_false() -> None:
    assert not Money(0)
    assert Money(Fraction(1, 100))


@pytest.mark.parametrize("amount", [1.5, True, "1", None])
def test_only_exact_amounts(amount: object) -> None:
    with pytest.raises(MalformedError, match="amount: expected Fraction"):
        Money(amount)  # type: ignore[arg-type]


@pytest.mark.parametrize("currency", ["", "vnd", "VN", "VNDD", "V1D", "ĐỒN", "VN "])
def test_only_currency_codes(currency: str) -> None:
    with pytest.raises(MalformedError, match="currency: expected an ISO 4217 code"):
        Money(1, currency)


@pytest.mark.parametrize(
    ("value", "vi", "en", "shown"),
    [
        (Money(25_000), "25.000 đồng", "25,000 VND", "Money(25000)"),
        (Money(-1), "-1 đồng", "-1 VND", "Money(-1)"),
        (Money(Fraction(3, 2), "USD"), "1,5 USD", "1.5 USD", "Money(Fraction(3, 2), 'USD')"),
        (Money(Fraction(1, 3)), "1/3 đồng", "1/3 VND", "Money(Fraction(1, 3))"),
    ],
)
def test_it_is_shown(value: Money, vi: str, en: str, shown: str) -> None:
    assert str(value) == value.display("vi") == vi
    assert value.display("en") == en
    assert repr(value) == shown
    assert eval(shown) == value


def test_equal_money_is_one_value() -> None:
    assert len({Money(1), Money(Fraction(2, 2))}) == 1
    assert pickle.loads(pickle.dumps(Money(1, "USD"))) == Money(1, "USD")


def test_module_lists_its_names() -> None:
    assert dir(money) == money.__all__
