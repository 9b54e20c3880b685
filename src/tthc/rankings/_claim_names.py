"""The names that a text on ranks may use, of indices, regions, provinces and ministries, and what each stands for.

Rows are `code: name; name`. A name with `~` before it is also an everyday word ("dịch vụ công trực tuyến"): it names
the index only where the text ranks something by it. Names in capitals (acronyms) count in capitals only.
"""

import functools
from typing import NamedTuple

from tthc.rankings._claim_tokens import Tokens
from tthc.rankings._states import names as state_names
from tthc.text import search_key

__all__ = ["DOMESTIC", "Named", "Trie", "bodies", "groups", "indices", "places", "rows"]

_INDICES = """
EGDI: EGDI; e-government development index; e-government index; e-gov index; e-government survey; e-government
  rankings; e-government ranking; chỉ số phát triển chính phủ điện tử; chỉ số chính phủ điện tử; phát triển chính phủ
  điện tử; phát triển chính phủ số; ~chính phủ điện tử; ~e-government; ~e-government development; ~electronic
  government
OSI: OSI; online service index; online services index; online service sub-index; online services sub-index; chỉ số
  dịch vụ công trực tuyến; chỉ số dịch vụ trực tuyến; ~dịch vụ công trực tuyến; ~dịch vụ trực tuyến; ~online service;
  ~online services; ~online public services; ~online-service; ~online public service
TII: TII; telecommunication infrastructure index; telecommunications infrastructure index; chỉ số hạ tầng viễn thông;
  chỉ số cơ sở hạ tầng viễn thông; ~hạ tầng viễn thông; ~cơ sở hạ tầng viễn thông; ~telecommunication infrastructure;
  ~telecommunications infrastructure; ~telecoms infrastructure; ~telecom infrastructure; ~telecommunications;
  ~telecommunication; ~telecoms
HCI: HCI; human capital index; chỉ số nguồn nhân lực; chỉ số vốn nhân lực; chỉ số nhân lực; chỉ số vốn con người;
  ~nguồn nhân lực; ~vốn nhân lực; ~vốn con người; ~human capital
EPI: EPI; e-participation index; chỉ số tham gia điện tử; ~tham gia điện tử; ~e-participation; ~tham gia của người dân
  qua mạng
PCI: PCI; provincial competitiveness index; chỉ số năng lực cạnh tranh cấp tỉnh; năng lực cạnh tranh cấp tỉnh;
  ~provincial competitiveness; ~năng lực cạnh tranh
PAR INDEX: PAR INDEX; PAR-INDEX; PARINDEX; CCHC INDEX; public administration reform index; administrative reform
  index; chỉ số cải cách hành chính; chỉ số CCHC; ~cải cách hành chính; ~CCHC; ~public administration reform;
  ~administrative reform
SIPAS: SIPAS; chỉ số hài lòng; chỉ số sự hài lòng; chỉ số mức độ hài lòng; mức độ hài lòng của người dân; chỉ số hài
  lòng của người dân; satisfaction index of public administrative services; satisfaction index for public
  administrative services; public administration satisfaction index; satisfaction index; ~sự hài lòng của người dân;
  ~mức độ hài lòng
PAPI: PAPI; chỉ số hiệu quả quản trị và hành chính công cấp tỉnh; hiệu quả quản trị và hành chính công cấp tỉnh; hiệu
  quả quản trị và hành chính công; governance and public administration performance index; provincial governance and
  public administration performance index; provincial governance and public administration performance
DTI: DTI; digital transformation index; chỉ số chuyển đổi số; chỉ số đánh giá chuyển đổi số; chỉ số đánh giá mức độ
  chuyển đổi số; bộ chỉ số chuyển đổi số; ~mức độ chuyển đổi số; ~chuyển đổi số; ~digital transformation
GII: GII; global innovation index; chỉ số đổi mới sáng tạo toàn cầu; đổi mới sáng tạo toàn cầu; chỉ số đổi mới toàn
  cầu; ~chỉ số đổi mới sáng tạo; ~đổi mới sáng tạo; ~innovation
Doing Business: doing business; ease of doing business; ease-of-doing-business; mức độ thuận lợi kinh doanh; chỉ số
  môi trường kinh doanh; ~môi trường kinh doanh; ~thuận lợi kinh doanh; ~business environment
GCI: GCI; global cybersecurity index; global cyber security index; chỉ số an ninh mạng toàn cầu; chỉ số an toàn thông
  tin toàn cầu; chỉ số an toàn an ninh mạng toàn cầu; chỉ số an toàn, an ninh mạng toàn cầu; chỉ số an toàn, an ninh
  mạng; chỉ số an ninh mạng; chỉ số an toàn thông tin mạng toàn cầu; an ninh mạng toàn cầu; ~an toàn thông tin mạng;
  ~an toàn, an ninh mạng; ~an toàn an ninh mạng; ~an ninh mạng; ~an toàn thông tin; ~cybersecurity; ~cyber security
APCI: APCI; chỉ số chi phí tuân thủ thủ tục hành chính; chỉ số chi phí tuân thủ TTHC; chỉ số chi phí tuân thủ;
  administrative procedure compliance cost index; administrative procedures compliance cost index; compliance cost
  index; ~chi phí tuân thủ thủ tục hành chính; ~chi phí tuân thủ
QĐ 766: QĐ 766; chỉ số phục vụ người dân, doanh nghiệp; chỉ số phục vụ người dân và doanh nghiệp; chỉ số đánh giá chất
  lượng phục vụ người dân, doanh nghiệp; chất lượng phục vụ người dân, doanh nghiệp; chất lượng phục vụ người dân và
  doanh nghiệp; phục vụ người dân, doanh nghiệp; phục vụ người dân và doanh nghiệp; quyết định 766; quyết định số 766;
  chỉ số 766; decision 766; decision no. 766; index of decision 766; index of service to citizens and businesses;
  index of service to people and businesses; service index for citizens and businesses; service index for people and
  businesses
LPI: LPI; logistics performance index; chỉ số hiệu quả logistics; chỉ số năng lực logistics; chỉ số hiệu suất
  logistics; chỉ số năng lực quốc gia về logistics; chỉ số hoạt động logistics; ~hiệu quả logistics; ~năng lực
  logistics; ~logistics performance; ~logistics
HDI: HDI; human development index; chỉ số phát triển con người; ~phát triển con người; ~human development
"""
DOMESTIC = frozenset({"PCI", "PAR INDEX", "SIPAS", "PAPI", "DTI", "APCI", "QĐ 766"})
"""The indices that rank provinces, ministries and other bodies of Viet Nam; the others rank states."""

