"""The two days of the Vietnamese lunisolar calendar that are public holidays, for the years without a decision yet.

They are computed at the meridian of Viet Nam (UTC+7); tables made for China (UTC+8) are wrong for it: they put the Tết
of 2030 on 3 February. A test computes them anew from the positions of sun and moon.
"""

# year: (first day of the year, mùng 1 Tết), (tenth day of the third month, Giỗ Tổ Hùng Vương), both (month, day)
DAYS = {
    2027: ((2, 6), (4, 16)),
    2028: ((1, 26), (4, 4)),
    2029: ((2, 13), (4, 23)),
    2030: ((2, 2), (4, 12)),
    2031: ((1, 23), (4, 1)),
    2032: ((2, 11), (4, 19)),
    2033: ((1, 31), (4, 9)),
    2034: ((2, 19), (4, 28)),
    2035: ((2, 8), (4, 17)),
    2036: ((1, 28), (4, 6)),
}
