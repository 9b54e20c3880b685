"""Check a news story: find what it says about ranks and figures, hold it against the tables, tell what it left out."""

import datetime as dt
from typing import Literal

from tthc.rankings.figures import check_cut, check_ratio
from tthc.rankings.parsing import parse_claims, parse_cut_claims, parse_ratio_claims
from tthc.rankings.verdicts import check_claim
from tthc.reference.egdi import EDITIONS

LANG: Literal["vi", "en"] = "vi"  # "en": verdicts in English
PUBLISHED = dt.date(2020, 8, 25)
STORY = """
Chính phủ điện tử tiến thêm một bước. Theo khảo sát năm 2016 của Liên hợp quốc, EGDI của Việt Nam tăng 10 bậc, đứng thứ
89/193, còn chỉ số dịch vụ công trực tuyến (OSI) tăng 8 bậc, lên thứ hạng 74/193 quốc gia (so với năm 2014). Đến năm
2018, EGDI xếp hạng 88/193, tăng 1 bậc; OSI tăng 15 bậc, lên thứ hạng 59/193 quốc gia (so với năm 2016). Trong khu vực
Đông Nam Á, Việt Nam xếp thứ 6 về EGDI. Mục tiêu đến năm 2025 là hạng 70.
Về điều kiện kinh doanh, đã cắt giảm 4.818/5.421 điều kiện, tương ứng 37,31 %. Chi phí tuân thủ giảm từ 2.306 tỷ đồng
xuống 654 tỷ đồng, tiết kiệm 1.652 tỷ đồng, tương đương 71,64 %.
"""


def quoted(span: tuple[int, int]) -> str:
    """Return the words of the story that a statement stands in."""
    return " ".join(STORY[slice(*span)].split())


def main() -> None:
    """Print every statement with its verdict."""
    claims = parse_claims(STORY)
    for number, claim in enumerate(claims, 1):
        verdict = check_claim(claim, EDITIONS, on=PUBLISHED)
        print(f"{number}. “{quoted(claim.span)}”")
        print(f"   {claim.text(LANG)}")
        print(f"   → {verdict.outcome}: {verdict.because.text(LANG)}")
        if verdict.newer:
            print("   newer:", "; ".join(str(place) for place in verdict.newer))
        told = {(other.index, other.edition) for other in claims}
        left_out = [place for place in verdict.siblings if (place.index, place.edition) not in told]
        if left_out:
            print("   not mentioned:", "; ".join(str(place) for place in left_out))
        print()
    for ratio in parse_ratio_claims(STORY):
        print(f"“{quoted(ratio.span)}”\n   → {check_ratio(ratio).because.text(LANG)}\n")
    for cut in parse_cut_claims(STORY):
        print(f"“{quoted(cut.span)}”\n   → {check_cut(cut).because.text(LANG)}")


if __name__ == "__main__":
    main()