_GROUPS = """
Đông Nam Á: đông nam á; southeast asia; south-east asia; south east asia; southeast asian; south-east asian;
  south-eastern asia; southeastern asia
ASEAN: asean; khối asean; khu vực asean; hiệp hội các quốc gia đông nam á
châu Á: châu á; asia; asian; á châu
châu Á - Thái Bình Dương: châu á - thái bình dương; châu á, thái bình dương; asia-pacific; asia pacific; asia and the
  pacific
Đông Á: đông á; east asia; eastern asia; east asian
Đông Á - Thái Bình Dương: đông á - thái bình dương; đông á và thái bình dương; east asia and the pacific; east asia
  and pacific; east asia-pacific
Nam Á: nam á; south asia; southern asia; south asian
châu Âu: châu âu; europe; european
châu Phi: châu phi; africa; african
châu Mỹ: châu mỹ; the americas
APEC: apec
OECD: oecd
thu nhập trung bình thấp: thu nhập trung bình thấp; lower middle-income; lower-middle-income; lower middle income
thu nhập trung bình cao: thu nhập trung bình cao; upper middle-income; upper-middle-income; upper middle income
Đồng bằng sông Cửu Long: đồng bằng sông cửu long; đbscl; mekong delta; miền tây nam bộ
Đồng bằng sông Hồng: đồng bằng sông hồng; red river delta
Tây Nguyên: tây nguyên; central highlands
Đông Nam Bộ: đông nam bộ; south east region; southeast region
Bắc Trung Bộ: bắc trung bộ; north central coast; north central region
miền Trung: miền trung
Duyên hải miền Trung: duyên hải miền trung; south central coast
Bắc Trung Bộ và Duyên hải miền Trung: bắc trung bộ và duyên hải miền trung
Trung du và miền núi phía Bắc: trung du và miền núi phía bắc; trung du, miền núi phía bắc; miền núi phía bắc; northern
  midlands and mountains; northern mountains
"""

