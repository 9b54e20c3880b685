"""What is known of each edition of the UN E-Government Survey beside its figures: days, titles, methods, digits.

The UN does not state weights, digits and the way digits were left out for every edition; what stands here was found
from the figures. What no source at hand settles is left out: the weights inside OSI from 2022 on, those inside HCI but
for 2008, and the rule of the rating classes.
"""

__all__ = ["EDITIONS", "NAMES", "NOTES", "PARTS", "PRECISION"]


def __dir__() -> list[str]:
    return __all__


NAMES = {
    "EGDI": (
        "Chỉ số phát triển Chính phủ điện tử",
        "E-Government Development Index",
        "Chỉ số Chính phủ điện tử",
        "Chỉ số sẵn sàng Chính phủ điện tử",
        "E-Government Readiness Index",
    ),
    "OSI": (
        "Chỉ số dịch vụ công trực tuyến",
        "Online Service Index",
        "Chỉ số dịch vụ trực tuyến",
        "Web Measure Index",
    ),
    "TII": (
        "Chỉ số hạ tầng viễn thông",
        "Telecommunication Infrastructure Index",
        "Chỉ số cơ sở hạ tầng viễn thông",
        "Telecommunications Infrastructure Index",
    ),
    "HCI": ("Chỉ số nguồn nhân lực", "Human Capital Index", "Chỉ số vốn nhân lực", "Chỉ số nguồn lực"),
    "EPI": ("Chỉ số tham gia điện tử", "E-Participation Index"),
}
"""Vietnamese and English name of each index, then other and former ones."""

EDITIONS = """
2003 | 2003-11-04 | launched | UN press release UNIS/PI/1519 | UN Global E-government Survey 2003: E-government at the Crossroads
2004 | 2004-11-30 | month    | title page of UNPAN/2004/11 | Global E-Government Readiness Report 2004: Towards Access for Opportunity
2005 | 2005-12-19 | reported | bespacific.com | Global E-Government Readiness Report 2005: From E-Government to E-Inclusion
2008 | 2008-01-04 | reported | ZDNet Asia | UN E-Government Survey 2008: From E-Government to Connected Governance
2010 | 2010-04-16 | launched | idfi.ge 20/05/2010 | UN E-Government Survey 2010: Leveraging e-government at a time of financial and economic crisis
2012 | 2012-02-28 | launched | laocai.gov.vn 21/03/2012 | UN E-Government Survey 2012: E-Government for the People
2014 | 2014-06-25 | launched | unpog.org 25/06/2014 | UN E-Government Survey 2014: E-Government for the Future We Want
2016 | 2016-07-31 | month    | publicadministration.un.org/egovkb | UN E-Government Survey 2016: E-Government in Support of Sustainable Development
2018 | 2018-07-19 | launched | thutuchanhchinh.vn 01/08/2018 | UN E-Government Survey 2018: Gearing E-Government to Support Transformation towards Sustainable and Resilient Societies
2020 | 2020-07-10 | launched | UN press release 10/07/2020 | UN E-Government Survey 2020: Digital Government in the Decade of Action for Sustainable Development
2022 | 2022-09-28 | launched | unpan.un.org | UN E-Government Survey 2022: The Future of Digital Government
2024 | 2024-09-17 | launched | UN press release 17/09/2024 | UN E-Government Survey 2024: Accelerating Digital Transformation for Sustainable Development
"""  # noqa: E501 - a row is an edition
"""Year | day | how sure | where the day was read | title.

The day is that of the launch where a source names it ("launched"), else the first on which the edition is certain to
have been out: the last of the month that a source names ("month") or the day of the earliest report ("reported").
"""

PRECISION = {
    2003: "EGDI 5 mixed, OSI 5 truncated, TII 5 mixed, HCI 2 mixed, EPI 4 rounded",
    2004: "EGDI 5 mixed, OSI 5 truncated, TII 5 mixed, HCI 2 mixed, EPI 5 truncated",
    2005: "EGDI 5 mixed, OSI 5 truncated, TII 5 mixed, HCI 2 mixed, EPI 5 truncated",
    2008: "EGDI 4 rounded, OSI 5 truncated, TII 5 mixed, HCI 5 mixed, EPI 5 truncated",
    2010: "EGDI 5 truncated, OSI 5 truncated, TII 5 truncated, HCI 5 truncated, EPI 5 truncated",
    2012: "EGDI 5 truncated, OSI 5 truncated, TII 5 mixed, HCI 5 mixed, EPI 4 rounded",
    2014: "EGDI 5 truncated, OSI 5 truncated, TII 5 mixed, HCI 4 rounded, EPI 5 truncated",
    2016: "EGDI 5 rounded, OSI 5 rounded, TII 5 mixed, HCI 5 mixed, EPI 5 rounded",
    2018: "EGDI 4 mixed, OSI 4 rounded, TII 4 mixed, HCI 4 mixed, EPI 4 rounded",
    2020: "EGDI 4 mixed, OSI 4 rounded, TII 4 mixed, HCI 4 mixed, EPI 4 rounded",
    2022: "EGDI 4 mixed, OSI 4 mixed, TII 4 mixed, HCI 4 mixed, EPI 4 rounded",
    2024: "EGDI 5 mixed, OSI 5 mixed, TII 5 mixed, HCI 5 mixed, EPI 4 rounded",
}
"""Decimals and how the rest was left out, by index.

"mixed": the figures fit rounding and cutting alike, or neither alone. OSI and EPI are proved by the fractions behind
them (`egdi.exact`). For the others a way is named where the other one cannot lead from the printed components of some
state to its printed EGDI. A few HCI of 2003 to 2005 have a third decimal.
"""

