"""The legal documents that `tthc` itself rests on, with the dates that are confirmed in published sources.

One row a document: number | title | issued | in force from | first day no longer in force | amends | replaced by |
source. An empty cell is not known. The source is the text itself or where its dates were read.
"""

# ruff: noqa: E501 - one row a document

AS_OF = (2026, 11, 22)

ROWS = """
63/2010/NĐ-CP|Kiểm soát thủ tục hành chính|2010-06-08|2010-10-14||||pháp điển, mục Kiểm soát thủ tục hành chính
48/2013/NĐ-CP|Sửa đổi các nghị định liên quan đến kiểm soát thủ tục hành chính||2013-07-01||63/2010/NĐ-CP||pháp điển
150/2016/NĐ-CP|Chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Văn phòng Chính phủ||||63/2010/NĐ-CP||pháp điển
92/2017/NĐ-CP|Sửa đổi các nghị định liên quan đến kiểm soát thủ tục hành chính||2017-09-25||63/2010/NĐ-CP||pháp điển
02/2017/TT-VPCP|Hướng dẫn nghiệp vụ kiểm soát thủ tục hành chính|2017-10-31|||||hethongphapluat.com
07/2014/TT-BTP|Hướng dẫn đánh giá tác động của thủ tục hành chính|2014-02-24||2022-03-28||03/2022/TT-BTP|phapdien.moj.gov.vn
03/2022/TT-BTP|Hướng dẫn đánh giá tác động của thủ tục hành chính|2022-02-10|2022-03-28||||moj.gov.vn
61/2018/NĐ-CP|Cơ chế một cửa, một cửa liên thông|2018-04-23|2018-06-21|2025-07-01||118/2025/NĐ-CP|pháp điển
107/2021/NĐ-CP|Sửa đổi Nghị định 61/2018/NĐ-CP|2021-12-06||2025-07-01|61/2018/NĐ-CP|118/2025/NĐ-CP|VBHN 6050/2026/VBHN-BTP
01/2018/TT-VPCP|Hướng dẫn thi hành Nghị định 61/2018/NĐ-CP||2019-01-06|||03/2025/TT-VPCP|pháp điển
118/2025/NĐ-CP|Cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia|2025-06-09|2025-07-01||||VBHN 6050/2026/VBHN-BTP
367/2025/NĐ-CP|Sửa đổi Nghị định 118/2025/NĐ-CP|2025-12-31|||118/2025/NĐ-CP||pháp điển
309/2026/NĐ-CP|Sửa đổi Nghị định 118/2025/NĐ-CP|2026-08-05|2026-08-05||118/2025/NĐ-CP||văn bản gốc
03/2025/TT-VPCP|Hướng dẫn thi hành Nghị định 118/2025/NĐ-CP|2025-09-15|||||hethongphapluat.com
45/2020/NĐ-CP|Thực hiện thủ tục hành chính trên môi trường điện tử|2020-04-08|2020-05-22||||công báo
310/2026/NĐ-CP|Sửa đổi Nghị định 45/2020/NĐ-CP|2026-08-05|2026-08-05||45/2020/NĐ-CP||báo chí
43/2011/NĐ-CP|Cung cấp thông tin và dịch vụ công trực tuyến||2011-10-01|2022-08-15||42/2022/NĐ-CP|pháp điển
42/2022/NĐ-CP|Cung cấp thông tin và dịch vụ công trực tuyến trên môi trường mạng|2022-06-24|2022-08-15|2026-07-01||224/2026/NĐ-CP|pháp điển
224/2026/NĐ-CP|Cung cấp dịch vụ công trực tuyến|2026-06-24|2026-07-01||||văn bản gốc
766/QĐ-TTg|Bộ chỉ số đánh giá chất lượng phục vụ người dân, doanh nghiệp|2022-06-23|2022-06-23||||cổng thông tin các bộ, tỉnh
10/2016/TT-BTTTT|Quy chuẩn QCVN 102:2016/BTTTT về mã định danh||||||pháp điển
20/2020/QĐ-TTg|Mã định danh điện tử của các cơ quan, tổ chức|2020-07-22|2020-09-15||||thuvienphapluat.vn
09/2025/QĐ-TTg|Sửa đổi Quyết định 20/2020/QĐ-TTg|2025-04-14|||20/2020/QĐ-TTg||baodautu.vn
124/2004/QĐ-TTg|Danh mục và mã số các đơn vị hành chính|||2025-07-01||19/2025/QĐ-TTg|gso.gov.vn
19/2025/QĐ-TTg|Danh mục và mã số các đơn vị hành chính|2025-06-30|2025-07-01||||gso.gov.vn
202/2025/QH15|Sắp xếp đơn vị hành chính cấp tỉnh|2025-06-12|2025-06-12||||nghị quyết của Quốc hội
28/2026/QH16|Phát triển văn hóa Việt Nam||2026-07-01||||xaydungchinhsach.chinhphu.vn
369/2025/NĐ-CP|Cơ cấu tổ chức của Văn phòng Chính phủ|2025-12-31|||||vtcnews.vn
09/2026/NĐ-CP|Chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Tư pháp|2026-01-10|2026-01-10||||tienphong.vn
66.16/2026/NQ-CP|Cắt giảm, đơn giản hóa thủ tục hành chính (14 bộ)|2026-04-07|2026-04-15|2027-03-01|||văn bản gốc
66.17/2026/NQ-CP|Cắt giảm ngành, nghề kinh doanh có điều kiện|2026-05-18|2026-07-01|2027-03-01|||văn bản gốc
66.18/2026/NQ-CP|Phân quyền, cắt giảm thủ tục hành chính (11 bộ)|2026-05-18|2026-07-01|2027-03-01|||văn bản gốc
66.19/2026/NQ-CP|Cắt giảm thủ tục hành chính lĩnh vực nông nghiệp và môi trường|2026-05-18|2026-05-18|2027-03-01|||văn bản gốc
66.7/2025/NQ-CP|Cắt giảm, đơn giản hóa thủ tục hành chính dựa trên dữ liệu|2025-11-15|||||vneconomy.vn
"""