_PLACES = """
An Giang; Bà Rịa - Vũng Tàu = Bà Rịa Vũng Tàu, BR-VT; Bắc Giang; Bắc Kạn = Bắc Cạn; Bạc Liêu; Bắc Ninh; Bến Tre;
Bình Định; Bình Dương; Bình Phước; Bình Thuận; Cà Mau; Cần Thơ; Cao Bằng; Đà Nẵng = Danang; Đắk Lắk = Đắc Lắc, Daklak,
Đăk Lăk, Dak Lak; Đắk Nông = Đắc Nông, Đăk Nông, Daknong; Điện Biên; Đồng Nai; Đồng Tháp; Gia Lai; Hà Giang; Hà Nam;
Hà Nội = Hanoi, Thủ đô Hà Nội; Hà Tĩnh; Hải Dương; Hải Phòng = Haiphong; Hậu Giang; Hòa Bình; Hưng Yên; Khánh Hòa;
Kiên Giang; Kon Tum = Kontum, Công Tum; Lai Châu; Lâm Đồng; Lạng Sơn; Lào Cai; Long An; Nam Định; Nghệ An; Ninh Bình;
Ninh Thuận; Phú Thọ; Phú Yên; Quảng Bình; Quảng Nam; Quảng Ngãi; Quảng Ninh; Quảng Trị; Sóc Trăng; Sơn La; Tây Ninh;
Thái Bình; Thái Nguyên; Thanh Hóa; Thừa Thiên Huế = Thừa Thiên - Huế, Thừa Thiên–Huế; Huế; Tiền Giang; Hà Tây;
Hồ Chí Minh = Ho Chi Minh City, HCMC, HCM City, TPHCM, TP HCM, TP.HCM, TP. HCM, Sài Gòn, Saigon, thành phố HCM;
Trà Vinh; Tuyên Quang; Vĩnh Long; Vĩnh Phúc; Yên Bái
"""