PARTS = """
TII | 2003 | máy tính cá nhân, người dùng Internet, đường dây điện thoại, dân số trực tuyến, điện thoại di động, máy thu hình | PCs, Internet users, telephone lines, online population, mobile phones, television sets
TII | 2008 | người dùng Internet, máy tính cá nhân, đường dây điện thoại chính, điện thoại di động, băng rộng, mỗi thành phần 1/5 | Internet users, PCs, main telephone lines, mobile phones, broadband, one fifth each
TII | 2012 | người dùng Internet, băng rộng cố định, thuê bao Internet cố định, điện thoại di động, điện thoại cố định | Internet users, fixed broadband, fixed Internet subscriptions, mobile phones, fixed telephones
TII | 2014 | người dùng Internet, băng rộng cố định, băng rộng không dây, điện thoại di động, điện thoại cố định | Internet users, fixed broadband, wireless broadband, mobile phones, fixed telephones
TII | 2018 | người dùng Internet, băng rộng cố định, băng rộng di động đang hoạt động, điện thoại di động, điện thoại cố định | Internet users, fixed broadband, active mobile broadband, mobile phones, fixed telephones
TII | 2020 | người dùng Internet, băng rộng cố định, băng rộng di động đang hoạt động, điện thoại di động, chặn trên ở 120 | Internet users, fixed broadband, active mobile broadband, mobile phones, cut off at 120
TII | 2024 | người dùng Internet, điện thoại di động, băng rộng di động đang hoạt động, khả năng chi trả | Internet users, mobile phones, active mobile broadband, affordability
HCI | 2003 | tỷ lệ biết chữ của người lớn, tỷ lệ nhập học chung | adult literacy, gross enrolment
HCI | 2014 | tỷ lệ biết chữ của người lớn, tỷ lệ nhập học chung, số năm đi học kỳ vọng, số năm đi học bình quân | adult literacy, gross enrolment, expected and mean years of schooling
HCI | 2024 | tỷ lệ biết chữ của người lớn, tỷ lệ nhập học chung, số năm đi học kỳ vọng, số năm đi học bình quân, hiểu biết về chính phủ điện tử | adult literacy, gross enrolment, expected and mean years of schooling, e-government literacy
OSI | 2003 | điểm của bảng hỏi về các cổng thông tin quốc gia | points of a questionnaire on the national portals
OSI | 2022 | khung thể chế, cung cấp dịch vụ, cung cấp nội dung, công nghệ, tham gia điện tử | institutional framework, services provision, content provision, technology, e-participation
"""  # noqa: E501
"""Component | edition from which on | what it is made of, in Vietnamese | in English.

Weights inside a component stand here or in the notes only where they are known; the others need not be equal.
"""

NOTES = """
2003 | trước 2012 giá trị lớn nhất của TII và HCI không phải là 1; HCI lớn hơn 1 của Micronesia (1,422) và Tuvalu (1,03) là lỗi của nguồn, giữ nguyên như công bố | before 2012 the largest value of TII and HCI is not 1; the HCI above 1 of Micronesia (1.422) and Tuvalu (1.03) are errors of the source and stand as published
2004 | trọng số và thành phần như 2003 | weights and parts as in 2003
2005 | trọng số và thành phần như 2003 | weights and parts as in 2003
2008 | trọng số OSI 0,34, TII 0,33, HCI 0,33; TII gồm năm thành phần bằng nhau, có băng rộng; HCI gồm biết chữ 2/3, nhập học 1/3; EGDI của Ca-mơ-run (lệch 0,0121) và Campuchia (lệch 0,0028) không khớp với các thành phần đã công bố | weights OSI .34, TII .33, HCI .33; TII has five equal parts, with broadband; HCI is literacy 2/3 and enrolment 1/3; the EGDI of Cameroon (off by .0121) and Cambodia (off by .0028) do not follow from the components published
2010 | trọng số và thành phần như 2008 | weights and parts as in 2008
2012 | trở lại trung bình cộng; từ đây mỗi thành phần có giá trị lớn nhất là 1; TII thay đổi thành phần | the plain mean again; from here on the largest value of each component is 1; the parts of TII changed
2014 | HCI thêm số năm đi học kỳ vọng và số năm đi học bình quân; TII thay thuê bao Internet cố định bằng băng rộng không dây | HCI gained expected and mean years of schooling; in TII wireless broadband replaced fixed Internet subscriptions
2016 | trọng số và thành phần như 2014; từ đây OSI được làm tròn, trước đó bị cắt bớt chữ số | weights and parts as in 2014; from here on OSI is rounded, before it was cut off
2018 | TII thay băng rộng không dây bằng băng rộng di động đang hoạt động; điểm công bố với 4 chữ số | in TII active mobile broadband replaced wireless broadband; scores are published with four digits
2020 | TII bỏ điện thoại cố định và chặn trên ở 120; bốn cặp nước bằng điểm ở 4 chữ số vẫn được xếp hạng khác nhau, theo những chữ số không công bố | TII dropped fixed telephones and is cut off at 120; four pairs of states that are equal at four digits are ranked apart, by digits that were not published
2022 | OSI lần đầu gồm năm chỉ số con có trọng số; trọng số chưa được xác nhận nên không ghi | OSI is for the first time made of five weighted sub-indices; the weights are not confirmed and not stated
2024 | TII thay băng rộng cố định bằng khả năng chi trả; HCI thêm hiểu biết về chính phủ điện tử, trọng số chưa được xác nhận nên không ghi; EGDI chỉ khớp với các thành phần đã công bố đến 4 chữ số | in TII affordability replaced fixed broadband; HCI gained e-government literacy, with weights that are not confirmed and not stated; EGDI follows from the published components to four digits only
"""  # noqa: E501
"""Year | what is particular to the edition, in Vietnamese | in English."""
