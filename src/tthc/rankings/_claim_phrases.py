"""What the words and phrases of a text on ranks do in the grammar, Vietnamese first.

Rows are `what it does: phrase; phrase`; one goes on where the next line begins with blanks.
"""

__all__ = ["PHRASES"]


def __dir__() -> list[str]:
    return __all__


PHRASES = """
mark: thứ; hạng; hạng thứ; thứ hạng; thứ hạng số; vị trí; vị trí thứ; vị trí số; vị thứ; thứ bậc; hạng số; ngôi; ngôi
  số; vị trí hạng; vị trí xếp hạng; hạng mục số
ranking: xếp hạng; bảng xếp hạng; bxh; bảng tổng sắp; bảng
verb: xếp; đứng; đứng ở; xếp ở; giữ; giữ vững; nằm ở; rơi vào; đạt; chiếm; ở; chạm; cán đích ở; dừng ở; có; duy trì
en_mark: tied for; ties for; tie for; tying for; rank; ranks; ranked; ranking; rankings; position; positions;
  positioned; placed; places it; no; number; numbered; place; spot; slot; #; standing; stands; stood; sits; sat;
  finished; came; comes; come in; came in; placing
first: đứng đầu; dẫn đầu; đứng đầu bảng; dẫn đầu bảng; đứng nhất; về nhất; xếp nhất; xếp đầu; xếp đầu bảng; đứng nhất
  bảng; ngôi đầu; ngôi đầu bảng; vị trí đầu bảng; vị trí dẫn đầu; vị trí quán quân; ngôi quán quân; ngôi vị quán quân;
  ngôi vị dẫn đầu; quán quân; giành quán quân; vị trí đứng đầu; xếp hạng nhất; đứng hạng nhất; vị trí cao nhất;
  topped; tops; topping; top spot; top place; top position; top rank; top-ranked; leads; led; heads; headed; leading;
  ngôi vương; giữ ngôi vương; thủ khoa; vị trí thủ khoa; came top; comes top; came out on top; at the top of
second: á quân; về nhì; ngôi á quân; vị trí á quân; ngôi vị á quân; giành á quân; giành ngôi á quân; xếp nhì; đứng
  nhì; runner-up; was runner-up; runners-up
up: tăng; tăng lên; tăng thêm; lên; vươn lên; vươn; thăng; thăng tiến; thăng hạng; cải thiện; cải thiện được; nhảy;
  nhảy vọt; nhảy lên; bước nhảy; bước nhảy vọt; bước tiến; cú nhảy; tiến; tiến lên; tiến thêm; leo; leo lên; vọt; vọt
  lên; bật lên; bứt phá; nâng; nâng lên; thêm; vượt; vượt lên; tăng hạng; tăng mạnh; tăng vọt; lên thêm; mức tăng; đi
  lên; cao hơn; tốt hơn; nhích; nhích lên; ▲; ↑; +; up; rose; rise; rises; risen; rising; climb; climbed; climbs;
  climbing; gain; gained; gains; gaining; jump; jumped; jumps; jumping; advance; advanced; advances; advancing;
  improve; improved; improves; improving; improvement; leap; leapt; leaped; leaps; leaping; soar; soared; surge;
  surged; moved up; moving up; moves up; move up; edged up; ascended; climbed up; went up; goes up; going up; higher;
  better; shot up; vaulted; progressed; elevated; catapulted; propelled; rebounded; recovered; bounced back; rocketed;
  vaulting; lifted; boosted; forged ahead; inched up; soared up; ascending; leaping up; bứt tốc; bứt phá lên; nhích
  thêm; trèo; trèo lên; phục hồi; hồi phục; chen lên; vượt bậc; vượt thêm; above; ahead of
down: giảm; giảm xuống; giảm đi; tụt; tụt xuống; tụt lùi; tụt hạng; xuống; lùi; lùi xuống; lùi lại; bước lùi; rơi; rơi
  xuống; sụt; sụt giảm; hạ; hạ xuống; mất; mất đi; thụt lùi; trượt; trượt xuống; rớt; rớt xuống; giảm hạng; đi xuống;
  đánh mất; tụt mất; mức giảm; thấp hơn; trượt dài; bị tụt; bị giảm; sa sút; ▼; ↓; down; fell; fall; falls; fallen;
  falling; drop; dropped; drops; dropping; slip; slipped; slips; slipping; lose; lost; loses; losing; loss; slid;
  slide; slides; sliding; decline; declined; declines; declining; sank; sunk; tumble; tumbled; tumbles; tumbling;
  plunge; plunged; plunges; moved down; moving down; edged down; went down; lower; worse; retreated; below; ceded;
  descended; shed; plummeted; backslid; worsened; worsens; lowered; lowers; deteriorated; regressed; receded; demoted;
  relegated; dipped; dips; dip; crashed; fell back; slipped back; bị đẩy xuống; hạ bậc; tuột; tuột xuống; lao dốc;
  thoái lui; lui; lui xuống
zero: giữ nguyên; không đổi; không thay đổi; vẫn giữ nguyên; không có thay đổi; không có sự thay đổi; không biến động;
  không tăng không giảm; chưa thay đổi; đứng yên; unchanged; no change; without change; remained unchanged; did not
  change; has not changed; the same rank; same rank; the same place; the same position; same position; same place; did
  not move; not moved; not budged; no movement
from: từ; from; từ chỗ; từ mức
former: trước đó; trước đây; sau khi; having been; after being; after standing; after ranking; previously; having
  ranked; having stood; having placed; formerly; up until then
against: compares with; compare with; comparing with; so với; so; so cùng; so sánh với; thay vì; so cùng kỳ; compared
  with; compared to; in comparison with; in comparison to; relative to; against; versus; vs; as against; instead of;
  than; when compared with; as compared with; as compared to; as in; as it was in; as it had in; as it did in
since: như năm; bằng năm; kể từ; tính từ; since; kể từ sau; hơn; over; on
between: between; giữa
relative: năm trước; năm ngoái; kỳ trước; lần trước; năm liền trước; năm liền kề; năm trước đó; năm liền trước đó; năm
  trước liền kề; kỳ đánh giá trước; kỳ khảo sát trước; kỳ xếp hạng trước; kỳ báo cáo trước; kỳ liền trước; kỳ trước
  đó; cùng kỳ; cùng kỳ năm trước; lần đánh giá trước; lần khảo sát trước; lần xếp hạng trước; hai năm trước; hai năm
  trước đó; báo cáo trước; xếp hạng trước; bảng xếp hạng trước; đợt trước; the year before; a year earlier; year
  earlier; the previous year; the prior year; last year; the previous edition; previous edition; the last edition; the
  previous survey; previous survey; the last survey; the year earlier; two years earlier; two years before; the year
  prior; the previous report; a year before; the preceding year; the preceding edition; the edition before; the
  earlier edition; previous year; last edition; before; the previous ranking; the last ranking; the one before; the
  previous round; the previous index
later: two years later; a year later; the following year; the next year; the year after; hai năm sau; năm sau; một năm
  sau; năm sau đó; hai năm sau đó; năm tiếp theo; kỳ sau; kỳ tiếp theo; the next edition; năm nay; this year; the
  following edition; one year later
target: mục tiêu; phấn đấu; đặt chỉ tiêu; chỉ tiêu; hướng tới; hướng đến; kỳ vọng; dự kiến; quyết tâm; đặt ra yêu cầu;
  sẽ; nhằm; để; đề ra; mong muốn; nếu; giả sử; dự báo; target; targets; targeted; aim; aims; aimed; aiming; goal;
  hope; hopes; hoping; plan; plans; planned; will; would; should; expects; expected; if; seek; seeks; wants; intends;
  could; may; might; forecast
no_target: nếu như; nếu năm; vượt mục tiêu; đạt mục tiêu; hoàn thành mục tiêu; vượt chỉ tiêu; đạt chỉ tiêu; vượt mục
  tiêu đề ra; đạt mục tiêu đề ra; vượt kỳ vọng; như dự kiến; nếu tính riêng; nếu tính; nếu xét; nếu so với; nếu so;
  nếu chỉ tính; nếu xét riêng; nếu xét về; nếu chỉ xét; nếu chia theo; exceeding the target; beating the target; as
  expected; met the target; met its target
now: sau khi; vì; bởi; bởi vì; do đó; after; because; hiện nay; hiện tại; hiện; đến nay; thực tế; trên thực tế; trong
  khi; currently; now; at present; in fact; actual; today
but: còn; nhưng; song; trong khi; trong khi đó; ngược lại; tuy nhiên; riêng; trong đó; trái lại; thì; đồng thời; tiếp
  theo; tiếp theo là; kế tiếp; tiếp đến; tiếp đến là; theo sau là; tiếp đó; followed by; followed in turn by; next
  came; next come; while; whereas; but; although; though; whilst; meanwhile; of which; and then
and: và; and; cùng; cùng với; rồi; &; then; cũng như; as well as; or; hoặc
respective: lần lượt; tương ứng; respectively; theo thứ tự
both: tied for; ties for; tie for; tying for; cùng; đều; cùng nhau; both; jointly; đồng hạng; share; shared; sharing
report: cho biết; công bố; thông báo; cho hay; nhận định; ban hành; phê duyệt; tổ chức; khai trương; nêu; nêu rõ; báo
  cáo; phối hợp; trình; khẳng định; phát biểu; chủ trì; đánh giá; đề nghị; yêu cầu; ghi nhận; dẫn lời; thừa nhận; nhấn
  mạnh; giới thiệu; tiến hành; đăng; vừa công bố; đã công bố; said; says; announced; announces; published; publishes;
  publish; released; releases; release; reported; reports; noted; notes; issued; launched; unveiled; briefing; report;
  statement; website; press release; told; according
published: công bố; được công bố; ban hành; được ban hành; xuất bản; phát hành; ra mắt; ký; được ký; công bố vào; công
  bố trong; công bố đầu; công bố cuối; công bố giữa; được công bố vào; công bố hồi; published in; released in;
  announced in; issued in; launched in; unveiled in; signed in; adopted in; published; released; announced; issued;
  launched; released early in; published early in; presented in; made public in
beside: sau; chỉ sau; đứng sau; xếp sau; kém; kém hơn; hơn; thua; thua cả; thua kém; vượt qua; trên; dưới; trước; gặp;
  đứng trên; đứng dưới; xếp trên; xếp dưới; bỏ xa; cách; không bằng; bằng; ngang; ngang với; như; giống; giống như;
  cùng hạng với; theo sau; đứng trước; xếp trước; ngang hàng; ngang bằng; gồm; bao gồm; đuổi kịp; tiệm cận; vượt mặt;
  đối với các nước như; xa; cao hơn; thấp hơn; tốt hơn; behind; ahead of; after; below; above; just behind; just ahead
  of; overtaking; overtook; overtaken by; including; like; such as; unlike; level with; alongside; tied with;
  trailing; trails; beating; passing; passed; passes; beat; than; past; next to; along with; surpassing; surpassed;
  overtakes; overtake; surpass; pass; edge out; leapfrog; leapfrogging; leapfrogged; outrank; outranked; trail;
  trailed; together with; ties; edging out; outranking; only to; equal with
hosted: tại; ở; in; at; từ; from; near; gần
by: theo; do; bởi; theo công bố của; theo báo cáo của; theo số liệu của; theo đánh giá của; theo thông báo của;
  according to; by; theo kết quả của; theo thông tin của; theo thông tin từ; đánh giá của; báo cáo của; công bố của
world: thế giới; toàn cầu; toàn thế giới; globally; worldwide; the world; world; toàn quốc; cả nước; nationally;
  nationwide; the country; trên thế giới; in the world; trên toàn cầu; trên toàn thế giới; trên cả nước; trên toàn
  quốc; overall; bình diện quốc tế; the globe
region: khu vực; the region; trong khu vực; trong vùng; regionally; in the region; của khu vực
stranger: chỉ số thành phần; trụ cột; tiêu chí; nhóm tiêu chí; nhóm chỉ số; chỉ số phụ; chỉ số con; chỉ tiêu thành
  phần; pillar; pillars; sub-index; sub-indices; sub-pillar; component index; indicator; indicators; grdp; fdi; tốc độ
  tăng trưởng; exports; gia nhập thị trường; tiếp cận đất đai; tính minh bạch; chi phí thời gian; chi phí không chính
  thức; cạnh tranh bình đẳng; tính năng động; hỗ trợ doanh nghiệp; đào tạo lao động; thiết chế pháp lý; tham gia của
  người dân ở cấp cơ sở; trách nhiệm giải trình; kiểm soát tham nhũng; cung ứng dịch vụ công; quản trị môi trường;
  quản trị điện tử; khởi sự kinh doanh; nộp thuế; tiếp cận điện năng; tiếp cận tín dụng; bảo vệ nhà đầu tư; kinh tế
  số; xã hội số; chính quyền số; starting a business; paying taxes; getting electricity; getting credit; entry costs;
  access to land; time costs; informal charges; labour training; digital economy; digital society; innovation input;
  innovation inputs; innovation output; innovation outputs; đầu vào đổi mới sáng tạo; đầu ra đổi mới sáng tạo; fifa;
  passport index; hộ chiếu; olympic; olympics; sea games; asiad; asian games; huy chương; medal table; medals; world
  cup; nâng ngạch; chức danh nghề nghiệp; thăng hạng viên chức; nâng hạng; universities; university ranking; đại học;
  kim ngạch; xuất khẩu gạo; gdp; cuộc thi; hội thi; hội thao; giải báo chí; contest; tournament; championship; quiz;
  asian development bank; asian football confederation
its_province: của tỉnh; tỉnh này; của thành phố; thành phố này; của địa phương; địa phương này; của thủ đô; tỉnh nhà;
  toàn tỉnh; the province; its province; the city
its_body: của bộ; bộ này; cơ quan này; của ngành; the ministry; của ngân hàng; của cơ quan này
not: đồng chí đứng đầu; cán bộ đứng đầu; cá nhân đứng đầu; đứng đầu cấp ủy; đứng đầu cơ quan; đứng đầu chính quyền;
  đứng đầu đơn vị; đứng đầu tổ chức; đứng đầu cấp uỷ; đứng đầu địa phương; người đứng đầu; người dẫn đầu; thứ trưởng;
  nhóm dẫn đầu; nhóm đứng đầu; tốp dẫn đầu; tốp đầu; top đầu; hạng mục; thứ tự; hạng thương gia; hạng phổ thông; vị
  trí việc làm; lần thứ; kỳ họp thứ; kỳ họp; phiên họp thứ; khóa; thế kỷ thứ; thế kỷ; mức độ; level; công nghiệp;
  nhiệm kỳ; giai đoạn; thời kỳ; khách hạng; cấp độ; in place; in the second place; in the first place; takes place;
  took place; take place; taking place; no longer; to place; a number of; the number of; number of; in order; đoạn
  tuyến; quốc lộ; tỉnh lộ; điều; khoản; mục; điểm
"""