# Ministries and bodies of ministerial rank, with the abbreviations and English names in use, old ones included.
_BODIES = """
Bộ Công an = Ministry of Public Security
Bộ Công Thương = Ministry of Industry and Trade
Bộ Dân tộc và Tôn giáo = Ministry of Ethnic and Religious Affairs; Ministry of Ethnic Minorities and Religious Affairs
Bộ Giao thông vận tải = Bộ GTVT; Ministry of Transport
Bộ Giáo dục và Đào tạo = Bộ GD&ĐT; Bộ GDĐT; Bộ GD-ĐT; Ministry of Education and Training
Bộ Khoa học và Công nghệ = Bộ KH&CN; Bộ KHCN; Ministry of Science and Technology
Bộ Kế hoạch và Đầu tư = Bộ KH&ĐT; Bộ KHĐT; Bộ KH-ĐT; Ministry of Planning and Investment
Bộ Lao động - Thương binh và Xã hội = Bộ Lao động, Thương binh và Xã hội; Bộ LĐ-TB&XH; Bộ LĐTBXH; Bộ LĐTB&XH;
  Ministry of Labour, Invalids and Social Affairs; Ministry of Labour, War Invalids and Social Affairs;
  Ministry of Labor, Invalids and Social Affairs
Bộ Ngoại giao = Ministry of Foreign Affairs
Bộ Nông nghiệp và Môi trường = Bộ NN&MT; Ministry of Agriculture and Environment
Bộ Nông nghiệp và Phát triển nông thôn = Bộ NN&PTNT; Bộ NNPTNT; Ministry of Agriculture and Rural Development
Bộ Nội vụ = Ministry of Home Affairs; Ministry of the Interior; Ministry of Interior
Bộ Quốc phòng = Ministry of National Defence; Ministry of Defence; Ministry of National Defense
Bộ Tài chính = Ministry of Finance
Bộ Tài nguyên và Môi trường = Bộ TN&MT; Bộ TNMT; Ministry of Natural Resources and Environment
Bộ Thông tin và Truyền thông = Bộ TT&TT; Bộ TTTT; Ministry of Information and Communications
Bộ Tư pháp = Ministry of Justice
Bộ Văn hóa, Thể thao và Du lịch = Bộ VHTTDL; Bộ VHTT&DL; Bộ VH,TT&DL; Ministry of Culture, Sports and Tourism;
  Ministry of Culture, Sport and Tourism
Bộ Xây dựng = Ministry of Construction
Bộ Y tế = Ministry of Health
Ngân hàng Nhà nước Việt Nam = State Bank of Vietnam; State Bank of Viet Nam
Ngân hàng Nhà nước = NHNN; State Bank
Thanh tra Chính phủ = Government Inspectorate
Văn phòng Chính phủ = Office of the Government; Government Office
Ủy ban Dân tộc = Committee for Ethnic Minority Affairs; Committee for Ethnic Affairs
Kiểm toán Nhà nước = State Audit; State Audit Office
Bảo hiểm xã hội Việt Nam = BHXH Việt Nam; Vietnam Social Security; Viet Nam Social Security
Thông tấn xã Việt Nam = Vietnam News Agency
Tổng cục Hải quan = General Department of Customs; General Department of Viet Nam Customs
Tổng cục Thuế = General Department of Taxation
Kho bạc Nhà nước = State Treasury
Đài Truyền hình Việt Nam = Vietnam Television
Đài Tiếng nói Việt Nam = Voice of Vietnam
Viện Hàn lâm Khoa học và Công nghệ Việt Nam
Viện Hàn lâm Khoa học xã hội Việt Nam
Liên đoàn Thương mại và Công nghiệp Việt Nam = Phòng Thương mại và Công nghiệp Việt Nam;
  Vietnam Chamber of Commerce and Industry; Vietnam Federation of Commerce and Industry;
  Viet Nam Chamber of Commerce and Industry
Tòa án nhân dân tối cao = Supreme People's Court
Viện kiểm sát nhân dân tối cao = Supreme People's Procuracy
"""
_DEPARTMENTS = """
Công Thương; Du lịch; Dân tộc; Dân tộc và Tôn giáo; Giao thông vận tải; Giáo dục và Đào tạo; Khoa học và Công nghệ;
Kế hoạch và Đầu tư; Lao động - Thương binh và Xã hội; Ngoại vụ; Nông nghiệp và Môi trường;
Nông nghiệp và Phát triển nông thôn; Nội vụ; Quy hoạch - Kiến trúc; Tài chính; Tài nguyên và Môi trường;
Thông tin và Truyền thông; Tư pháp; Văn hóa và Thể thao; Văn hóa, Thể thao và Du lịch; Xây dựng; Y tế
"""
# Not members of the United Nations, but in the tables of other publishers; codes after ISO 3166-1.
_TERRITORIES = """
HKG: Hồng Kông; Hong Kong; Hồng Công; Hồng Kông (Trung Quốc); Hong Kong (China)
MAC: Ma Cao; Macao; Macau
PSE: Palestine; Pa-lét-xtin; State of Palestine
TWN: Đài Loan; Taiwan; Đài Loan (Trung Quốc)
VNM: nước ta; nước nhà; our country; Vietnamese; Vietnam; VN
"""


