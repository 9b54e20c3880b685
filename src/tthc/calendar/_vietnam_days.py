"""The days off and make-up working days of Viet Nam's public sector, 2010 to 2026: one row a day.

Columns: day | kind | what for, or the other day of the swap | sources, keys of `SOURCES`. Public holidays that fall on
a weekly rest day are there too: they say why a later day is a compensation. A source is the decision or notice where
its number is known, else where the decision was published; the law comes first where a day rests on it.

The placement of Tết, the second National Day and the swaps are decided year by year: data, not a rule. What follows
after the last row is for `tthc.calendar.vietnam` to say.
"""

FIRST_YEAR, LAST_YEAR = 2010, 2026

NAMES = {
    "new-year": "Tết Dương lịch",
    "tet": "Tết Nguyên đán",
    "hung-kings": "Giỗ Tổ Hùng Vương",
    "victory": "Ngày Chiến thắng 30/4",
    "labour": "Quốc tế Lao động 1/5",
    "national": "Quốc khánh",
    "culture": "Ngày Văn hóa Việt Nam",
}

SOURCES = {
    "L94": "Điều 73 Bộ luật Lao động 1994",
    "L12": "Điều 115 Bộ luật Lao động 2012",
    "L12c": "khoản 3 Điều 115 Bộ luật Lao động 2012",
    "L19": "Điều 112 Bộ luật Lao động 2019",
    "L19c": "khoản 3 Điều 111 Bộ luật Lao động 2019",
    "N28": "Nghị quyết 28/2026/QH16",
    "Y10": "hanoimoi.vn 06/02/2010",
    "Y11": "baolangson.vn",
    "Y12": "baobinhdinh.vn 27/12/2011",
    "Y13": "tienphong.vn 23/11/2012; baothainguyen.vn 28/12/2012",
    "Y14": "10525/VPCP-KGVX ngày 12/12/2013",
    "Y14b": "laodong.com.vn; baodongthap.com.vn",
    "Y15": "xahoi.com.vn; baomoi.com",
    "Y16": "4659/TB-LĐTBXH",
    "Y16b": "báo Kiến Thức",
    "Y17": "vietnammoi.vn",
    "Y18": "baoninhbinh.org.vn",
    "Y19": "6519/VPCP-KGVX ngày 11/07/2018",
    "Y20": "socongthuong.daklak.gov.vn 07/01/2020",
    "Y21": "4875/TB-LĐTBXH",
    "Y22": "công văn 245; kinhtemoitruong.vn",
    "Y22b": "scon.com.vn",
    "Y23": "8056/VPCP-KGVX ngày 01/12/2022",
    "Y24": "sucsongtre.vn; btv.org.vn",
    "Y24b": "2450/VPCP-KGVX",
    "Y25": "tracuuquyhoach.com; VietnamPlus",
    "Y26": "9441/TB-BNV",
    "Y26n": "12729/VPCP-KGVX ngày 25/12/2025",
    "Y26q": "9441/TB-BNV; thuvienphapluat.vn",
}

