"""What the certificate of marital status costs those who need it, how sure that is, and what it mostly consists of.

The facts of the procedure (1.004873, Giấy xác nhận tình trạng hôn nhân) are those that the national portal showed in
mid-2026, retyped in short words: code, decision, channels, limit, fee, papers. Everything else is an assumption of this
example and says so: no law gives hours, visits or an income, and the library has none built in.
"""

from collections.abc import Iterator
from fractions import Fraction

import tthc
from tthc.costs import (
    Figure,
    Norm,
    Norms,
    Parameters,
    Price,
    Spread,
    compliance_cost,
    hourly_income,
    moments,
    simulate,
    tornado,
)
from tthc.exact import format_number, percent

RECORD = {
    "Mã thủ tục": "1.004873",
    "Tên thủ tục": "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân",
    "Số quyết định": "163/QĐ-BTP",
    "Cấp thực hiện": "Cấp xã",
    "Lĩnh vực": "Hộ tịch",
    "Cách thức thực hiện": [
        {"channel": channel, "time": "3", "fees": [("Miễn phí", "Mức lệ phí do Hội đồng nhân dân cấp tỉnh quyết định")]}
        for channel in ("Trực tuyến", "Trực tiếp")
    ],
    "Thành phần hồ sơ": [
        {"Tên giấy tờ": "Tờ khai", "Bản chính": 1, "Mẫu đơn, tờ khai": "Tờ khai.docx"},
        {"Tên giấy tờ": "Giấy xác nhận đã cấp trước đó", "Bản chính": 1},
        {"Tên giấy tờ": "Văn bản ủy quyền", "Bản chính": 1},
        {"Tên giấy tờ": "Giấy tờ tùy thân", "Bản chính": 1},
        {"Tên giấy tờ": "Giấy tờ chứng minh nơi cư trú", "Bản chính": 1},
    ],
    "Số lượng hồ sơ": "01 bộ",
    "Đối tượng thực hiện": "Công dân Việt Nam",
    "Kết quả": [{"Tên": "Giấy xác nhận tình trạng hôn nhân", "Mã": "KQ.G15.000038"}],
}

CHANNELS = {"direct": "trực tiếp", "online": "trực tuyến", "post": "bưu chính", None: "mọi hình thức"}
KINDS = {"time": "thời gian", "cash": "tiền trả", "fee": "phí, lệ phí", "delay": "chờ đợi"}
MINUTE = Fraction(1, 60)
GUESS = "giả định của ví dụ"
SHARES = {
    # In how many dossiers a paper is needed that the record asks for in some cases only.
    "Giấy xác nhận đã cấp trước đó": Fraction(1, 5),
    "Văn bản ủy quyền": Fraction(1, 20),
    "Giấy tờ tùy thân": Fraction(1),
    "Giấy tờ chứng minh nơi cư trú": Fraction(1, 10),
}
HOURS = {
    "Giấy xác nhận đã cấp trước đó": 20 * MINUTE,
    "Văn bản ủy quyền": Spread(low=1, high=3),
    "Giấy tờ tùy thân": 5 * MINUTE,
    "Giấy tờ chứng minh nơi cư trú": Spread(low=Fraction(1, 2), high=2),
}


def norms() -> Norms:
    """Return the example's own norms: minutes, visits, money paid, for want of published ones."""
    papers = [
        Norm(
            element="document",
            what=name,
            times=share,
            hours=HOURS[name],
            outlay=tthc.Money(50_000) if name == "Văn bản ủy quyền" else None,
        )
        for name, share in SHARES.items()
    ]
    scans = [Norm(element="scan", what=name, times=share, hours=3 * MINUTE) for name, share in SHARES.items()]
    return Norms(
        source=GUESS,
        visits={"direct": 2, "online": Fraction(1, 4)},
        norms=(
            Norm(element="learn", hours=Spread(low=10 * MINUTE, high=50 * MINUTE)),
            Norm(element="form", hours=Spread(low=10 * MINUTE, mode=15 * MINUTE, high=40 * MINUTE, kind="triangular")),
            Norm(element="form", channel="online", hours=Spread(low=5 * MINUTE, high=25 * MINUTE)),
            *papers,
            *scans,
            Norm(
                element="travel",
                hours=Spread(low=20 * MINUTE, high=80 * MINUTE),
                outlay=Price(Spread(low=10_000, high=30_000)),
            ),
            Norm(element="queue", hours=Spread(low=10 * MINUTE, high=40 * MINUTE)),
            Norm(element="submit", hours=10 * MINUTE),
            Norm(element="receive", hours=5 * MINUTE),
        ),
    )


