"""Assess one real procedure: what the record says, what is questionable, what one applicant faces, what mending does.

The facts are those of procedure 1.002010 (registration of the operation of a law practice) as the national portal
showed it in mid-2026, retyped in short words: code, decision, limit, fee, papers, results and legal basis.
"""

import datetime as dt

import attrs

import tthc

ON = dt.date(2026, 11, 22)
FEE = (
    "50 VNĐ",
    "(áp dụng mức phí 25.000 đồng/hồ sơ kể từ ngày 01/7/2025 đến hết ngày 31/12/2026, Thông tư 64/2025/TT-BTC)",
)
RECORD = {
    "Mã thủ tục": "1.002010",
    "Tên thủ tục": "Đăng ký hoạt động của tổ chức hành nghề luật sư",
    "Số quyết định": "1262/QĐ-BTP",
    "Cấp thực hiện": "Cấp tỉnh",
    "Lĩnh vực": "Luật sư",
    "Trình tự thực hiện": "Bước 1: Tổ chức nộp hồ sơ. Bước 2: Sở Tư pháp xem xét, cấp giấy hoặc trả lời bằng văn bản.",
    "Cách thức thực hiện": [
        {"channel": channel, "time": "7 Ngày làm việc", "fees": [FEE]}
        for channel in ("Trực tuyến", "Dịch vụ bưu chính", "Trực tiếp")
    ],
    "Thành phần hồ sơ": [
        {"Tên giấy tờ": "Giấy đề nghị đăng ký hoạt động theo mẫu", "Bản chính": 1, "Mẫu đơn, tờ khai": "TP-LS-02.docx"},
        {"Tên giấy tờ": "Dự thảo Điều lệ của công ty luật", "Bản chính": 1},
        {"Tên giấy tờ": "Giấy tờ chứng minh về trụ sở", "Bản chính": 0, "Bản sao": 1},
    ],
    "Số lượng hồ sơ": "",
    "Đối tượng thực hiện": "Tổ chức (không bao gồm doanh nghiệp, HTX)",
    "Cơ quan thực hiện": "Sở Tư pháp",
    "Kết quả": [{"Tên": "Giấy đăng ký hoạt động", "Mã": "KQ.G15.000168"}],
    "Yêu cầu, điều kiện": ["Có trụ sở làm việc"],
    "Căn cứ pháp lý": [
        "65/2006/QH11",
        "123/2013/NĐ-CP",
        "05/2021/TT-BTP",
        "47/2019/TT-BTC",
        "64/2025/TT-BTC",
        "Thông tư số 64/2025/TT-BTC",
    ],
}


def main() -> None:
    """Print the assessment."""
    reading = tthc.interop.portal.read(RECORD)
    procedure = reading.value

    print("1. BẢN GHI NÓI GÌ")
    print(procedure)

    print("\n2. ĐỌC BẢN GHI:", reading.report)

    report = tthc.validate(procedure, on=ON)
    print(f"\n3. KIỂM TRA THEO PHÁP LUẬT NGÀY {ON:%d/%m/%Y}:", report)

    print("\n4. NGƯỜI NỘP TRỰC TUYẾN PHẢI BIẾT GÌ")
    for day in (dt.date(2026, 12, 31), dt.date(2027, 1, 1)):
        print(procedure.terms(channel="online", on=day))

    # The number of sets and the level of the fee are the agency's to say; the repeated circular is a mechanical fix.
    mended = tthc.mend(attrs.evolve(procedure, dossier_sets=1), report)
    after = tthc.validate(mended, on=ON)
    _, gone = after.since(report)
    print("\n5. SAU KHI SỬA: không còn", ", ".join(finding.code for finding in gone))
    print(tthc.difference(procedure, mended))
    print("Còn lại:", after.summary())


if __name__ == "__main__":
    main()
