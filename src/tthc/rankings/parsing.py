"""Reading statements out of running text, Vietnamese or English: on ranks, on ratios with a per cent, on cuts.

A scanner, not a pile of patterns for sentences: the text becomes words, the words become things said, and these are put
together to statements. The work grows with the length of the text and no faster, whatever the text is.
"""

from tthc.errors import show
from tthc.rankings import _claim_figures as figures
from tthc.rankings._claim_assembling import claims_of
from tthc.rankings._claim_grammar import sentences
from tthc.rankings.claims import CutClaim, RankClaim, RatioClaim

__all__ = ["parse_claims", "parse_cut_claims", "parse_ratio_claims"]


def __dir__() -> list[str]:
    return __all__


def _checked(text: object) -> str:
    if not isinstance(text, str):
        msg = f"expected text to read statements from, got {show(text)}"
        raise TypeError(msg)
    return text


def parse_claims(text: str) -> tuple[RankClaim, ...]:
    """Find the statements on ranks in a text (tìm phát biểu về thứ hạng), in its order.

    A statement speaks of an index that the text names (EGDI and its components, PCI, PAR INDEX, SIPAS, PAPI, DTI, GII,
    Doing Business, GCI, APCI, QĐ 766, LPI, HDI, by acronym or name) and says a rank or a change of rank. States become
    ISO 3166 alpha-3 codes, provinces and ministries their Vietnamese names. What a sentence leaves out it takes from
    what the text states before, from a frame at the end of a list, or, for the base year, from the end of the sentence;
    such fields are not among `stated`. Aims ("phấn đấu", "target"), scores and dates are no statements.

    It raises nothing but a `TypeError` for what is no text.

    >>> text = "Năm 2016, EGDI của Việt Nam tăng 10 bậc, lên hạng 89/193, OSI tăng 8 bậc, lên hạng 74 (so với 2014)."
    >>> for claim in parse_claims(text):
    ...     print(claim, claim.carried)
    EGDI 2016, VNM: hạng 89/193, tăng 10 bậc so với năm 2014 ('since',)
    OSI 2016, VNM: hạng 74, tăng 8 bậc so với năm 2014 ('edition', 'unit')
    """
    return tuple(claims_of(sentences(_checked(text))))


def parse_ratio_claims(text: str) -> tuple[RatioClaim, ...]:
    """Find the ratios that a text gives with a per cent (tìm phát biểu về tỷ lệ), in its order.

    Thousands and decimals may be written the Vietnamese or the English way; the per cent stands behind the ratio or
    just before it. A ratio without a per cent states nothing that could be checked.

    >>> [str(claim) for claim in parse_ratio_claims("4.818/5.421 điều kiện, tương ứng 37,31 %; 786 of 1,200 (65.5%)")]
    ['4.818/5.421 = 37,31 %', '786/1.200 = 65,5 %']
    """
    return tuple(figures.ratios(_checked(text)))


def parse_cut_claims(text: str) -> tuple[CutClaim, ...]:
    """Find the cuts that a text gives with a saving or a per cent (tìm phát biểu về mức cắt giảm), in its order.

    The amounts are brought to the smallest unit that they are written in ("nghìn tỷ" beside "tỷ"); `digits` keeps to
    how many decimals they were printed.

    >>> text = "giảm từ 2.306 tỷ đồng xuống 654 tỷ đồng, tiết kiệm 1.652 tỷ đồng, tương đương 71,64 %"
    >>> print(*parse_cut_claims(text))
    2.306 → 654 tỷ đồng, giảm 1.652 tỷ đồng (71,64 %)
    """
    return tuple(figures.cuts(_checked(text)))