ROWS = """
2010-01-01 | holiday      | new-year   | L94
2010-02-13 | holiday      | tet        | L94 Y10
2010-02-14 | holiday      | tet        | L94 Y10
2010-02-15 | holiday      | tet        | L94 Y10
2010-02-16 | holiday      | tet        | L94 Y10
2010-02-17 | compensation | tet        | L94 Y10
2010-02-18 | compensation | tet        | L94 Y10
2010-02-19 | swapped      | 2010-02-27 | Y10
2010-02-27 | make-up      | 2010-02-19 | Y10
2010-04-23 | holiday      | hung-kings | L94
2010-04-30 | holiday      | victory    | L94
2010-05-01 | holiday      | labour     | L94
2010-05-03 | compensation | labour     | L94 Y10
2010-09-02 | holiday      | national   | L94
2011-01-01 | holiday      | new-year   | L94
2011-01-03 | compensation | new-year   | L94 Y11
2011-01-29 | make-up      | 2011-01-31 | Y11
2011-01-30 | make-up      | 2011-02-01 | Y11
2011-01-31 | swapped      | 2011-01-29 | Y11
2011-02-01 | swapped      | 2011-01-30 | Y11
2011-02-02 | holiday      | tet        | L94 Y11
2011-02-03 | holiday      | tet        | L94 Y11
2011-02-04 | holiday      | tet        | L94 Y11
2011-02-05 | holiday      | tet        | L94 Y11
2011-02-07 | compensation | tet        | L94 Y11
2011-04-09 | make-up      | 2011-04-11 | Y11
2011-04-11 | swapped      | 2011-04-09 | Y11
2011-04-12 | holiday      | hung-kings | L94
2011-04-30 | holiday      | victory    | L94
2011-05-01 | holiday      | labour     | L94
2011-05-02 | compensation | victory    | L94 Y11
2011-05-03 | compensation | labour     | L94 Y11
2011-09-02 | holiday      | national   | L94
2012-01-01 | holiday      | new-year   | L94
2012-01-02 | compensation | new-year   | L94 Y12
2012-01-22 | holiday      | tet        | L94 Y12
2012-01-23 | holiday      | tet        | L94 Y12
2012-01-24 | holiday      | tet        | L94 Y12
2012-01-25 | holiday      | tet        | L94 Y12
2012-01-26 | compensation | tet        | L94 Y12
2012-01-27 | swapped      | 2012-02-04 | Y12
2012-02-04 | make-up      | 2012-01-27 | Y12
2012-03-31 | holiday      | hung-kings | L94
2012-04-02 | compensation | hung-kings | L94 Y12
2012-04-30 | holiday      | victory    | L94
2012-05-01 | holiday      | labour     | L94
2012-09-02 | holiday      | national   | L94
2012-09-03 | compensation | national   | L94 Y12
2012-12-31 | swapped      | 2013-01-05 | Y13
2013-01-01 | holiday      | new-year   | L94
2013-01-05 | make-up      | 2012-12-31 | Y13
2013-02-09 | holiday      | tet        | L94 Y13
2013-02-10 | holiday      | tet        | L94 Y13
2013-02-11 | holiday      | tet        | L94 Y13
2013-02-12 | holiday      | tet        | L94 Y13
2013-02-13 | compensation | tet        | L94 Y13
2013-02-14 | compensation | tet        | L94 Y13
2013-02-15 | swapped      | 2013-02-23 | Y13
2013-02-23 | make-up      | 2013-02-15 | Y13
2013-04-19 | holiday      | hung-kings | L94
2013-04-29 | swapped      | 2013-05-04 | Y13
2013-04-30 | holiday      | victory    | L94
2013-05-01 | holiday      | labour     | L12
2013-05-04 | make-up      | 2013-04-29 | Y13
2013-09-02 | holiday      | national   | L12
2014-01-01 | holiday      | new-year   | L12
2014-01-25 | make-up      | 2014-01-28 | Y14
2014-01-28 | swapped      | 2014-01-25 | Y14
2014-01-29 | swapped      | 2014-02-08 | Y14
2014-01-30 | holiday      | tet        | L12 Y14
2014-01-31 | holiday      | tet        | L12 Y14
2014-02-01 | holiday      | tet        | L12 Y14
2014-02-02 | holiday      | tet        | L12 Y14
2014-02-03 | holiday      | tet        | L12 Y14
2014-02-04 | compensation | tet        | L12c Y14
2014-02-05 | compensation | tet        | L12c Y14
2014-02-08 | make-up      | 2014-01-29 | Y14
2014-04-09 | holiday      | hung-kings | L12
2014-04-26 | make-up      | 2014-05-02 | Y14b
2014-04-30 | holiday      | victory    | L12
2014-05-01 | holiday      | labour     | L12
2014-05-02 | swapped      | 2014-04-26 | Y14b
2014-09-01 | swapped      | 2014-09-06 | Y14b
2014-09-02 | holiday      | national   | L12
2014-09-06 | make-up      | 2014-09-01 | Y14b
2014-12-27 | make-up      | 2015-01-02 | Y15
2015-01-01 | holiday      | new-year   | L12
2015-01-02 | swapped      | 2014-12-27 | Y15
2015-02-14 | make-up      | 2015-02-16 | Y15
2015-02-16 | swapped      | 2015-02-14 | Y15
2015-02-17 | holiday      | tet        | L12 Y15
2015-02-18 | holiday      | tet        | L12 Y15
2015-02-19 | holiday      | tet        | L12 Y15
2015-02-20 | holiday      | tet        | L12 Y15
2015-02-21 | holiday      | tet        | L12 Y15
2015-02-23 | compensation | tet        | L12c Y15
2015-04-25 | make-up      | 2015-04-29 | Y15
2015-04-28 | holiday      | hung-kings | L12
2015-04-29 | swapped      | 2015-04-25 | Y15
2015-04-30 | holiday      | victory    | L12
2015-05-01 | holiday      | labour     | L12
2015-09-02 | holiday      | national   | L12
2016-01-01 | holiday      | new-year   | L12
2016-02-07 | holiday      | tet        | L12 Y16
2016-02-08 | holiday      | tet        | L12 Y16
2016-02-09 | holiday      | tet        | L12 Y16
2016-02-10 | holiday      | tet        | L12 Y16
2016-02-11 | holiday      | tet        | L12 Y16
2016-02-12 | compensation | tet        | L12c Y16
2016-04-16 | holiday      | hung-kings | L12
2016-04-18 | compensation | hung-kings | L12c Y16b
2016-04-30 | holiday      | victory    | L12
2016-05-01 | holiday      | labour     | L12
2016-05-02 | compensation | victory    | L12c Y16b
2016-05-03 | compensation | labour     | L12c Y16b
2016-09-02 | holiday      | national   | L12
2017-01-01 | holiday      | new-year   | L12
2017-01-02 | compensation | new-year   | L12c Y17
2017-01-26 | holiday      | tet        | L12 Y17
2017-01-27 | holiday      | tet        | L12 Y17
2017-01-28 | holiday      | tet        | L12 Y17
2017-01-29 | holiday      | tet        | L12 Y17
2017-01-30 | holiday      | tet        | L12 Y17
2017-01-31 | compensation | tet        | L12c Y17
2017-02-01 | compensation | tet        | L12c Y17
2017-04-06 | holiday      | hung-kings | L12
2017-04-30 | holiday      | victory    | L12
2017-05-01 | holiday      | labour     | L12
2017-05-02 | compensation | victory    | L12c Y17
2017-09-02 | holiday      | national   | L12
2017-09-04 | compensation | national   | L12c Y17
2018-01-01 | holiday      | new-year   | L12
2018-02-14 | holiday      | tet        | L12 Y18
2018-02-15 | holiday      | tet        | L12 Y18
2018-02-16 | holiday      | tet        | L12 Y18
2018-02-17 | holiday      | tet        | L12 Y18
2018-02-18 | holiday      | tet        | L12 Y18
2018-02-19 | compensation | tet        | L12c Y18
2018-02-20 | compensation | tet        | L12c Y18
2018-04-25 | holiday      | hung-kings | L12
2018-04-30 | holiday      | victory    | L12
2018-05-01 | holiday      | labour     | L12
2018-09-02 | holiday      | national   | L12
2018-09-03 | compensation | national   | L12c Y18
2018-12-31 | swapped      | 2019-01-05 | Y19
2019-01-01 | holiday      | new-year   | L12
2019-01-05 | make-up      | 2018-12-31 | Y19
2019-02-04 | holiday      | tet        | L12 Y19
2019-02-05 | holiday      | tet        | L12 Y19
2019-02-06 | holiday      | tet        | L12 Y19
2019-02-07 | holiday      | tet        | L12 Y19
2019-02-08 | holiday      | tet        | L12 Y19
2019-04-14 | holiday      | hung-kings | L12
2019-04-15 | compensation | hung-kings | L12c Y19
2019-04-29 | swapped      | 2019-05-04 | Y19
2019-04-30 | holiday      | victory    | L12
2019-05-01 | holiday      | labour     | L12
2019-05-04 | make-up      | 2019-04-29 | Y19
2019-09-02 | holiday      | national   | L12
2020-01-01 | holiday      | new-year   | L12
2020-01-23 | holiday      | tet        | L12 Y20
2020-01-24 | holiday      | tet        | L12 Y20
2020-01-25 | holiday      | tet        | L12 Y20
2020-01-26 | holiday      | tet        | L12 Y20
2020-01-27 | holiday      | tet        | L12 Y20
2020-01-28 | compensation | tet        | L12c Y20
2020-01-29 | compensation | tet        | L12c Y20
2020-04-02 | holiday      | hung-kings | L12
2020-04-30 | holiday      | victory    | L12
2020-05-01 | holiday      | labour     | L12
2020-09-02 | holiday      | national   | L12
2021-01-01 | holiday      | new-year   | L19
2021-02-10 | holiday      | tet        | L19 Y21
2021-02-11 | holiday      | tet        | L19 Y21
2021-02-12 | holiday      | tet        | L19 Y21
2021-02-13 | holiday      | tet        | L19 Y21
2021-02-14 | holiday      | tet        | L19 Y21
2021-02-15 | compensation | tet        | L19c Y21
2021-02-16 | compensation | tet        | L19c Y21
2021-04-21 | holiday      | hung-kings | L19
2021-04-30 | holiday      | victory    | L19
2021-05-01 | holiday      | labour     | L19
2021-05-03 | compensation | labour     | L19c Y21
2021-09-02 | holiday      | national   | L19
2021-09-03 | holiday      | national   | L19 Y21
2022-01-01 | holiday      | new-year   | L19
2022-01-03 | compensation | new-year   | L19c Y22
2022-01-31 | holiday      | tet        | L19 Y22
2022-02-01 | holiday      | tet        | L19 Y22
2022-02-02 | holiday      | tet        | L19 Y22
2022-02-03 | holiday      | tet        | L19 Y22
2022-02-04 | holiday      | tet        | L19 Y22
2022-04-10 | holiday      | hung-kings | L19
2022-04-11 | compensation | hung-kings | L19c Y22
2022-04-30 | holiday      | victory    | L19
2022-05-01 | holiday      | labour     | L19
2022-05-02 | compensation | victory    | L19c Y22
2022-05-03 | compensation | labour     | L19c Y22
2022-09-01 | holiday      | national   | L19 Y22b
2022-09-02 | holiday      | national   | L19
2023-01-01 | holiday      | new-year   | L19
2023-01-02 | compensation | new-year   | L19c Y23
2023-01-20 | holiday      | tet        | L19 Y23
2023-01-21 | holiday      | tet        | L19 Y23
2023-01-22 | holiday      | tet        | L19 Y23
2023-01-23 | holiday      | tet        | L19 Y23
2023-01-24 | holiday      | tet        | L19 Y23
2023-01-25 | compensation | tet        | L19c Y23
2023-01-26 | compensation | tet        | L19c Y23
2023-04-29 | holiday      | hung-kings | L19
2023-04-30 | holiday      | victory    | L19
2023-05-01 | holiday      | labour     | L19
2023-05-02 | compensation | hung-kings | L19c Y23
2023-05-03 | compensation | victory    | L19c Y23
2023-09-01 | holiday      | national   | L19 Y23
2023-09-02 | holiday      | national   | L19
2023-09-04 | compensation | national   | L19c Y23
2024-01-01 | holiday      | new-year   | L19
2024-02-08 | holiday      | tet        | L19 Y24
2024-02-09 | holiday      | tet        | L19 Y24
2024-02-10 | holiday      | tet        | L19 Y24
2024-02-11 | holiday      | tet        | L19 Y24
2024-02-12 | holiday      | tet        | L19 Y24
2024-02-13 | compensation | tet        | L19c Y24
2024-02-14 | compensation | tet        | L19c Y24
2024-04-18 | holiday      | hung-kings | L19
2024-04-29 | swapped      | 2024-05-04 | Y24b
2024-04-30 | holiday      | victory    | L19
2024-05-01 | holiday      | labour     | L19
2024-05-04 | make-up      | 2024-04-29 | Y24b
2024-09-02 | holiday      | national   | L19
2024-09-03 | holiday      | national   | L19 Y24
2025-01-01 | holiday      | new-year   | L19
2025-01-27 | holiday      | tet        | L19 Y25
2025-01-28 | holiday      | tet        | L19 Y25
2025-01-29 | holiday      | tet        | L19 Y25
2025-01-30 | holiday      | tet        | L19 Y25
2025-01-31 | holiday      | tet        | L19 Y25
2025-04-07 | holiday      | hung-kings | L19
2025-04-26 | make-up      | 2025-05-02 | Y25
2025-04-30 | holiday      | victory    | L19
2025-05-01 | holiday      | labour     | L19
2025-05-02 | swapped      | 2025-04-26 | Y25
2025-09-01 | holiday      | national   | L19 Y25
2025-09-02 | holiday      | national   | L19
2026-01-01 | holiday      | new-year   | L19
2026-01-02 | swapped      | 2026-01-10 | Y26n
2026-01-10 | make-up      | 2026-01-02 | Y26n
2026-02-16 | holiday      | tet        | L19 Y26
2026-02-17 | holiday      | tet        | L19 Y26
2026-02-18 | holiday      | tet        | L19 Y26
2026-02-19 | holiday      | tet        | L19 Y26
2026-02-20 | holiday      | tet        | L19 Y26
2026-04-26 | holiday      | hung-kings | L19
2026-04-27 | compensation | hung-kings | L19c
2026-04-30 | holiday      | victory    | L19
2026-05-01 | holiday      | labour     | L19
2026-08-22 | make-up      | 2026-08-31 | Y26q
2026-08-31 | swapped      | 2026-08-22 | Y26q
2026-09-01 | holiday      | national   | L19 Y26
2026-09-02 | holiday      | national   | L19
2026-11-24 | holiday      | culture    | N28
"""
