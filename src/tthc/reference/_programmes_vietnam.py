"""Programmes of simplification in Viet Nam: their aims, and the figures that were published on them.

The rows keep what the sources say. An empty cell is not stated there: a figure without a stage may be of plans or of
enacted changes, one without a day came without one. A base without a count is one whose day is known and whose number
is not published. What only one weak source says is marked `no` in the column of confirmation.
"""

# ruff: noqa: E501 - one row a record

AS_OF = (2026, 11, 22)

# id | kind | name | name in English | document | issued | in force from | first day no longer | owner | part of | source | note
PROGRAMMES = """
da-30-2007|project|Đề án đơn giản hóa thủ tục hành chính trên các lĩnh vực quản lý nhà nước (Đề án 30)|Project 30|30/QĐ-TTg|2007-01-10|2007-01-10|2011-01-01|thu-tuong||elead.com.vn; vietnamnet.vn|năm 2009 có ước tính: cắt giảm 30 % tương đương 130.000 tỷ đồng trong 10 năm
dk-2016-2020|programme|Cắt giảm điều kiện kinh doanh và kiểm tra chuyên ngành 2016–2020|Business conditions and specialised inspection 2016–2020||||||||
nq-68-2020|programme|Cắt giảm, đơn giản hóa quy định liên quan đến hoạt động kinh doanh 2020–2025|Business regulations 2020–2025|68/NQ-CP|2020-05-12|2020-05-12|2026-01-01|chinh-phu||news.laodong.vn|
qd-1085-2022|plan|Rà soát, đơn giản hóa thủ tục hành chính nội bộ 2022–2025|Internal procedures 2022–2025|1085/QĐ-TTg|2022-09-15|2022-09-15||thu-tuong||lawnet.vn|
nq-66-2025|programme|Cắt giảm, đơn giản hóa thủ tục hành chính liên quan đến sản xuất, kinh doanh 2025 và 2026|Procedures of production and business 2025 and 2026|66/NQ-CP|2025-03-26|2025-03-26|2027-01-01|chinh-phu||en.baochinhphu.vn|ngày 21/12/2025 chưa đạt mục tiêu về thời gian và chi phí theo công bố chính thức
nq-66.7-2025|package|Thay giấy tờ bằng dữ liệu|Data in place of papers|66.7/2025/NQ-CP|2025-11-15|||chinh-phu|nq-66-2025|vneconomy.vn|
nq-66.16-2026|package|Cắt giảm, đơn giản hóa thủ tục hành chính của 14 bộ|Procedures of 14 ministries|66.16/2026/NQ-CP|2026-04-07|2026-04-15|2027-03-01|chinh-phu|nq-66-2025|văn bản gốc|hết hiệu lực ngày 28/02/2027
nq-66.17-2026|package|Cắt giảm ngành, nghề đầu tư kinh doanh có điều kiện|Conditional business lines|66.17/2026/NQ-CP|2026-05-18|2026-07-01|2027-03-01|chinh-phu|nq-66-2025|văn bản gốc|hết hiệu lực ngày 28/02/2027
nq-66.18-2026|package|Phân quyền, cắt giảm thủ tục hành chính của 11 bộ|Devolution and cuts in 11 ministries|66.18/2026/NQ-CP|2026-05-18|2026-07-01|2027-03-01|chinh-phu|nq-66-2025|văn bản gốc|một số nội dung từ ngày 20/05/2026; hết hiệu lực ngày 28/02/2027
nq-66.19-2026|package|Cắt giảm thủ tục hành chính lĩnh vực nông nghiệp và môi trường|Procedures of agriculture and environment|66.19/2026/NQ-CP|2026-05-18|2026-05-18|2027-03-01|chinh-phu|nq-66-2025|văn bản gốc|hết hiệu lực ngày 28/02/2027
"""

