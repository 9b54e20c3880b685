"""The names under which components stand in records keyed in Vietnamese (or English), folded.

One table for each kind of mapping: a record, a row of methods, a fee, a case, a document, and anything that has a name
and a code.
"""

from tthc.interop.portal._row import Aliases

__all__ = ["CASE", "DOCUMENT", "FEE", "KNOWN", "METHOD", "NAMED", "RECORD"]


def __dir__() -> list[str]:
    return __all__


def _table(names: dict[str, str]) -> Aliases:
    return {key: name for name, keys in names.items() for key in keys.split()}


RECORD = _table(
    {
        "code": "code ma mathutuc matthc mathutuchanhchinh maso masothutuc",
        "name": "name title ten tenthutuc tentthc tenthutuchanhchinh tieude",
        "field": "field linhvuc linhvucthuchien nganhlinhvuc",
        "formality": "formality loaithutuc loaitthc loaithutuchanhchinh",
        "decision": "decision soquyetdinh quyetdinhcongbo soquyetdinhcongbo quyetdinh",
        "issuer": "coquanbanhanh coquancongbo donvibanhanh",
        "levels": "levels capthuchien captthc capgiaiquyet",
        "steps": "steps trinhtu trinhtuthuchien cacbuocthuchien",
        "methods": "methods rows cachthuc cachthucthuchien hinhthucnop cachthucthuchientthc",
        "cases": "cases documents hoso thanhphanhoso thanhphansoluonghoso truonghop truonghopthuchien giayto",
        "sets": "dossiersets soluonghoso sobo sobohoso soluongbohoso soluongbo",
        "audiences": "audiences doituong doituongthuchien doituongthuchientthc",
        "settling": "agencies coquanthuchien coquangiaiquyet coquantructiepthuchien coquanthuchientthc"
        " coquangiaiquyettthc coquantructiepgiaiquyet",
        "deciding": "coquancothamquyen coquancothamquyenquyetdinh coquanquyetdinh",
        "authorised": "coquanduocuyquyen coquanduocphancap coquanduocuyquyenphancap",
        "coordinating": "coquanphoihop",
        "receiving": "diachitiepnhan diachitiepnhanhs diachitiepnhanhoso noitiepnhan coquantiepnhan noinophoso",
        "results": "results ketqua ketquathuchien ketquaxuly ketquagiaiquyet ketquathuchientthc",
        "conditions": "conditions yeucau dieukien yeucaudieukien yeucaudieukienthuchien yeucauhoacdieukien",
        "legal_basis": "legalbasis cancuphaply cosophaply vanbanphaply cancuphaplycuatthc",
        "related": "related thutuclienquan tthclienquan",
        "online_level": "onlinelevel mucdo mucdodichvucong mucdotructuyen mucdodichvucongtructuyen mucdodvc",
        "time_limit": "timelimit thoihan thoihangiaiquyet thoigiangiaiquyet thoigian",
        "fees": "fees fee phi lephi philephi mucphi",
        "description": "description mota",
        "keywords": "keywords tukhoa",
        "note": "note ghichu luuy",
        "id": "id oid formalityid",
        "url": "url link detailurl duongdan",
        "status": "status trangthai state",
        "created": "created ngaytao createdat",
        "updated": "updated ngaycapnhat updatedat",
    }
)
METHOD = _table(
    {
        "channel": "channel kenh hinhthuc hinhthucnop cachthuc submissionmethod",
        "time": "time timelimit thoigian thoihan thoihangiaiquyet thoigiangiaiquyet",
        "fees": "fees fee phi lephi philephi mucphi",
        "note": "note description mota ghichu",
        "case": "case truonghop",
        "audience": "audience doituong",
        "flag": "flag",
    }
)
FEE = _table(
    {
        "amount": "amount value muc mucthu mucphi sotien phi lephi",
        "note": "note description mota ghichu",
    }
)
CASE = _table(
    {
        "name": "name case ten truonghop tentruonghop",
        "code": "code ma",
        "documents": "documents hoso giayto thanhphanhoso",
        "time": "time timelimit thoihan thoigian thoihangiaiquyet",
        "audience": "audience doituong",
    }
)
DOCUMENT = _table(
    {
        "name": "name document ten tengiayto giayto tentailieu tailieu",
        "form": "form file bieumau maudon maudontokhai tokhai",
        "counts": "quantity soluong soluongbanchinh soluongbanchinhbansao",
        "originals": "originals banchinh",
        "copies": "copies bansao",
        "note": "note ghichu mota",
        "condition": "condition dieukien",
        "code": "code ma",
        "case": "case truonghop",
        "issuer": "issuer coquancap noicap",
    }
)
NAMED = _table(
    {
        "name": "name ten tencoquan tendoituong tenketqua tenthutuc tenbuoc buoc trichyeu tenvanban",
        "code": "code ma mathutuc maketqua sokyhieu sohieu mavanban",
        "text": "text description noidung mota",
        "time": "time timelimit thoihan thoigian",
        "address": "address diachi",
    }
)

_SILENT_WORDS = (
    "isprovince isward isministry isotheragency levellabel thutucid sourcefile metadata content tables "
    "ngaybanhanh coquanbanhanh"
)
_SILENT = frozenset(_SILENT_WORDS.split())
"""Keys of the shapes whose cells have no place in a procedure: they go to the rest without a word."""

KNOWN: frozenset[str] = _SILENT.union(RECORD, METHOD, FEE, CASE, DOCUMENT, NAMED)
