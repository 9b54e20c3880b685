"""The table of states: whole, and no name of two states."""

import unicodedata
from collections import Counter, defaultdict

import pytest

from tthc.rankings import _states
from tthc.rankings._states import STATES, SUBREGIONS, Name, exact_names, keyed_names, names, state_of
from tthc.text import normalise, search_key


def test_there_are_193_states_with_distinct_codes() -> None:
    assert len(STATES) == 193
    assert list(STATES) == sorted(STATES)
    for codes in (
        [state.alpha3 for state in STATES.values()],
        [state.alpha2 for state in STATES.values()],
        [state.m49 for state in STATES.values()],
    ):
        assert len(set(codes)) == 193
    assert all(len(s.alpha3) == 3 and s.alpha3.isascii() and s.alpha3.isupper() for s in STATES.values())
    assert all(len(s.alpha2) == 2 and s.alpha2.isascii() and s.alpha2.isupper() for s in STATES.values())
    assert all(len(s.m49) == 3 and s.m49.isdecimal() for s in STATES.values())


def test_every_state_stands_in_a_subregion_of_m49() -> None:
    sizes = Counter(state.subregion for state in STATES.values())
    assert set(sizes) == set(SUBREGIONS)
    # Africa 54, Americas 35, Asia 47, Europe 43, Oceania 14
    assert sum(sizes[code] for code in ("011", "014", "015", "017", "018")) == 54
    assert sum(sizes[code] for code in ("005", "013", "021", "029")) == 35
    assert sum(sizes[code] for code in ("030", "034", "035", "143", "145")) == 47
    assert sum(sizes[code] for code in ("039", "151", "154", "155")) == 43
    assert sum(sizes[code] for code in ("053", "054", "057", "061")) == 14


def test_names_are_clean() -> None:
    for name in names():
        assert name.text, name
        assert name.text == normalise(name.text), name
        assert unicodedata.is_normalized("NFC", name.text), name
        assert "!" not in name.text, name
        assert "|" not in name.text, name
        assert name.alpha3 in STATES, name
    for state in STATES.values():
        assert {name.language for name in state.names_vi} == {"vi"}
        assert {name.language for name in state.names_en} == {"en"}


def test_no_name_stands_for_two_states() -> None:
    written: defaultdict[str, set[str]] = defaultdict(set)
    keyed: defaultdict[str, set[str]] = defaultdict(set)
    for name in names():
        written[_states._written(name.text)].add(name.alpha3)
        if not name.needs_marks:
            key = _states._key(name.text)
            keyed[key].add(name.alpha3)
            keyed[key.replace("-", "")].add(name.alpha3)
    assert {text: states for text, states in written.items() if len(states) > 1} == {}
    assert {text: states for text, states in keyed.items() if len(states) > 1} == {}
    assert set(exact_names()) == set(written)
    assert set(keyed_names()) == set(keyed)


# What these keys say in everyday Vietnamese or English is not the name of a state.
EVERYDAY = (
    "nga lao my ao bi anh phap duc y uc sip sec an do ba lan ha lan phan lan nam phi ai cap mong co trieu tien "
    "nhat us na uy trung phi nam han hoa ky"
)


@pytest.mark.parametrize("word", [*EVERYDAY.split(), "an do", "ba lan", "ha lan", "phan lan", "nam phi", "ai cap"])
def test_everyday_words_are_no_states(word: str) -> None:
    assert state_of(word) is None


def test_short_names_need_their_marks() -> None:
    for name in names():
        if len(search_key(name.text)) <= 3 and name.language == "vi" and not name.text.isascii():
            assert name.needs_marks or "-" in name.text, name


@pytest.mark.parametrize(
    ("text", "alpha3"),
    [
        ("Việt Nam", "VNM"),
        ("viet nam", "VNM"),
        ("VIỆT NAM", "VNM"),
        ("Vietnam", "VNM"),
        ("VNM", "VNM"),
        ("Hàn Quốc", "KOR"),
        ("Đại Hàn Dân Quốc", "KOR"),
        ("South Korea", "KOR"),
        ("Mỹ", "USA"),
        ("Hoa Kỳ", "USA"),
        ("US", "USA"),
        ("USA", "USA"),
        ("UK", "GBR"),
        ("Anh", "GBR"),
        ("Nga", "RUS"),
        ("Liên bang Nga", "RUS"),
        ("Xin-ga-po", "SGP"),
        ("Xingapo", "SGP"),
        ("Singapore", "SGP"),
        ("Ma-lai-xi-a", "MYS"),
        ("Thái Lan", "THA"),
        ("In-đô-nê-xi-a", "IDN"),
        ("Phi-líp-pin", "PHL"),
        ("Bru-nây", "BRN"),
        ("Cam-pu-chia", "KHM"),
        ("Campuchia", "KHM"),
        ("Lào", "LAO"),
        ("Mi-an-ma", "MMR"),
        ("Ti-mo Lét-xtê", "TLS"),
        ("Đông Ti-mo", "TLS"),
        ("Turkey", "TUR"),
        ("Swaziland", "SWZ"),
        ("Macedonia", "MKD"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Cape Verde", "CPV"),
        ("Czech Republic", "CZE"),
        ("Ấn Độ", "IND"),
        ("Thuỵ Sĩ", "CHE"),
        ("Thụy Sĩ", "CHE"),
        ("Ba Lan", "POL"),
        ("  Áo ", "AUT"),
    ],
)
def test_names_found(text: str, alpha3: str) -> None:
    assert state_of(text) == alpha3


@pytest.mark.parametrize("text", ["", "-", "Atlantis", "vnm", "Hồng Kông", "Viet", "x" * 101, "Việt Nam " * 50_000])
def test_strangers_are_no_states(text: str) -> None:
    assert state_of(text) is None


def test_customary_names_come_first() -> None:
    assert (STATES["VNM"].name_vi, STATES["VNM"].name_en) == ("Việt Nam", "Viet Nam")
    assert (STATES["GBR"].name_vi, STATES["AUT"].name_vi) == ("Vương quốc Anh", "Áo")
    assert STATES["FRA"].names_vi[0] == Name("Pháp", "FRA", needs_marks=True, language="vi")


def test_the_codes_are_those_of_icu() -> None:
    icu = pytest.importorskip("icu")
    for state in STATES.values():
        region = icu.Region.getInstance(state.alpha2)
        assert icu.Locale(f"und_{state.alpha2}").getISO3Country() == state.alpha3
        assert region.getNumericCode() == int(state.m49), state
        assert str(region.getContainingRegion()) == state.subregion, state


def test_dir_lists_the_public_names() -> None:
    assert dir(_states) == sorted(_states.__all__)