# key | count | as of | what | precision | source
BASES = """
da30-procedures|5421||thủ tục hành chính||vietnamnet.vn
dk-conditions|6191||điều kiện kinh doanh||baohaiduong.vn; vietnamnet.vn
dk-goods|9926||dòng hàng kiểm tra chuyên ngành||baohaiduong.vn; vietnamnet.vn
nq68-day||2020-05-31|quy định đang có hiệu lực||vietnamnet.vn
nq68-cost||2020-05-31|chi phí tuân thủ các quy định đang có hiệu lực||vietnamnet.vn
nq68-regulations|15801||quy định kinh doanh (công bố tháng 5/2025)||news.laodong.vn
nq66-cost|120000000000000|2025-05-02|đồng chi phí tuân thủ mỗi năm|more_than|Công điện 69/CĐ-TTg
nq66-2024||2024-12-31|mức năm 2024||en.baochinhphu.vn
nq66-august||2025-08-24|thủ tục liên quan đến sản xuất, kinh doanh||vietnamnet.vn
nq66-conditions-august|7806|2025-08-24|điều kiện kinh doanh||vietnamnews.vn; vietnamnet.vn
nq66-procedures|4888|2025-10-04|thủ tục liên quan đến sản xuất, kinh doanh||Công điện 187/CĐ-TTg
nq66-conditions|6974|2025-10-04|điều kiện kinh doanh||Công điện 187/CĐ-TTg
sectors|198|2026-05-18|ngành, nghề đầu tư kinh doanh có điều kiện||66.17/2026/NQ-CP
"""

# programme | id | metric | threshold | base | due | stage | scope | note
TARGETS = """
da-30-2007|da30-30||3/10||2010-12-31|||nguồn đã đọc không nói 30 % của chỉ tiêu nào
nq-68-2020|nq68-regulations|regulations|1/5|nq68-day|2025-12-31|||
nq-68-2020|nq68-cost|cost|1/5|nq68-cost|2025-12-31|||
qd-1085-2022|qd1085-listed|procedures_listed|1||2023-04-01||thủ tục hành chính nội bộ|
qd-1085-2022|qd1085-half|procedures_reviewed|1/2||2024-01-01||thủ tục hành chính nội bộ|
qd-1085-2022|qd1085-all|procedures_reviewed|1||2025-01-01||thủ tục hành chính nội bộ|
qd-1085-2022|qd1085-procedures|procedures_touched|1/5||2025-01-01||thủ tục hành chính nội bộ|
qd-1085-2022|qd1085-cost|cost|1/5||2025-01-01||thủ tục hành chính nội bộ|
nq-66-2025|nq66-conditions-2025|conditions|3/10|nq66-conditions-august|2025-12-31|enacted||cơ số công bố lần đầu
nq-66-2025|nq66-time-2025|processing_time|3/10||2025-12-31|enacted||
nq-66-2025|nq66-cost-2025|cost|3/10|nq66-cost|2025-12-31|enacted||
nq-66-2025|nq66-online-2025|procedures_online|1||2025-12-31||thủ tục liên quan đến doanh nghiệp|
nq-66-2025|nq66-any-office-2025|procedures_any_office|1||2025-12-31|||
nq-66-2025|nq66-time-2026|processing_time|1/2|nq66-2024|2026-12-31|enacted||
nq-66-2025|nq66-cost-2026|cost|1/2|nq66-2024|2026-12-31|enacted||
nq-66-2025|nq66-conditions-2026|conditions|1||2026-12-31|enacted|điều kiện kinh doanh không cần thiết|
"""

