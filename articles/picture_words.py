"""What the words of a picture must not be: an alt text that tells nobody anything. Pure: text in, a sentence out."""

import re

from .vietnamese import fold

# "Ảnh 1", "Hình số 12.", "anh minh hoa", "IMG_2041.JPG"
_NUMBER_ALONE = re.compile(r"(?:anh|hinh|photo|image|picture)?(?: so| minh hoa)?[ .:#-]*\d*")
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|webp|avif|gif|heic)|(?:img|dsc|dscf|dji|pxl|screenshot)[ _-]*[\d _-]+"
)
_NUMBERED = re.compile(r"[ .,:;–-]*(?:anh|hinh)(?: so)? *\d*[ .]*$")


def fault_of_alt(alt, *, headlines=()):
    """Why this alt text of a picture is refused, as a sentence in Vietnamese; "" where it is not, or is empty.

    headlines: of the stories that show the picture. A screen reader has just read them out.
    """
    said = " ".join(fold(alt).split()).strip(" .,:;–-")
    if not said:
        return ""
    if _NUMBER_ALONE.fullmatch(said) or _FILE_NAME.fullmatch(said):
        return "“" + alt + "” không tả gì. Hãy viết điều nhìn thấy trong ảnh: ai, làm gì, ở đâu."
    bare = _NUMBERED.sub("", said)
    for headline in headlines:
        if bare.strip(" .") == " ".join(fold(headline).split()).strip(" ."):
            return "Mô tả chép lại tít bài: máy đọc vừa đọc tít xong. Hãy tả điều nhìn thấy trong ảnh."
    return ""
