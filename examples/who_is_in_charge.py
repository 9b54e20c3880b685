"""Who receives and who settles one district procedure from 2024 to 2026, and what came of one direction.

The bodies above come from `tthc.reference`; the district and two wards that took over from it are the caller's own
data, in the same types. The codes, the plan and its figures are made up for the example.
"""

import datetime as dt
from fractions import Fraction

import attrs

import tthc
from tthc.agencies import Agency, AgencyDirectory, AgencyLevel, Delegation, Duty, Reorganisation, Territory
from tthc.dated import Interval
from tthc.procedures import ResponsibleAgency
from tthc.programmes import Agenda, Body, Delivered, Directive, Lead, Programme, Target, Task, TaskStatus, Term, trace
from tthc.reference.agencies import VIETNAM

MERGER = dt.date(2025, 7, 1)
UPDATED = dt.date(2025, 9, 1)  # when the record came to name the ward
DAYS = [dt.date(2024, 6, 1), MERGER, dt.date(2026, 1, 5), dt.date(2026, 6, 1)]
CODE = tthc.ProcedureCode.parse("1.001612")
CITY = tthc.AgencyCode.parse("H19")
LIVES_IN = "Trấn Biên"


def code(name: str) -> tthc.Identifier:
    """Return a code of this example."""
    return tthc.Identifier("vi-du", name)


def three_bodies(key: str, level: AgencyLevel, served: Territory) -> list[Agency]:
    """Return a people's committee, its office for business households and its one-stop centre."""
    district = level == "district"
    days = Interval(None, MERGER) if district else Interval(MERGER)
    office = "Phòng Tài chính - Kế hoạch" if district else "Phòng Kinh tế, Hạ tầng và Đô thị"
    centre = "Bộ phận Một cửa" if district else "Trung tâm Phục vụ hành chính công"
    committee = Agency(
        code=code(key), name=f"Ủy ban nhân dân {served}", kind="peoples_committee", level=level, parent=CITY,
        territory=served, validity=days,
    )  # fmt: skip
    office_code, centre_code = code(f"{key}-phong"), code(f"{key}-mot-cua")
    under = attrs.evolve(committee, code=office_code, name=f"{office} {served}", kind="specialised_department",
                         parent=committee.code)  # fmt: skip
    return [committee, under, attrs.evolve(under, code=centre_code, name=f"{centre} {served}", kind="one_stop_centre")]


def district_and_wards() -> AgencyDirectory:
    """Return the reference with a district of Đồng Nai and two of the wards that took over from it."""
    agencies = [
        *three_bodies("bien-hoa", "district", Territory(name="Biên Hòa", type="provincial_city")),
        *three_bodies("tran-bien", "commune", Territory(name=LIVES_IN, type="ward")),
        *three_bodies("tam-hiep", "commune", Territory(name="Tam Hiệp", type="ward")),
    ]
    events = [
        Reorganisation(
            kind="split",
            date=MERGER,
            sources=(code(f"bien-hoa{suffix}"),),
            results=(code(f"tran-bien{suffix}"), code(f"tam-hiep{suffix}")),
            citation=tthc.LegalNumber.parse("72/2025/QH15"),
        )
        for suffix in ("", "-phong", "-mot-cua")
    ]
    anywhere_in_the_province = Delegation(
        kind="receive_only",
        holder=code("tran-bien-phong"),
        receiver=code("tam-hiep-mot-cua"),
        procedures=(CODE,),
        interval=Interval(MERGER),
        citation=tthc.LegalNumber.parse("118/2025/NĐ-CP"),
    )
    return VIETNAM.with_agencies(agencies, events=events, delegations=[anywhere_in_the_province])


def procedure(receiving: str, settling: str) -> tthc.Procedure:
    """Return the record of the procedure as it names its agencies."""
    return tthc.Procedure(
        code=CODE,
        name="Đăng ký thành lập hộ kinh doanh",
        agencies=(
            ResponsibleAgency(role="receiving", name=receiving),
            ResponsibleAgency(role="settling", name=settling),
        ),
    )


