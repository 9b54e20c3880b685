"""`find_legal_numbers`: numbers in running text and in cells glued together."""

import time

import pytest

from tthc.identifiers import LegalNumber, find_legal_numbers


def found(text: str) -> list[str]:
    return [str(number) for _, _, number in find_legal_numbers(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", []),
        ("theo Nghị định số 63/2010/NĐ-CP ngày 08/06/2010 của Chính phủ", ["63/2010/NĐ-CP"]),
        (
            "Nghị định 63/2010/NĐ-CP, 48/2013/NĐ-CP và 92/2017/NĐ-CP.",
            ["63/2010/NĐ-CP", "48/2013/NĐ-CP", "92/2017/NĐ-CP"],
        ),
        ("Quyết định 985a/QĐ-TTg; 12bis/QĐ-BTP", ["985a/QĐ-TTg", "12bis/QĐ-BTP"]),
        ("Nghị quyết 80-NQ/TW của Bộ Chính trị", ["80-NQ/TW"]),
        ("Công văn 6519/VPCP-KGVX", ["6519/VPCP-KGVX"]),
        ("Quyết định 885/QĐ-BCA-C06 và 4946/QĐ-BCA-QLXNC", ["885/QĐ-BCA-C06", "4946/QĐ-BCA-QLXNC"]),
        ("Quyết định 885/QĐ-BCA-C06886/QĐ-BCA", ["885/QĐ-BCA-C06", "886/QĐ-BCA"]),
        # old forms without type, dates, forms and fractions are not found
        ("27/CP 115-TTg 8/6/2010 mẫu 01/TNDN 24/2024 1/2 12/2020/XX-CP 15/QH14 7/BTP-a", []),
        # a law and its code, glued
        ("Luật Thương mại36/2005/QH11", ["36/2005/QH11"]),
        ("Luật 51/2019/QH1451/2019/QH14", ["51/2019/QH14", "51/2019/QH14"]),
        ("Nghị quyết 1/1997/QH951/1999/QH10", ["1/1997/QH9", "51/1999/QH10"]),
        ("Pháp lệnh 28/2005/PL-UBTVQH1128/2005/PL-UBTVQH11Luật", ["28/2005/PL-UBTVQH11"] * 2),
        # a year glued to the number
        ("năm 202343/2024/QH15", ["43/2024/QH15"]),
        ("giai đoạn 2026 - 2030182/2025/NQ-HĐND", ["182/2025/NQ-HĐND"]),
        ("năm 202566.7/2025/NQ-CP", ["66.7/2025/NQ-CP"]),
        ("số 20250/2026/QĐ-BTP", ["20250/2026/QĐ-BTP"]),
        ("1234567/2020/NĐ-CP", []),
        # a sentence that ends before the number
        ("năm 2022.65/2025/TT-BTC", ["65/2025/TT-BTC"]),
        ("khoản 5.22/2025/TT-BXD", ["22/2025/TT-BXD"]),
        ("vàng.232/2025/NĐ-CP", ["232/2025/NĐ-CP"]),
        ("năm 2022.65/2025/NQ-CP", ["65/2025/NQ-CP"]),
        # a word glued behind
        ("75/2025/TT-NHNNQuyết định 21/2008/QĐ-NHNN21/2008/QĐ-NHNN", ["75/2025/TT-NHNN"] + ["21/2008/QĐ-NHNN"] * 2),
        ("53/2025/TT-BCAngày 01/7/2025", ["53/2025/TT-BCA"]),
        ("09/2009/TTLT-BCA-BYTThông tư 21/2007/TT-BCA(X13)Nghị", ["09/2009/TTLT-BCA-BYT", "21/2007/TT-BCA-X13"]),
        ("18/2026/NĐ-CPBAN HÀNH", ["18/2026/NĐ-CP"]),
        ("18/2026/NĐ-CPTHÔNG TƯ", ["18/2026/NĐ-CP"]),
        ("22/2023/TT-BCAQUY ĐỊNH", ["22/2023/TT-BCA"]),
        ("02/2011/TT-BCTThông tư", ["02/2011/TT-BCT"]),
        ("18/2011/QĐ-TTgQUY ĐỊNH", ["18/2011/QĐ-TTg"]),
        ("18/2011/QĐ-SABCQuyết định", ["18/2011/QĐ-SABC"]),
        ("18/2011/QĐ-SABCngày", ["18/2011/QĐ-SABC"]),
        ("18/2011/QĐ-SABCD", ["18/2011/QĐ-SABCD"]),
        ("15/2014/L-CTNNghị quyết", ["15/2014/L-CTN"]),
        ("15/2004/NQLT-CP-UBTƯMTTQVNCông bố", ["15/2004/NQLT-CP-UBTƯMTTQVN"]),
        ("1/2020/TTLT" + "-BTP" * 12, ["1/2020/TTLT" + "-BTP" * 10]),
        # marks and blanks
        ("63/2010/NĐ-CP - Quy định chi tiết", ["63/2010/NĐ-CP"]),
        ("63/2010/NĐ - Quy định chi tiết", ["63/2010/NĐ"]),
        ("31/2025/TT_BCALuật", ["31/2025/TT-BCA"]),
        ("18/2022/NQ- HĐND", ["18/2022/NQ-HĐND"]),
        ("20/2020/QÐ-TTg", ["20/2020/QĐ-TTg"]),
        ("12/2020/ND-CP và 3713/QD-BTP", ["12/2020/NĐ-CP", "3713/QĐ-BTP"]),
        ("191/2005/TTLT/BQP- BLĐTBXH-BTC", ["191/2005/TTLT-BQP-BLĐTBXH-BTC"]),
        ("146/2025/NĐ", ["146/2025/NĐ"]),
        ("08.a/2010/TT-BTP", ["08a/2010/TT-BTP"]),
        # not numbers of documents
        ("37/2013/2015/TT-NHNN", []),
        ("0/2020/NĐ-CP 1/1900/NĐ-CP", []),
        ("12/QĐ-B và 12/QĐ-", []),
        ("12/2020/PL-UBTVQH", ["12/2020/PL-UBTVQH"]),
    ],
)
def test_found(text: str, numbers: list[str]) -> None:
    assert found(text) == numbers


def test_spans_hold_what_was_read() -> None:
    text = "Luật 202431/2024/QH15; Thông tư số 02 /2017/TT-VPCP."
    for start, end, number in find_legal_numbers(text):
        assert LegalNumber.parse(text[start:end]) == number
    assert [text[start:end] for start, end, _ in find_legal_numbers(text)] == ["31/2024/QH15", "02 /2017/TT-VPCP"]


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1/",
        "2024",
        "63/2010/NĐ-CP",
        "A",
        "12/2020/TTLT-BTC-",
        "BTC-",
        "1.",
        "1a/ ",
        "2020/2020/",
        " ",
        "63/QĐ-BCA-",
    ],
)
def test_the_work_grows_with_the_length_only(piece: str) -> None:
    def cost(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        times = []
        for _ in range(5):
            start = time.process_time()
            find_legal_numbers(text)
            times.append(time.process_time() - start)
        return min(times)

    cost(1000)
    assert cost(100_000) < 8 * cost(50_000) + 0.05
