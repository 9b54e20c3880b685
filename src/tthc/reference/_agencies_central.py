"""The Government's ministries and agencies by the lists of 2020 and 2025, and the events of 01/03/2025 between them.

One row a body in one shape: code | kind | parent | since | until | name | name in English | other names | source.
A code of the form `G15` is the electronic identifier of the lists of 2020 and 2025 (QĐ 20/2020/QĐ-TTg, QĐ 09/2025/QĐ-TTg)
or of the portal's list of October 2026; any other is a name of ours for a body whose code no source states. An empty
`since` says that the body is older than the history held here, which begins with the Government of 2007. A row whose
code or day no source confirms begins with `?`.
"""

# ruff: noqa: E501 - one row a body

SINCE, AS_OF = (2007, 7, 31), (2026, 11, 22)

BODIES = """
chinh-phu|government||||Chính phủ|The Government|Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam|Hiến pháp 2013, Điều 94
G01|ministry|chinh-phu|||Bộ Công an|Ministry of Public Security|BCA|danh mục 2020; danh mục 2025
G02|ministry|chinh-phu|2007-07-31||Bộ Công Thương|Ministry of Industry and Trade|BCT|danh mục 2020; danh mục 2025
G03|ministry|chinh-phu|||Bộ Giáo dục và Đào tạo|Ministry of Education and Training|Bộ GD&ĐT;Bộ GDĐT;BGDĐT|danh mục 2020; danh mục 2025
G04|ministry|chinh-phu||2025-03-01|Bộ Giao thông vận tải|Ministry of Transport|Bộ GTVT;BGTVT|danh mục 2020
G05|ministry|chinh-phu||2025-03-01|Bộ Kế hoạch và Đầu tư|Ministry of Planning and Investment|Bộ KH&ĐT;Bộ KHĐT;BKHĐT|danh mục 2020
G06|ministry|chinh-phu||2025-03-01|Bộ Khoa học và Công nghệ|Ministry of Science and Technology|Bộ KH&CN;Bộ KHCN;BKHCN|danh mục 2020
G06|ministry|chinh-phu|2025-03-01||Bộ Khoa học và Công nghệ|Ministry of Science and Technology|Bộ KH&CN;Bộ KHCN;BKHCN|danh mục 2025; danh mục của Cổng (10/2026)
G07|ministry|chinh-phu||2025-03-01|Bộ Lao động - Thương binh và Xã hội|Ministry of Labour, Invalids and Social Affairs|Bộ LĐTBXH;Bộ LĐTB&XH;Bộ LĐ-TB&XH;BLĐTBXH;Bộ Lao động, Thương binh và Xã hội|danh mục 2020
G08|ministry|chinh-phu|||Bộ Ngoại giao|Ministry of Foreign Affairs|BNG|danh mục 2020; danh mục 2025
G09|ministry|chinh-phu||2025-03-01|Bộ Nội vụ|Ministry of Home Affairs|BNV|danh mục 2020
G09|ministry|chinh-phu|2025-03-01||Bộ Nội vụ|Ministry of Home Affairs|BNV|danh mục 2025; danh mục của Cổng (10/2026)
G10|ministry|chinh-phu||2025-03-01|Bộ Nông nghiệp và Phát triển nông thôn|Ministry of Agriculture and Rural Development|Bộ NN&PTNT;Bộ NN và PTNT;Bộ NNPTNT;Bộ Nông nghiệp và PTNT;BNN&PTNT;BNNPTNT|danh mục 2020
G10|ministry|chinh-phu|2025-03-01||Bộ Nông nghiệp và Môi trường|Ministry of Agriculture and Environment|Bộ NN&MT;Bộ NN và MT;Bộ NNMT;BNN&MT;BNNMT|danh mục 2025; danh mục của Cổng (10/2026)
G11|ministry|chinh-phu|||Bộ Quốc phòng|Ministry of National Defence|BQP|danh mục 2020; danh mục 2025
G12|ministry|chinh-phu||2025-03-01|Bộ Tài chính|Ministry of Finance|BTC|danh mục 2020
G12|ministry|chinh-phu|2025-03-01||Bộ Tài chính|Ministry of Finance|BTC|danh mục 2025; danh mục của Cổng (10/2026)
G13|ministry|chinh-phu||2025-03-01|Bộ Tài nguyên và Môi trường|Ministry of Natural Resources and Environment|Bộ TN&MT;Bộ TNMT;BTNMT|danh mục 2020
G14|ministry|chinh-phu|2007-07-31|2025-03-01|Bộ Thông tin và Truyền thông|Ministry of Information and Communications|Bộ TT&TT;Bộ TTTT;BTTTT|danh mục 2020; Nghị quyết 01/2007/QH12
G15|ministry|chinh-phu|||Bộ Tư pháp|Ministry of Justice|BTP|danh mục 2020; danh mục 2025
G16|ministry|chinh-phu|2007-07-31||Bộ Văn hóa, Thể thao và Du lịch|Ministry of Culture, Sports and Tourism|Bộ VHTTDL;Bộ VHTT&DL;BVHTTDL|danh mục 2020; danh mục 2025; Nghị quyết 01/2007/QH12
G17|ministry|chinh-phu||2025-03-01|Bộ Xây dựng|Ministry of Construction|BXD|danh mục 2020
G17|ministry|chinh-phu|2025-03-01||Bộ Xây dựng|Ministry of Construction|BXD|danh mục 2025; danh mục của Cổng (10/2026)
G18|ministry|chinh-phu|||Bộ Y tế|Ministry of Health|BYT|danh mục 2020; danh mục 2025
G19|ministerial_level|chinh-phu|||Ngân hàng Nhà nước Việt Nam|State Bank of Vietnam|NHNN;NHNNVN;Ngân hàng Nhà nước;NHNN Việt Nam|danh mục 2020; danh mục 2025
G20|ministerial_level|chinh-phu|||Thanh tra Chính phủ|Government Inspectorate|TTCP|danh mục 2020; danh mục 2025
G21|ministerial_level|chinh-phu||2025-03-01|Ủy ban Dân tộc|Committee for Ethnic Minority Affairs|UBDT|danh mục 2020
G21|ministry|chinh-phu|2025-03-01||Bộ Dân tộc và Tôn giáo|Ministry of Ethnic Minorities and Religions|BDTTG|danh mục 2025; danh mục của Cổng (10/2026)
G22|ministerial_level|chinh-phu|||Văn phòng Chính phủ|Government Office|VPCP|danh mục 2020; danh mục 2025
G24|under_government|chinh-phu||2025-03-01|Bảo hiểm xã hội Việt Nam|Vietnam Social Security|BHXH Việt Nam;BHXHVN|danh mục 2020
G27|under_government|chinh-phu|||Đài Tiếng nói Việt Nam|Voice of Vietnam|VOV|danh mục 2020; danh mục 2025
G28|under_government|chinh-phu|||Đài Truyền hình Việt Nam|Vietnam Television|VTV|danh mục 2020; danh mục 2025
G30|under_government|chinh-phu|||Thông tấn xã Việt Nam|Vietnam News Agency|TTXVN|danh mục 2020; danh mục 2025
?G31|under_government|chinh-phu||2025-03-01|Viện Hàn lâm Khoa học và Công nghệ Việt Nam|Vietnam Academy of Science and Technology|VAST;Viện Hàn lâm KHCN Việt Nam;Viện Hàn lâm KH&CN Việt Nam|danh mục 2025 (mã trước đó chưa đọc được)
G31|under_government|chinh-phu|2025-03-01||Viện Hàn lâm Khoa học và Công nghệ Việt Nam|Vietnam Academy of Science and Technology|VAST;Viện Hàn lâm KHCN Việt Nam;Viện Hàn lâm KH&CN Việt Nam|danh mục 2025
?G32|under_government|chinh-phu||2025-03-01|Viện Hàn lâm Khoa học xã hội Việt Nam|Vietnam Academy of Social Sciences|VASS;Viện Hàn lâm KHXH Việt Nam|danh mục 2025 (mã trước đó chưa đọc được)
G32|under_government|chinh-phu|2025-03-01||Viện Hàn lâm Khoa học xã hội Việt Nam|Vietnam Academy of Social Sciences|VASS;Viện Hàn lâm KHXH Việt Nam|danh mục 2025
G36|under_government|chinh-phu|2018-02-03|2025-03-01|Ủy ban Quản lý vốn nhà nước tại doanh nghiệp|Commission for the Management of State Capital at Enterprises|UBQLVNN|danh mục 2020; Nghị quyết 09/NQ-CP ngày 03/02/2018
ban-quan-ly-lang|under_government|chinh-phu||2025-03-01|Ban Quản lý Lăng Chủ tịch Hồ Chí Minh|Ho Chi Minh Mausoleum Management Board||Nghị định 61/2022/NĐ-CP
ban-quan-ly-lang|other|G11|2025-03-01||Ban Quản lý Lăng Chủ tịch Hồ Chí Minh|Ho Chi Minh Mausoleum Management Board||báo cáo 219/BC-BNV của Bộ Nội vụ
bao-hiem-xa-hoi-viet-nam|other|G12|2025-03-01||Bảo hiểm xã hội Việt Nam|Vietnam Social Security|BHXH Việt Nam;BHXHVN|Nghị định 29/2025/NĐ-CP; Nghị định 166/2025/NĐ-CP
?to-cong-tac-cai-cach-thu-tuc-hanh-chinh|other|chinh-phu|2007-01-10|2010-10-14|Tổ công tác chuyên trách cải cách thủ tục hành chính của Thủ tướng Chính phủ|Prime Minister's Special Task Force for Administrative Procedure Reform|Tổ công tác chuyên trách cải cách thủ tục hành chính;Tổ công tác chuyên trách CCTTHC|Công văn 28/CCTTHC ngày 15/01/2010; Quyết định 30/QĐ-TTg ngày 10/01/2007
A80|party_body||||Văn phòng Trung ương Đảng|Office of the Party Central Committee|VPTW|danh mục của Cổng (10/2026)
D01|court||||Tòa án nhân dân|People's Court||danh mục của Cổng (10/2026)
G66|other||||Ngân hàng Chính sách xã hội|Vietnam Bank for Social Policies|NHCSXH;VBSP|danh mục của Cổng (10/2026)
G67|other||||Ngân hàng Phát triển Việt Nam|Vietnam Development Bank|NHPT;VDB|danh mục của Cổng (10/2026)
""".strip()

