"""Functions of the state that the reform of procedures speaks of, and the bodies in charge of them, as far as known.

A span without a row is not settled by any source read: nobody is named then. A row that begins with `?` has a body or a
day that no source confirms.
"""

# ruff: noqa: E501 - one row a function or mandate

# id | name | name in English | other names
FUNCTIONS = """
procedure-control|kiểm soát thủ tục hành chính|control of administrative procedures|kiểm soát TTHC;KSTTHC;công tác kiểm soát thủ tục hành chính
one-stop|cơ chế một cửa, một cửa liên thông|one-stop mechanism|cơ chế một cửa;một cửa, một cửa liên thông;giải quyết thủ tục hành chính theo cơ chế một cửa, một cửa liên thông
procedure-database|cơ sở dữ liệu quốc gia về thủ tục hành chính|national database of administrative procedures|CSDLQG về TTHC;CSDL quốc gia về TTHC
feedback|tiếp nhận, xử lý phản ánh, kiến nghị về quy định hành chính|feedback on administrative rules|phản ánh, kiến nghị;PAKN
service-quality|đánh giá chất lượng phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính|evaluation of service quality in administrative procedures|đánh giá chất lượng phục vụ người dân, doanh nghiệp;đánh giá chất lượng giải quyết thủ tục hành chính
dossier-code|mã số hồ sơ thủ tục hành chính|code of dossiers|mã hồ sơ;mã số hồ sơ;mã hồ sơ thủ tục hành chính
agency-code|mã định danh điện tử của cơ quan, tổ chức|electronic identifiers of agencies|mã định danh điện tử;mã định danh cơ quan
national-portal|Cổng Dịch vụ công quốc gia|National Public Service Portal|Cổng DVCQG;quản trị, vận hành Cổng Dịch vụ công quốc gia;dữ liệu Cổng Dịch vụ công quốc gia
online-service-standards|yêu cầu kỹ thuật và chất lượng dịch vụ công trực tuyến|technical rules and quality of online public services|đo lường, đánh giá chất lượng dịch vụ công trực tuyến
administrative-reform|cải cách hành chính|public administration reform|cải cách hành chính nhà nước;CCHC
e-government|Chính phủ điện tử|e-government|chính phủ số;phát triển Chính phủ điện tử
digital-transformation|chuyển đổi số quốc gia|national digital transformation|chuyển đổi số
business-environment|cải thiện môi trường kinh doanh, nâng cao năng lực cạnh tranh quốc gia|business environment and national competitiveness|môi trường kinh doanh;cải thiện môi trường kinh doanh;năng lực cạnh tranh quốc gia
""".strip()

