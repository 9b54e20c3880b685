"""Conventions: published methods as values, each with its source and with what could not be confirmed."""

from typing import Any

import attrs
import pytest

from tthc.costs import (
    AUSTRALIA_RBM,
    CONVENTIONS,
    GERMANY_ERFUELLUNGSAUFWAND,
    INTERNATIONAL_SCM,
    VN_TT02_2017,
    Convention,
)
from tthc.errors import MalformedError


def own(**fields: Any) -> Convention:
    usual = {"id": "own", "name": ("Riêng", "Own"), "formula": ("P × Q", "P × Q"), "source": "x"}
    return Convention(**{**usual, "counts_fees": True, "one_off": "apart", **fields})


def test_the_published_ones_differ_in_more_than_fees() -> None:
    assert tuple(CONVENTIONS.values()) == (
        VN_TT02_2017,
        INTERNATIONAL_SCM,
        GERMANY_ERFUELLUNGSAUFWAND,
        AUSTRALIA_RBM,
    )
    assert [one.counts_fees for one in CONVENTIONS.values()] == [True, False, False, False]
    assert [one.counts_delay for one in CONVENTIONS.values()] == [False, False, False, True]
    assert [one.prices_citizens_time for one in CONVENTIONS.values()] == [True, True, False, True]
    assert [one.one_off for one in CONVENTIONS.values()] == ["every_time", "apart", "apart", "averaged"]
    assert [one.sources for one in CONVENTIONS.values()][:2] == ["lower_middle", "normally_efficient"]
    assert "agency" in GERMANY_ERFUELLUNGSAUFWAND.performers
    assert INTERNATIONAL_SCM.obligations == {"information"}


def test_each_says_what_it_needs() -> None:
    assert VN_TT02_2017.needs == ()
    assert GERMANY_ERFUELLUNGSAUFWAND.needs == ("parameters.subject", "norms.business_as_usual")
    assert AUSTRALIA_RBM.needs[-2:] == ("parameters.overhead", "parameters.delay")
    assert own(overhead_on={"citizen", "business"}).needs == ("parameters.overhead",)
    assert own(overhead_on={"subject"}).needs == ("parameters.overhead",)
    assert own(performers={"business"}, prices_citizens_time=False).needs == ("parameters.subject",)


def test_each_names_its_source_in_two_languages() -> None:
    assert str(VN_TT02_2017).endswith("(Điều 27 Thông tư số 02/2017/TT-VPCP)")
    assert VN_TT02_2017.display("en").endswith("(Article 27, Circular 02/2017/TT-VPCP)")
    assert "Leitfaden" in str(GERMANY_ERFUELLUNGSAUFWAND)
    assert repr(AUSTRALIA_RBM) == "<Convention australia-rbm>"


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({"id": ""}, ["id"]),
        ({"source": ""}, ["source"]),
        ({"one_off": "averaged"}, ["one_off_years"]),
        ({"one_off_years": 10}, ["one_off_years"]),
        ({"one_off": "averaged", "one_off_years": 0}, ["one_off_years"]),
        ({"unconfirmed": ("fee",)}, ["unconfirmed"]),
        ({"performers": ("citizen",)}, ["performers"]),
        ({"obligations": {"tax"}}, ["obligations"]),
        ({"counts_fees": 1}, ["counts_fees"]),
    ],
)
def test_a_method_that_contradicts_itself_is_refused(fields: dict[str, Any], faults: list[str]) -> None:
    with pytest.raises(MalformedError) as caught:
        own(**fields)
    assert [fault.field for fault in caught.value.faults] == faults


def test_a_new_edition_is_a_new_value() -> None:
    later = attrs.evolve(VN_TT02_2017, id="vn-tt02-2017-without-fees", counts_fees=False)
    assert later != VN_TT02_2017
    assert VN_TT02_2017.counts_fees