def parameters() -> Parameters:
    """Return an hour's income (by a convention that is named), the volume and the shares of the channels."""
    return Parameters(
        hourly_income=hourly_income(tthc.Money(125_500_000), 2112, source="GDP bình quân đầu người 2025", vintage=2025),
        subject="citizen",
        times_per_year=1,
        subjects_per_year=Spread(low=900_000, high=1_100_000),
        volume_unit="người",
        channel_shares={"direct": Fraction(3, 5), "online": Fraction(2, 5)},
        base_year=2025,
        source=GUESS,
    )


def assumptions() -> Iterator[str]:
    """Say the example's assumptions in words."""
    held = norms()
    visits = ", ".join(f"{CHANNELS[channel]} {_said(count)} lượt" for channel, count in held.visits.items())
    shares = parameters().channel_shares
    if shares is not None:
        parts = (f"{CHANNELS[channel]} {format_number(percent(share, 1))} %" for channel, share in shares.items())
        yield f"hình thức nộp: {', '.join(parts)}"
    yield f"đi lại mỗi hồ sơ: {visits}"
    for norm in held.norms:
        where = f" ({CHANNELS[norm.channel]})" if norm.channel else ""
        money = f" và {norm.outlay}" if norm.outlay else ""
        often = f", {_said(norm.times, 100)} % số hồ sơ" if norm.times != 1 else ""
        yield f"{norm.label}{where}: {_said(norm.hours, 60)} phút{money}{often}"
    yield "lệ phí: 0 đồng như Cổng nêu; mức cụ thể do Hội đồng nhân dân cấp tỉnh quyết định"
    yield f"số người thực hiện một năm: {_said(parameters().subjects_per_year or Fraction(0))}, mỗi người một lần"
    yield "một giờ tính bằng GDP bình quân đầu người chia cho 2.112 giờ; quy ước này chưa có căn cứ trong luật"


def _said(figure: Figure, times: int = 1) -> str:
    if isinstance(figure, Fraction):
        return format_number(figure * times)
    return f"{format_number(figure.low * times)}–{format_number(figure.high * times)}"


def main() -> None:
    """Print the cost, its parts, and how sure it is."""
    procedure = tthc.interop.portal.read(RECORD).value
    table = compliance_cost(procedure, norms(), parameters())

    print("1. THỦ TỤC (Cổng Dịch vụ công quốc gia, giữa năm 2026)")
    print(procedure)

    print("\n2. GIẢ ĐỊNH CỦA VÍ DỤ (không phải số liệu đã công bố)")
    for line in assumptions():
        print(f"  - {line}")

    print("\n3. BẢNG CHI PHÍ")
    print(table)

    print("\n4. BA KHOẢN LỚN NHẤT TRONG MỘT HỒ SƠ")
    for cell in table.largest(3):
        norm = table.norm_of(cell)
        label = norm.label if norm is not None else cell.activity
        share = format_number(percent(cell.amount, table.per_dossier.amount), 1)
        where = f"{KINDS[cell.kind]}, {CHANNELS[cell.channel]}"
        print(f"  {label} ({where}): {format_number(cell.amount, 0)} đồng, {share} %")

    print("\n5. MỨC ĐỘ CHẮC CHẮN, CẢ NĂM")
    year = moments(table)
    print(f"  Kỳ vọng {_billions(year.mean)}, độ lệch chuẩn {_billions(Fraction(year.sd))} (tính chính xác)")
    drawn = simulate(table, draws=2000, seed=2026)
    low, high = (Fraction(drawn.percentile(p)) for p in (5, 95))
    print(f"  90 % kết quả mô phỏng (2.000 lượt, hạt giống {drawn.seed}): từ {_billions(low)} đến {_billions(high)}")
    print("  Ba yếu tố làm kết quả thay đổi nhiều nhất:")
    for bar in tornado(table)[:3]:
        print(f"    {_quantity(bar.name)}: {_billions(bar.at_low)} đến {_billions(bar.at_high)}")


def _billions(amount: Fraction) -> str:
    return f"{format_number(amount / 10**9, 1)} tỷ đồng"


def _quantity(path: str) -> str:
    """Name a quantity by the norm it stands in."""
    if path.startswith("norms["):
        place, _, field = path.removeprefix("norms[").partition("].")
        return f"{norms().norms[int(place)].label} ({KINDS['time' if field == 'hours' else 'cash']})"
    return "số người thực hiện trong năm"


if __name__ == "__main__":
    main()
