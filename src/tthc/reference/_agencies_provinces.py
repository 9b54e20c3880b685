"""The 63 provinces of 2008 to 2025 and the 34 since 01/07/2025: codes, names, types, and who took in whom.

Two code systems, two rules: the electronic code of the people's committee (`H26`) follows the *name* that was kept, the
statistical code the *seat* (QĐ 124/2004/QĐ-TTg), so neither is derived from the other.
"""

SINCE, MERGED, AS_OF = (2008, 8, 1), (2025, 7, 1), (2026, 11, 22)
"""63 provinces since Hà Nội took in Hà Tây (Nghị quyết 15/2008/QH12); 34 since Nghị quyết 202/2025/QH15."""

# The electronic codes of the 34 are those of the portal (10/2026), H30 and H54 were seen elsewhere; the others are not
# confirmed one by one: they follow from the alphabetical order of the list, in which the 36 known ones stand.
# electronic code | statistical code | name | name in English
OLD = """
H01|89|An Giang|An Giang
?H02|24|Bắc Giang|Bac Giang
?H03|06|Bắc Kạn|Bac Kan
?H04|95|Bạc Liêu|Bac Lieu
H05|27|Bắc Ninh|Bac Ninh
?H06|77|Bà Rịa - Vũng Tàu|Ba Ria - Vung Tau
?H07|83|Bến Tre|Ben Tre
?H08|52|Bình Định|Binh Dinh
?H09|74|Bình Dương|Binh Duong
?H10|70|Bình Phước|Binh Phuoc
?H11|60|Bình Thuận|Binh Thuan
H12|96|Cà Mau|Ca Mau
H13|92|Cần Thơ|Can Tho
H14|04|Cao Bằng|Cao Bang
H15|66|Đắk Lắk|Dak Lak
?H16|67|Đắk Nông|Dak Nong
H17|48|Đà Nẵng|Da Nang
H18|11|Điện Biên|Dien Bien
H19|75|Đồng Nai|Dong Nai
H20|87|Đồng Tháp|Dong Thap
H21|64|Gia Lai|Gia Lai
?H22|02|Hà Giang|Ha Giang
?H23|30|Hải Dương|Hai Duong
H24|31|Hải Phòng|Hai Phong
?H25|35|Hà Nam|Ha Nam
H26|01|Hà Nội|Hanoi
H27|42|Hà Tĩnh|Ha Tinh
?H28|17|Hòa Bình|Hoa Binh
H29|79|Hồ Chí Minh|Ho Chi Minh City
H30|93|Hậu Giang|Hau Giang
H31|33|Hưng Yên|Hung Yen
H32|56|Khánh Hòa|Khanh Hoa
?H33|91|Kiên Giang|Kien Giang
?H34|62|Kon Tum|Kon Tum
H35|12|Lai Châu|Lai Chau
H36|68|Lâm Đồng|Lam Dong
H37|20|Lạng Sơn|Lang Son
H38|10|Lào Cai|Lao Cai
?H39|80|Long An|Long An
?H40|36|Nam Định|Nam Dinh
H41|40|Nghệ An|Nghe An
H42|37|Ninh Bình|Ninh Binh
?H43|58|Ninh Thuận|Ninh Thuan
H44|25|Phú Thọ|Phu Tho
?H45|54|Phú Yên|Phu Yen
?H46|44|Quảng Bình|Quang Binh
?H47|49|Quảng Nam|Quang Nam
H48|51|Quảng Ngãi|Quang Ngai
H49|22|Quảng Ninh|Quang Ninh
H50|45|Quảng Trị|Quang Tri
?H51|94|Sóc Trăng|Soc Trang
H52|14|Sơn La|Son La
H53|72|Tây Ninh|Tay Ninh
H54|34|Thái Bình|Thai Binh
H55|19|Thái Nguyên|Thai Nguyen
H56|38|Thanh Hóa|Thanh Hoa
H57|46|Thừa Thiên Huế|Thua Thien Hue
?H58|82|Tiền Giang|Tien Giang
?H59|84|Trà Vinh|Tra Vinh
H60|08|Tuyên Quang|Tuyen Quang
H61|86|Vĩnh Long|Vinh Long
?H62|26|Vĩnh Phúc|Vinh Phuc
?H63|15|Yên Bái|Yen Bai
""".strip()

CITIES_2008 = "H13 H17 H24 H26 H29"
"""The five cities under central rule of 2008."""

# electronic code | from | name | name in English | by which resolution: the days on which a province became a city.
CITIES_SINCE = """
H57|2025-01-01|Huế|Hue|175/2024/QH15
H19|2026-04-30|Đồng Nai|Dong Nai|30/2026/QH16
H49|2026-09-01|Quảng Ninh|Quang Ninh|36/2026/QH16
H05|2026-09-20|Bắc Ninh|Bac Ninh|39/2026/QH16
""".strip()

# The 23 that took others in: electronic code | those it took in | statistical code since. The new code is that of the
# old province in which the seat stands.
MERGERS = """
H60|H22|08
H38|H63|15
H55|H03|19
H44|H28 H62|25
H05|H02|24
H31|H54|33
H24|H23|31
H42|H25 H40|37
H50|H46|44
H17|H47|48
H48|H34|51
H21|H08|52
H32|H43|56
H36|H11 H16|68
H15|H45|66
H29|H06 H09|79
H19|H10|75
H53|H39|80
H13|H30 H51|92
H61|H07 H59|86
H20|H58|82
H12|H04|96
H01|H33|91
""".strip()