# One row a mandate: function | agency | since | until | document, article, clause, point | source | note.
MANDATES = """
?procedure-control|to-cong-tac-cai-cach-thu-tuc-hanh-chinh|2007-01-10|2008-01-01|30/QĐ-TTg|Quyết định 30/QĐ-TTg ngày 10/01/2007|nguồn chỉ ghi năm 2007; lấy ngày phê duyệt Đề án 30
procedure-control|to-cong-tac-cai-cach-thu-tuc-hanh-chinh|2008-01-01|2010-10-14|30/QĐ-TTg|Công văn 28/CCTTHC ngày 15/01/2010; thuviennhadat.vn|
procedure-control|G22|2010-10-14|2013-07-01|63/2010/NĐ-CP,5|pháp điển; Cục Kiểm soát thủ tục hành chính: Quyết định 74/2010/QĐ-TTg ngày 22/11/2010|
procedure-control|G15|2013-07-01|2016-12-15|48/2013/NĐ-CP,1,1|pháp điển|
procedure-control|G22|2016-12-15|2025-12-31|150/2016/NĐ-CP,4|pháp điển; hoàn tất bởi Nghị định 92/2017/NĐ-CP từ ngày 25/09/2017|thôi theo Nghị định 369/2025/NĐ-CP ngày 31/12/2025
procedure-control|G15|2026-01-10||09/2026/NĐ-CP|tienphong.vn; vneconomy.vn; dantri.com.vn|
one-stop|G22|2018-06-21|2025-12-31|61/2018/NĐ-CP|pháp điển; Nghị định 118/2025/NĐ-CP từ ngày 01/07/2025|
one-stop|G15|2026-01-10||09/2026/NĐ-CP|tienphong.vn; vneconomy.vn; dantri.com.vn|
procedure-database|G22|2017-09-25|2025-12-31|92/2017/NĐ-CP|pháp điển|
procedure-database|G15|2026-01-10||09/2026/NĐ-CP|tienphong.vn; vneconomy.vn; Nghị định 118/2025/NĐ-CP, khoản 1 Điều 35|
feedback|G22|2017-09-25|2025-12-31|92/2017/NĐ-CP|pháp điển|
feedback|G15|2026-01-10||09/2026/NĐ-CP|tienphong.vn; vneconomy.vn; dantri.com.vn|
service-quality|G22|2022-06-23|2025-12-31|766/QĐ-TTg|cổng thông tin các bộ, tỉnh|
service-quality|G15|2026-08-05||118/2025/NĐ-CP,28,4|Nghị định 309/2026/NĐ-CP, Điều 11|
dossier-code|G22|2019-01-06|2025-12-31|01/2018/TT-VPCP,19|pháp điển|
dossier-code|G01|2026-08-05||118/2025/NĐ-CP,35,2,g|Nghị định 309/2026/NĐ-CP, Điều 12|cùng Bộ Khoa học và Công nghệ
agency-code|G14|2020-09-15|2025-03-01|20/2020/QĐ-TTg,9|pháp điển|
?agency-code|G06|2025-03-01||09/2025/QĐ-TTg|kế thừa Bộ Thông tin và Truyền thông; baodautu.vn|
national-portal|G01|2026-07-01||224/2026/NĐ-CP,83|văn bản gốc|
online-service-standards|G06|2026-07-01||224/2026/NĐ-CP,19,3,a|văn bản gốc|
administrative-reform|G09|2011-11-08|2021-01-01|30c/NQ-CP|Nghị quyết 30c/NQ-CP ngày 08/11/2011 (Chương trình tổng thể 2011–2020); vietnamhoinhap.vn|cơ quan thường trực tổ chức triển khai Chương trình
administrative-reform|G09|2021-07-15|2026-07-08|76/NQ-CP|Nghị quyết 76/NQ-CP ngày 15/07/2021; Nghị định 25/2025/NĐ-CP|
administrative-reform|G09|2026-07-08||276/2026/NĐ-CP,2,10|văn bản gốc|
e-government|G22|2018-08-28|2019-09-09|1072/QĐ-TTg|nhadautu.vn|Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ là Ủy viên Thường trực Ủy ban Quốc gia về Chính phủ điện tử
e-government|G14|2019-09-20|2025-03-01|1201/QĐ-TTg|baonamdinh.vn (20/09/2019); chuyển giao theo Nghị quyết 69/NQ-CP ngày 09/09/2019; plo.vn|
e-government|G06|2025-03-01||55/2025/NĐ-CP,2,19|Nghị định 55/2025/NĐ-CP ngày 02/03/2025; Nghị quyết 176/2025/QH15|
digital-transformation|G14|2021-09-24|2025-03-01|1619/QĐ-TTg|Quyết định 1619/QĐ-TTg ngày 24/09/2021|
digital-transformation|G06|2025-03-01||55/2025/NĐ-CP,1|Nghị định 55/2025/NĐ-CP ngày 02/03/2025; Nghị quyết 176/2025/QH15|
?business-environment|G05|2020-01-01|2021-01-01|02/NQ-CP|Nghị quyết 02/NQ-CP ngày 01/01/2020; baodauthau.vn|báo cáo việc thực hiện; chưa đọc được điều khoản giao chủ trì
business-environment|G05|2025-01-08|2025-03-01|02/NQ-CP|Nghị quyết 02/NQ-CP ngày 08/01/2025|đề nghị ban hành và theo dõi
business-environment|G12|2025-03-01||02/NQ-CP|Nghị quyết 02/NQ-CP ngày 08/01/2026; kế thừa Bộ Kế hoạch và Đầu tư|đề nghị ban hành và theo dõi
""".strip()