# Departments (cục, vụ, tổng cục) of ministries that stand among the 200 most frequent agencies of the portal's records
# of 2026, with the bodies they came from: code | parent | since | until | name | name in English | other names | source.
DEPARTMENTS = """
uy-ban-chung-khoan-nha-nuoc|G12|||Ủy ban Chứng khoán Nhà nước|State Securities Commission|UBCKNN|Nghị định 29/2025/NĐ-CP
G12.18|G12||2025-03-01|Tổng cục Thuế|General Department of Taxation|TCT|danh mục 2020
cuc-thue|G12|2025-03-01||Cục Thuế|Tax Department||Quyết định 381/QĐ-BTC ngày 26/02/2025
chi-cuc-thue-doanh-nghiep-lon|cuc-thue|2025-03-01||Chi cục Thuế doanh nghiệp lớn|Large Enterprise Tax Sub-department||Quyết định 381/QĐ-BTC ngày 26/02/2025
tong-cuc-hai-quan|G12||2025-03-01|Tổng cục Hải quan|General Department of Customs|TCHQ|Nghị định 29/2025/NĐ-CP
cuc-hai-quan|G12|2025-03-01||Cục Hải quan|Customs Department||Nghị định 29/2025/NĐ-CP
cuc-phat-trien-doanh-nghiep-nha-nuoc|G12|2025-03-01||Cục Phát triển doanh nghiệp nhà nước|Department for State-Owned Enterprise Development||Nghị định 29/2025/NĐ-CP
vu-cac-dinh-che-tai-chinh|G12|2025-03-01||Vụ Các định chế tài chính|Department of Financial Institutions||Nghị định 29/2025/NĐ-CP
cuc-hang-khong-viet-nam|G04||2025-03-01|Cục Hàng không Việt Nam|Civil Aviation Authority of Vietnam|Cục HKVN|Nghị định 56/2022/NĐ-CP
cuc-hang-khong-viet-nam|G17|2025-03-01||Cục Hàng không Việt Nam|Civil Aviation Authority of Vietnam|Cục HKVN|Nghị định 33/2025/NĐ-CP
cuc-dang-kiem-viet-nam|G04||2025-03-01|Cục Đăng kiểm Việt Nam|Vietnam Register||Nghị định 56/2022/NĐ-CP
cuc-dang-kiem-viet-nam|G17|2025-03-01||Cục Đăng kiểm Việt Nam|Vietnam Register||Nghị định 33/2025/NĐ-CP
cuc-duong-bo-viet-nam|G04|2022-10-01|2025-03-01|Cục Đường bộ Việt Nam|Vietnam Road Administration||Nghị định 56/2022/NĐ-CP
cuc-duong-bo-viet-nam|G17|2025-03-01||Cục Đường bộ Việt Nam|Vietnam Road Administration||Nghị định 33/2025/NĐ-CP
cuc-duong-sat-viet-nam|G04||2025-03-01|Cục Đường sắt Việt Nam|Vietnam Railway Authority||Nghị định 56/2022/NĐ-CP
cuc-duong-sat-viet-nam|G17|2025-03-01||Cục Đường sắt Việt Nam|Vietnam Railway Authority||Nghị định 33/2025/NĐ-CP
cuc-hang-hai-viet-nam|G04||2025-03-01|Cục Hàng hải Việt Nam|Vietnam Maritime Administration||Nghị định 56/2022/NĐ-CP
cuc-duong-thuy-noi-dia-viet-nam|G04||2025-03-01|Cục Đường thủy nội địa Việt Nam|Vietnam Inland Waterways Administration||Nghị định 56/2022/NĐ-CP
cuc-hang-hai-va-duong-thuy-viet-nam|G17|2025-03-01||Cục Hàng hải và Đường thủy Việt Nam|Vietnam Maritime and Waterway Administration||Nghị định 33/2025/NĐ-CP
cuc-giam-dinh-chat-luong-cong-trinh-xay-dung|G17|||Cục Giám định Nhà nước về chất lượng công trình xây dựng|State Authority for Construction Quality Inspection||Nghị định 33/2025/NĐ-CP
vu-quy-hoach-kien-truc|G17|||Vụ Quy hoạch - Kiến trúc|Department of Planning and Architecture||Nghị định 33/2025/NĐ-CP
cuc-quan-ly-xuat-nhap-canh|G01|||Cục Quản lý xuất nhập cảnh|Immigration Department||hồ sơ thủ tục của Bộ Công an trên Cổng (2026)
cuc-canh-sat-quan-ly-hanh-chinh|G01|||Cục Cảnh sát quản lý hành chính về trật tự xã hội|Police Department for Administrative Management of Social Order||hồ sơ thủ tục của Bộ Công an trên Cổng (2026)
cuc-canh-sat-giao-thong|G01|||Cục Cảnh sát giao thông|Traffic Police Department||hồ sơ thủ tục của Bộ Công an trên Cổng (2026)
cuc-canh-sat-phong-chay-chua-chay|G01|||Cục Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ|Fire and Rescue Police Department||hồ sơ thủ tục của Bộ Công an trên Cổng (2026)
cuc-an-ninh-mang|G01|2018-08-06||Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao|Department of Cyber Security and High-Tech Crime Prevention||hồ sơ thủ tục của Bộ Công an trên Cổng (2026); Nghị định 01/2018/NĐ-CP
cuc-khoa-hoc-chien-luoc-va-lich-su-cong-an|G01|2018-08-06||Cục Khoa học, Chiến lược và Lịch sử Công an|Department of Science, Strategy and Police History||hồ sơ thủ tục của Bộ Công an trên Cổng (2026); Nghị định 01/2018/NĐ-CP
cuc-y-te-bo-cong-an|G01|||Cục Y tế Bộ Công an|Medical Department of the Ministry of Public Security|Cục Y tế thuộc Bộ Công an;Cục Y tế - Bộ Công an|hồ sơ thủ tục của Bộ Công an trên Cổng (2026)
cuc-lanh-su|G08|||Cục Lãnh sự|Consular Department||hồ sơ thủ tục trên Cổng (2026)
cuc-bo-tro-tu-phap|G15|||Cục Bổ trợ tư pháp|Department of Judicial Support||hồ sơ thủ tục của Bộ Tư pháp trên Cổng (2026)
cuc-hanh-chinh-tu-phap|G15|2025-03-01||Cục Hành chính tư pháp|Department of Judicial Administration||hồ sơ thủ tục của Bộ Tư pháp trên Cổng (2026); Nghị định 39/2025/NĐ-CP
cuc-chan-nuoi|G10||2025-03-01|Cục Chăn nuôi|Department of Livestock Production||Nghị định 105/2022/NĐ-CP
cuc-thu-y|G10||2025-03-01|Cục Thú y|Department of Animal Health||Nghị định 105/2022/NĐ-CP
cuc-chan-nuoi-va-thu-y|G10|2025-03-01||Cục Chăn nuôi và Thú y|Department of Livestock Production and Animal Health||Nghị định 35/2025/NĐ-CP
cuc-trong-trot|G10||2025-03-01|Cục Trồng trọt|Department of Crop Production||Nghị định 105/2022/NĐ-CP
cuc-bao-ve-thuc-vat|G10||2025-03-01|Cục Bảo vệ thực vật|Plant Protection Department||Nghị định 105/2022/NĐ-CP
cuc-trong-trot-va-bao-ve-thuc-vat|G10|2025-03-01||Cục Trồng trọt và Bảo vệ thực vật|Department of Crop Production and Plant Protection||Nghị định 35/2025/NĐ-CP
cuc-lam-nghiep-va-kiem-lam|G10|2025-03-01||Cục Lâm nghiệp và Kiểm lâm|Department of Forestry and Forest Protection||Nghị định 35/2025/NĐ-CP
cuc-thuy-san-va-kiem-ngu|G10|2025-03-01||Cục Thủy sản và Kiểm ngư|Department of Fisheries and Fisheries Surveillance||Nghị định 35/2025/NĐ-CP
cuc-dia-chat-va-khoang-san|G10|2025-03-01||Cục Địa chất và Khoáng sản Việt Nam|Vietnam Department of Geology and Minerals||Nghị định 35/2025/NĐ-CP
cuc-bao-ton-thien-nhien-va-da-dang-sinh-hoc|G10|2025-03-01||Cục Bảo tồn thiên nhiên và Đa dạng sinh học|Department of Nature Conservation and Biodiversity||Nghị định 35/2025/NĐ-CP
cuc-quan-ly-va-xay-dung-cong-trinh-thuy-loi|G10|2025-03-01||Cục Quản lý và Xây dựng công trình thủy lợi|Department of Hydraulic Works Management and Construction||Nghị định 35/2025/NĐ-CP
cuc-bien-doi-khi-hau|G13||2025-03-01|Cục Biến đổi khí hậu|Department of Climate Change||Nghị định 68/2022/NĐ-CP
cuc-bien-doi-khi-hau|G10|2025-03-01||Cục Biến đổi khí hậu|Department of Climate Change||Nghị định 35/2025/NĐ-CP
cuc-quan-ly-tai-nguyen-nuoc|G13||2025-03-01|Cục Quản lý tài nguyên nước|Department of Water Resources Management||Nghị định 68/2022/NĐ-CP
cuc-quan-ly-tai-nguyen-nuoc|G10|2025-03-01||Cục Quản lý tài nguyên nước|Department of Water Resources Management||Nghị định 35/2025/NĐ-CP
?cuc-bien-va-hai-dao-viet-nam|G13|2022-09-22|2025-03-01|Cục Biển và Hải đảo Việt Nam|Vietnam Agency of Seas and Islands||Nghị định 68/2022/NĐ-CP
cuc-bien-va-hai-dao-viet-nam|G10|2025-03-01||Cục Biển và Hải đảo Việt Nam|Vietnam Agency of Seas and Islands||Nghị định 35/2025/NĐ-CP
cuc-do-dac-ban-do|G13||2025-03-01|Cục Đo đạc, Bản đồ và Thông tin địa lý Việt Nam|Department of Survey, Mapping and Geographic Information||Nghị định 68/2022/NĐ-CP
cuc-do-dac-ban-do|G10|2025-03-01||Cục Đo đạc, Bản đồ và Thông tin địa lý Việt Nam|Department of Survey, Mapping and Geographic Information|Cục Đo đạc, Bản đồ và Thông tin địa lý VN|Nghị định 35/2025/NĐ-CP
""".strip()