def show(directory: AgencyDirectory, duty: Duty, on: dt.date) -> None:
    """Print who carries out one duty; of several that took over, the one of the applicant's own ward."""
    print(f"  {duty}")
    chosen = duty.agency
    if chosen is None:
        chosen = next(a for a in duty.candidates if a.territory is not None and a.territory.name == LIVES_IN)
        print(f"    người nộp ở phường {LIVES_IN} → {chosen.name}")
    for event in duty.events:
        words = "chia, tách" if event.kind == "split" else event.kind
        print(f"    vì: {words} ngày {event.date:%d/%m/%Y} ({event.citation})")
    for delegation in duty.delegations:
        holder = directory.resolve(delegation.holder, on=on).name
        print(f"    vì: được giao tiếp nhận thay {holder} ({delegation.citation})")
    if duty.role == "settling":
        print("    trực thuộc: " + ", ".join(a.name for a in directory.ancestors(chosen, on=on)))


def direction() -> Agenda:
    """Return a direction, the plan that carries it out, its tasks, and what they delivered."""
    term = Term(id="2025", name="Nhiệm kỳ 2025–2030", kind="party")
    bodies = (
        Body(id="tu", name="Thành ủy", kind="party", level="provincial", counterpart=CITY,
             leads=(Lead(role="Bí thư Thành ủy", person="A"),)),
        Body(id="ub", name="UBND thành phố Đồng Nai", level="provincial", agency=CITY,
             leads=(Lead(role="Chủ tịch UBND thành phố", person="B"),)),
        Body(id="tb", name="UBND phường Trấn Biên", level="commune", agency=code("tran-bien"), parent="ub",
             leads=(Lead(role="Chủ tịch UBND phường", person="C"),)),
    )  # fmt: skip
    tasks = (
        Task(
            id="nv1", name="Rà soát nhóm thủ tục hộ kinh doanh", owner="tb", role="Trưởng phòng Kinh tế",
            product="phương án đơn giản hóa", deadline=dt.date(2026, 5, 31), targets=("mt1",),
            statuses=(TaskStatus(step="done", on=dt.date(2026, 5, 20)),),
            results=(
                Delivered(procedure=CODE, what="thay bản sao căn cước bằng dữ liệu", stage="enacted",
                          amounts={"cost": 180_000_000}),
                Delivered(procedure=CODE, what="giảm từ 3 còn 2 ngày làm việc", stage="planned", amounts={"days": 1}),
            ),
        ),
        Task(id="nv2", name="Công khai tại mọi điểm tiếp nhận", owner="ub", role="Giám đốc Trung tâm",
             deadline=dt.date(2026, 5, 15)),
    )  # fmt: skip
    plan = Programme(
        id="kh1", kind="plan", name="Kế hoạch đơn giản hóa năm 2026", owner="ub", directives=("nq1",), tasks=tasks,
        targets=(Target(id="mt1", metric="cost", threshold=Fraction(30, 100), due=dt.date(2026, 12, 31)),),
    )  # fmt: skip
    aim = "cắt giảm ít nhất 30 % chi phí tuân thủ thủ tục hành chính"
    return Agenda(
        terms=(term,),
        bodies=bodies,
        directives=(Directive(id="nq1", objective=aim, body="tu", date=dt.date(2026, 5, 4), term="2025"),),
        programmes=(plan,),
    )


def main() -> None:
    """Walk the procedure through the days, then the direction down to its tasks."""
    directory = district_and_wards()
    old = procedure("Bộ phận Một cửa thành phố Biên Hòa", "Phòng Tài chính - Kế hoạch thành phố Biên Hòa")
    new = procedure(
        "Trung tâm Phục vụ hành chính công phường Trấn Biên", "Phòng Kinh tế, Hạ tầng và Đô thị phường Trấn Biên"
    )
    print(f"1. AI TIẾP NHẬN, AI GIẢI QUYẾT: {old.code} {old.name}")
    for day in DAYS:
        record = old if day < UPDATED else new
        print(f"\nNgày {day:%d/%m/%Y}")
        for duty in (*directory.receiving(record, on=day), *directory.settling(record, on=day)):
            show(directory, duty, day)
        print(f"  {directory.in_charge_of('kiểm soát thủ tục hành chính', on=day)}")

    print("\n2. TỪ CHỈ ĐẠO ĐẾN KẾT QUẢ (số liệu minh họa)")
    print(trace(direction(), "nq1", on=dt.date(2026, 6, 1)))


if __name__ == "__main__":
    main()