def __dir__() -> list[str]:
    return __all__


class Named(NamedTuple):
    """What a name stands for: `kind` is "index", "group", "state", "province" or "body"."""

    kind: str
    code: str
    everyday: bool = False  # counts only where something is ranked by it
    capitals: bool = False  # counts in capitals only
    written: str = ""  # counts only as written here, marks and capitals included


class _Node:
    __slots__ = ("behind", "what")

    def __init__(self) -> None:
        self.behind: dict[str, _Node] = {}
        self.what: Named | None = None


class Trie:
    """Names by their words; the longest that begins at a word is found in as many steps as it has words."""

    __slots__ = ("_root", "_with_marks")

    def __init__(self, *, with_marks: bool) -> None:
        self._root = _Node()
        self._with_marks = with_marks

    def add(self, name: str, what: Named) -> None:
        """Add one name; of two that are written the same the first stays."""
        tokens = Tokens(name)
        node = self._root
        for word in tokens.words if self._with_marks else tokens.keys:
            node = node.behind.setdefault(word, _Node())
        node.what = node.what or what

    def longest(self, tokens: Tokens, at: int) -> tuple[int, Named] | None:
        """Return where the longest name that begins at a word ends, and what it stands for."""
        words = tokens.words if self._with_marks else tokens.keys
        node = self._root
        found: tuple[int, Named] | None = None
        while at < len(words) and words[at] in node.behind:
            node = node.behind[words[at]]
            at += 1
            if node.what is not None:
                found = at, node.what
        return found


def rows(table: str) -> list[tuple[str, list[str]]]:
    """Split a table of `code: name; name` rows; one goes on where the next line begins with blanks."""
    rows = table.strip().replace("\n  ", " ").split("\n")
    return [(code, names.split("; ")) for code, _, names in (row.rstrip(";").partition(": ") for row in rows)]


@functools.cache
def indices() -> Trie:
    """Return the indices by name."""
    trie = Trie(with_marks=True)
    for code, names in rows(_INDICES):
        for name in names:
            plain = name.removeprefix("~").rstrip(";")
            trie.add(plain, Named("index", code, everyday=name[0] == "~", capitals=plain.isupper()))
    return trie


@functools.cache
def groups() -> Trie:
    """Return the regions by name."""
    trie = Trie(with_marks=True)
    for code, names in rows(_GROUPS):
        for name in names:
            trie.add(name.rstrip(";"), Named("group", code))
    return trie


@functools.cache
def places() -> Trie:
    """Return states and provinces by name without marks."""
    trie = Trie(with_marks=False)
    for name in " ".join(_PLACES.split("\n")).strip().split("; "):
        code, _, others = name.strip().partition(" = ")
        for other in (code, *others.split(", ")):
            if other:
                trie.add(other, Named("province", code))
    for code, names in rows(_TERRITORIES):
        for other in names:
            trie.add(other, Named("state", code))
    for state in state_names():
        trie.add(state.text, Named("state", state.alpha3, written=state.text if state.needs_marks else ""))
        if not state.needs_marks and "-" in state.text:
            trie.add(search_key(state.text).replace("-", ""), Named("state", state.alpha3))
    return trie


@functools.cache
def bodies() -> Trie:
    """Return ministries and other bodies by name."""
    trie = Trie(with_marks=True)
    for row in _BODIES.strip().replace("\n  ", " ").split("\n"):
        name, _, others = row.partition(" = ")
        for other in (name, *others.split("; ")):
            if other:
                for way in dict.fromkeys((other, other.replace(" và ", " & "), other.replace("Việt Nam", "VN"))):
                    trie.add(way.rstrip(";"), Named("body", name))
    for name in " ".join(_DEPARTMENTS.split("\n")).strip().split("; "):
        trie.add(f"Sở {name}", Named("body", f"Sở {name}"))
    return trie
