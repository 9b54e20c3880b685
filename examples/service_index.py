"""Score the service index (QĐ 766/QĐ-TTg) of a made province for one month, from its dossiers to its class.

Three agencies keep a file each. Each file is counted by itself, the counts are added up, and only then is the province
scored: the score of a whole never is the mean of the scores of its parts. What would lift it by one class comes last.
"""

import datetime as dt

from tthc import DossierCode
from tthc.dated import Interval
from tthc.dossiers import INDEX_766, Dossier, Event
from tthc.procedures import Announcement
from tthc.service_quality import QD766, Settlement, Tally, lift, lost_points

MONTH = Interval.through(dt.date(2026, 10, 1), dt.date(2026, 10, 31))
AGENCIES = {"H99.10": ("Sở Tư pháp", 48), "H99.12": ("Sở Xây dựng", 36), "H99.50": ("UBND phường Trung Tâm", 96)}
LIMIT = 7  # days from receipt to the appointment


def file_of(agency: str, size: int) -> list[Dossier]:
    """Make the dossiers of an agency; how long each one takes follows from its number."""
    dossiers: list[Dossier] = []
    for serial in range(1, size + 1):
        received = dt.date(2026, 9, 24) + dt.timedelta(days=serial * 36 // size)
        taken = (3, 5, 7, 4, 6, 9, 5, 7, 2, 14, 6, 5)[serial % 12]
        history = [Event("accepted", received), Event("processing", received)]
        if serial % 15 == 4:
            history += [
                Event("supplement_requested", received + dt.timedelta(days=1)),
                Event("supplemented", received + dt.timedelta(days=3)),
            ]
            taken += 2  # the index takes the two days off again
        history.append(Event("done", received + dt.timedelta(days=taken)))
        dossiers.append(
            Dossier(
                code=DossierCode.parse(f"{agency}-{received:%y%m%d}-{serial:04}"),
                channel="direct" if serial % 7 == 3 else "post" if serial % 24 == 11 else "online",
                appointment=received + dt.timedelta(days=LIMIT),
                history=tuple(history),
            )
        )
    return dossiers


def marks(dossier: Dossier) -> list[str]:
    """Tell what the province's own system knows of a dossier beside its history."""
    assert isinstance(dossier.code, DossierCode)  # noqa: S101 - made above
    serial = dossier.code.serial
    shares = {
        "e_result": serial % 10 < 8, "digitised": serial % 10 < 6, "reused": serial % 10 < 5, "linked": serial % 10 < 1,
        "population_data": serial % 10 < 7, "fee": serial % 2 == 0, "paid_online": serial % 4 == 0,
        "complained": serial == 17,
    }  # fmt: skip
    return [mark for mark, holds in shares.items() if holds]


def province() -> Tally:
    """Count what no dossier tells: announcements, procedures, petitions."""
    signed = dt.date(2026, 10, 8)
    announcements = [
        Announcement(by="province", signed=signed, document_in_force=signed + dt.timedelta(days=days), entered=entered)
        for days, entered in ((10, dt.date(2026, 10, 14)), (9, dt.date(2026, 10, 15)), (3, dt.date(2026, 10, 27)))
    ]
    return Tally.of_announcements(announcements, period=MONTH, reading="working", agency="H99") + Tally.given(
        "H99",
        period=MONTH,
        published=212, complete=209, to_sync=180, synced=171,
        procedures=212, services_partial=61, services_full=98, services=159, services_used=52,
        fee_procedures=74, fee_procedures_payable_online=48, fee_procedures_paid_online=21,
        citizen_procedures=120, population_procedures=66, communes=40, communes_certifying=34,
        petitions=9, petitions_on_time=7, petitions_content=6,
    )  # fmt: skip


def main() -> None:
    """Print one page: the table of the month, the score, what was lost, what would lift it."""
    files = {agency: file_of(agency, size) for agency, (_, size) in AGENCIES.items()}
    counted = [Tally.of(file, period=MONTH, rule=INDEX_766, marks=marks) for file in files.values()]
    whole = sum(counted, province())

    print("TÌNH HÌNH TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ THÁNG 10/2026")
    print(Settlement.of(sum(counted, Tally()), by="agency"))
    print(f"Đối chiếu tiếp nhận với đã và đang giải quyết: {whole.report.summary()}")

    score = QD766.evaluate(whole, unit="Tỉnh A")
    print(f"\n{score}")

    print("\nTỪNG CƠ QUAN (hồ sơ xử lý trước hạn, đúng hạn, tối đa 20 điểm)")
    points = {name: QD766.evaluate(whole.select(code))["2.1"] for code, (name, _) in AGENCIES.items()}
    for name, standing in QD766.ranking({name: held.rounded(2) for name, held in points.items() if held}).items():
        print(f"  hạng {standing.rank}: {name}, {float(standing.score or 0):.2f} điểm".replace(".", ","))

    print("\nHỒ SƠ LÀM MẤT ĐIỂM TIẾN ĐỘ")
    every = [dossier for file in files.values() for dossier in file]
    losses = lost_points(every, profile=QD766, period=MONTH, rule=INDEX_766)
    loss = next(loss for loss in losses if loss.indicator == "2.1")
    for item in loss.dossiers[:3]:
        print(f"  {item.display()}")
    print(f"  và {len(loss.dossiers) - 3} hồ sơ khác")

    print("\nMUỐN LÊN MỘT BẬC: tử số của kỳ sau, không phải mẫu số")
    print(lift(score, "tốt" if score.grade == "khá" else "khá"))


if __name__ == "__main__":
    main()