# kind | day | from (as valid the day before) | to (as valid on the day) | functions | citation | source | note
EVENTS = """
merge|2025-03-01|G05 G12 G36|G12||176/2025/QH15|Nghị quyết 176/2025/QH15 ngày 18/02/2025; Nghị định 29/2025/NĐ-CP|
merge|2025-03-01|G04 G17|G17||176/2025/QH15|Nghị quyết 176/2025/QH15 ngày 18/02/2025; Nghị định 33/2025/NĐ-CP|
merge|2025-03-01|G10 G13|G10||176/2025/QH15|Nghị quyết 176/2025/QH15 ngày 18/02/2025; Nghị định 35/2025/NĐ-CP|
merge|2025-03-01|G06 G14|G06||176/2025/QH15|Nghị quyết 176/2025/QH15 ngày 18/02/2025; Nghị định 55/2025/NĐ-CP|
merge|2025-03-01|G07 G09|G09||176/2025/QH15|Nghị quyết 176/2025/QH15 ngày 18/02/2025; Nghị định 25/2025/NĐ-CP|
raise|2025-03-01|G21|G21||176/2025/QH15|Nghị quyết 176/2025/QH15 ngày 18/02/2025|Ủy ban Dân tộc thành Bộ Dân tộc và Tôn giáo
transfer|2025-03-01|G09|G21|tôn giáo|176/2025/QH15|Nghị quyết 176/2025/QH15 ngày 18/02/2025|
transfer|2025-03-01|G14|G16|báo chí; xuất bản; thông tin cơ sở; thông tin đối ngoại||Nghị định 43/2025/NĐ-CP|
transfer|2025-03-01|G14|G01|an toàn thông tin mạng||Nghị định 02/2025/NĐ-CP|
transfer|2025-03-01|G04|G01|sát hạch, cấp giấy phép lái xe||Nghị định 02/2025/NĐ-CP|
transfer|2025-03-01|G07|G01|cai nghiện ma túy và quản lý sau cai nghiện||Nghị định 02/2025/NĐ-CP|
transfer|2025-03-01|G15|G01|lý lịch tư pháp||Nghị định 02/2025/NĐ-CP|
transfer|2025-03-01|G07|G03|giáo dục nghề nghiệp||Nghị định 37/2025/NĐ-CP|
transfer|2025-03-01|G07|G18|bảo trợ xã hội; trẻ em; phòng, chống tệ nạn xã hội||Nghị định 42/2025/NĐ-CP|
transfer|2025-03-01|G07|G10|giảm nghèo||Nghị định 35/2025/NĐ-CP|
lower|2025-03-01|G24|bao-hiem-xa-hoi-viet-nam||29/2025/NĐ-CP|Nghị định 29/2025/NĐ-CP|từ cơ quan thuộc Chính phủ thành đơn vị đặc thù của Bộ Tài chính
lower|2025-03-01|ban-quan-ly-lang|ban-quan-ly-lang|||báo cáo 219/BC-BNV của Bộ Nội vụ|từ cơ quan thuộc Chính phủ về Bộ Quốc phòng
lower|2025-03-01|G12.18|cuc-thue||29/2025/NĐ-CP|Nghị định 29/2025/NĐ-CP; Quyết định 381/QĐ-BTC|
lower|2025-03-01|tong-cuc-hai-quan|cuc-hai-quan||29/2025/NĐ-CP|Nghị định 29/2025/NĐ-CP|
merge|2025-03-01|cuc-hang-hai-viet-nam cuc-duong-thuy-noi-dia-viet-nam|cuc-hang-hai-va-duong-thuy-viet-nam||33/2025/NĐ-CP|Nghị định 33/2025/NĐ-CP|
merge|2025-03-01|cuc-chan-nuoi cuc-thu-y|cuc-chan-nuoi-va-thu-y||35/2025/NĐ-CP|Nghị định 35/2025/NĐ-CP|
merge|2025-03-01|cuc-trong-trot cuc-bao-ve-thuc-vat|cuc-trong-trot-va-bao-ve-thuc-vat||35/2025/NĐ-CP|Nghị định 35/2025/NĐ-CP|
abolish|2010-10-14|to-cong-tac-cai-cach-thu-tuc-hanh-chinh|||63/2010/NĐ-CP|Nghị định 63/2010/NĐ-CP có hiệu lực; Đề án 30 kết thúc năm 2010|
""".strip()
