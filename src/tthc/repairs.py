"""What a parser mended, by name: the slugs that stand in `.repairs`, with their words in Vietnamese and English."""

from typing import Literal

from tthc.errors import NotFoundError

__all__ = ["describe"]

_WORDS: dict[str, tuple[str, str]] = {
    "blanks": ("bỏ khoảng trắng thừa", "superfluous blanks removed"),
    "characters": ("thay ký tự giống nhau hoặc ký tự ẩn", "look-alike or invisible characters replaced"),
    "case": ("sửa chữ hoa, chữ thường", "upper or lower case corrected"),
    "abbreviation": ("sửa chữ viết tắt", "abbreviation corrected"),
    "separator": ("sửa dấu ngăn cách trong số, ký hiệu", "separator between the parts corrected"),
    "stray-mark": ("bỏ dấu chấm thừa", "stray dot removed"),
    "order": ("đưa số lên trước ký hiệu", "number moved in front of the type"),
    "type-from-word": (
        "lấy loại văn bản từ chữ đứng trước số",
        "document type taken from the word before the number",
    ),
    "type-differs": (
        "chữ chỉ loại văn bản khác với ký hiệu",
        "the word for the document type differs from the number",
    ),
    "type-word": ("bỏ từ chỉ loại văn bản đứng trước số", "word for the document type before the number removed"),
    "trailing-mark": ("bỏ dấu câu ở cuối", "punctuation at the end removed"),
    "words-differ": ("số viết bằng chữ khác số viết bằng chữ số", "the number in words differs from the digits"),
    "unit-twice": ("bỏ đơn vị tiền ghi hai lần", "currency written twice, once removed"),
    "no-currency": ("không ghi đơn vị tiền, hiểu là đồng", "no currency stated, read as đồng"),
}


def __dir__() -> list[str]:
    return __all__


def describe(repair: str, lang: Literal["vi", "en"] = "vi") -> str:
    """Say in words what a slug of `.repairs` stands for; raises `NotFoundError` for one that is unknown.

    >>> describe("blanks", "en")
    'superfluous blanks removed'
    """
    if repair not in _WORDS:
        raise NotFoundError("repair", repair, tuple(_WORDS))
    return _WORDS[repair][lang == "en"]