# programme | metric | part | base | on | stage | scope | stated | precision | confirmed | source | note
FIGURES = """
da-30-2007|procedures_touched|4818|da30-procedures|||||||vietnamnet.vn|kết quả Đề án 30
da-30-2007|cost|30000000000000|||||37,31|about||elead.com.vn; vietexplorer.com|kết quả Đề án 30
da-30-2007|cost|29698000000000|||||||no|vietexplorer.com|
dk-2016-2020|conditions|3893|dk-conditions|||||||baohaiduong.vn; vietnamnet.vn|
dk-2016-2020|goods_lines|6776|dk-goods|||||||baohaiduong.vn; vietnamnet.vn|
dk-2016-2020|person_days|18000000||||||||baohaiduong.vn|tương đương 6.300 tỷ đồng
nq-68-2020|regulations|3241|nq68-regulations|2025-05-31|||20,5|||news.laodong.vn; vietnamnet.vn|công bố tháng 5/2025; nguồn không ghi ngày
nq-66-2025|procedures_touched|3163|nq66-august|2025-08-24|||74,86|||vietnamnet.vn|488 bãi bỏ, 2.675 đơn giản hóa
nq-66-2025|conditions|2028|nq66-conditions-august|2025-08-24|||26|||vietnamnews.vn; vietnamnet.vn|
nq-66-2025|procedures_touched|1315||2025-08-24|planned|4 bộ||||vietnamnet.vn|đã phê duyệt
nq-66-2025|conditions|872||2025-08-24|planned|4 bộ||||vietnamnet.vn|đã phê duyệt
nq-66-2025|procedures_touched|2051|nq66-procedures|2025-10-04|||42|||Công điện 187/CĐ-TTg|
nq-66-2025|conditions|2263|nq66-conditions|2025-10-04|||32|||Công điện 187/CĐ-TTg|
nq-66-2025|procedures_touched|3071|nq66-procedures|2025-11-19|||62,8|||Công điện 220/CĐ-TTg|ngày công bố
nq-66-2025|conditions|2269|nq66-conditions|2025-11-19|||32,5|||Công điện 220/CĐ-TTg|ngày công bố
nq-66-2025|procedures_touched|3085|nq66-procedures|2025-12-21|planned||63,1|||Công điện 242/CĐ-TTg; baonghean.vn|
nq-66-2025|conditions|2371|nq66-conditions|2025-12-21|planned|||||Công điện 242/CĐ-TTg; baonghean.vn|
nq-66-2025|procedures_touched|1235|nq66-procedures|2025-12-21|enacted|||||Công điện 242/CĐ-TTg|282 bãi bỏ, 953 đơn giản hóa
nq-66-2025|conditions|849|nq66-conditions|2025-12-21|enacted|||||Công điện 242/CĐ-TTg|
nq-66.7-2025|procedures_touched|786||2025-11-15|enacted|thay giấy tờ bằng dữ liệu||||vneconomy.vn|
nq-66.7-2025|procedures_touched|8||2025-11-15|enacted|bỏ giấy tờ||||vneconomy.vn|
nq-66.16-2026|procedures_touched|327||2026-01-28|planned|||||vneconomy.vn|dự thảo: 65 văn bản (14 luật, 46 nghị định, 5 quyết định)
nq-66.16-2026|conditions|64||2026-01-28|planned|||||vneconomy.vn|dự thảo
nq-66.17-2026|sectors|56|sectors|2026-05-18|enacted|||||66.17/2026/NQ-CP|198 còn 142; sửa đổi 23
nq-66.18-2026|cost|23000000000000||2026-05-18|||||no|tóm tắt văn bản|11 bộ; 45 luật, 72 nghị định, 34 thông tư
"""

# count | as of | what | precision | source
TOTALS = """
6422||thủ tục hành chính (tháng 5/2023)||en.baochinhphu.vn
3831|2023-12-31|thủ tục hành chính do bộ, ngành quy định||baotintuc.vn
1336|2023-12-31|thủ tục hành chính do địa phương quy định||baotintuc.vn
6358|2025-05-02|thủ tục hành chính||Công điện 69/CĐ-TTg
4377|2025-05-02|thủ tục liên quan đến sản xuất, kinh doanh||Công điện 69/CĐ-TTg
120000000000000|2025-05-02|đồng chi phí tuân thủ mỗi năm|more_than|Công điện 69/CĐ-TTg
6300|2025-05-20|thủ tục hành chính|more_than|news.laodong.vn; doanhnghiephoinhap.vn
5741|2026-09-26|mục trong danh sách của Cổng Dịch vụ công quốc gia||cổng dịch vụ công
"""
