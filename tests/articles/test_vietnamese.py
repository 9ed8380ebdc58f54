import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.vietnamese import fold, fold_map, name_sort_key, nfc, slug, sort_key, spelling_key, tokens

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
VIETNAMESE = st.text(alphabet=LETTERS + LETTERS.upper() + " ,.-0123456789", max_size=60)
STRAY_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0335"
# Everything a hostile form field can hold: lone surrogates, controls, stray marks, other scripts.
AWKWARD = STRAY_MARKS + "\0\r\n\x85 aAđĐİß한が"
HOSTILE = st.text(alphabet=st.characters(exclude_categories=()) | st.sampled_from(AWKWARD), max_size=60)


# ---------------------------------------------------------------- nfc

def test_nfc_decomposed_text_is_composed():
    assert nfc(unicodedata.normalize("NFD", "Đường về bến nước")) == "Đường về bến nước"


def test_nfc_what_postgresql_refuses_is_removed():
    assert nfc("a\x00b\ud800c\udfff") == "abc"


def test_nfc_a_control_character_does_not_keep_a_mark_from_its_letter():
    assert nfc("a\x00\u0301") == "á"


def test_nfc_every_line_end_becomes_a_newline():
    assert nfc("một\r\nhai\rba\x0bbốn\x0cnăm\x85sáu\tbảy") == "một\nhai\nba\nbốn\nnăm\nsáu\tbảy"


def test_nfc_no_break_space_becomes_a_space():
    assert nfc("Vân\xa0Lĩnh") == "Vân Lĩnh"


def test_nfc_no_control_character_alone_among_letters_is_overlooked():
    controls = [*range(0x20), *range(0x7F, 0xA1), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF]
    kept = {code for code in controls if chr(code) in nfc(f"lũ{chr(code)}về")}
    assert kept == {ord("\n"), ord("\t")}


def test_nfc_emoji_joiners_and_soft_hyphens_stay():
    family = "👨\u200d👩\u200d👧 ❤\ufe0f xuất\u00adkhẩu"
    assert nfc(family) == family


@given(HOSTILE)
def test_nfc_is_idempotent_and_always_storable(text):
    normal = nfc(text)
    assert nfc(normal) == normal
    assert unicodedata.is_normalized("NFC", normal)
    normal.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xa0]", normal)


# ---------------------------------------------------------------- fold

def test_fold_tones_marks_and_stroke_are_off():
    assert fold("Đại hội Đảng bộ TỈNH, Ơn Ưu Ăn Âm Êm Ông") == "dai hoi dang bo tinh, on uu an am em ong"


@pytest.mark.parametrize("look_alike", ["\u0110", "\u00d0", "\u0189"])
def test_fold_letters_taken_for_d_with_stroke_fold_alike(look_alike):
    assert fold(look_alike + "ảng") == "dang"


@given(VIETNAMESE)
def test_fold_positions_agree_with_the_normal_form(text):
    folded, positions = fold_map(text)
    assert len(fold(text)) == len(nfc(text))
    assert positions == list(range(len(folded)))
    assert folded.isascii()


@given(HOSTILE)
@example("İstanbul")
@example("q\u0303u\u0335ả")
@example("❤\ufe0f 한글 が")
def test_fold_every_position_names_the_character_it_came_from(text):
    folded, positions = fold_map(text)
    normal = nfc(text)
    assert folded == fold(text)
    assert len(folded) == len(positions)
    assert positions == sorted(set(positions))
    for character, position in zip(folded, positions, strict=True):
        assert fold(normal[position]) == character


def test_fold_a_character_that_grows_when_lowered_keeps_its_place():
    assert fold_map("İA") == ("ia", [0, 1])


def test_fold_stray_marks_do_not_hide_a_word():
    folded, positions = fold_map("x\u0335\u0336ấu")
    assert folded == "xau"
    assert positions == [0, 3, 4]


@given(VIETNAMESE)
def test_fold_composed_decomposed_and_capital_spellings_fold_alike(text):
    assert fold(text) == fold(unicodedata.normalize("NFD", text)) == fold(text.upper())


# ---------------------------------------------------------------- tokens

def test_tokens_only_letters_and_digits():
    found = tokens("Cầu Bến_Lĩnh-2: 15.608 tỷ (thông xe)!")
    assert found == ["cau", "ben", "linh", "2", "15", "608", "ty", "thong", "xe"]


@given(HOSTILE)
def test_tokens_a_token_is_never_empty_and_holds_no_separator(text):
    assert all(token.isalnum() for token in tokens(text))


# ---------------------------------------------------------------- slug

@pytest.mark.parametrize(("text", "expected"), [
    ("Vân Lĩnh: Khi Nghị quyết Đại hội Đảng", "van-linh-khi-nghi-quyet-dai-hoi-dang"),
    ("Thu 15.608 tỷ đồng, tăng 2,1 lần", "thu-15-608-ty-dong-tang-2-1-lan"),
    ("  --Chợ phiên--  ", "cho-phien"),
    ("Straße, œuvre, Łódź, ﬁlm, Ｔｏà", "strasse-oeuvre-lodz-film-toa"),
    ("K’Ho và Ê Đê", "k-ho-va-e-de"),
    ("中文 한글", "bai"),
    ("", "bai"),
    ("\x00\ud800", "bai"),
])
def test_slug_examples(text, expected):
    assert slug(text) == expected


def test_slug_is_cut_between_words():
    assert slug("mùa cam chín", max_length=7) == "mua-cam"
    assert slug("mùa cam chín", max_length=10) == "mua-cam"
    assert slug("mùa cam chín", max_length=12) == "mua-cam-chin"


def test_slug_a_first_word_too_long_is_cut_inside():
    assert slug("a" * 100 + " b", max_length=20) == "a" * 20


def test_slug_no_length_at_all_is_refused():
    with pytest.raises(ValueError):
        slug("bài", max_length=0)


@given(HOSTILE, st.integers(min_value=1, max_value=90))
def test_slug_is_always_an_address_part_within_the_length(text, max_length):
    result = slug(text, max_length=max_length)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", result)
    assert len(result) <= max_length


@given(VIETNAMESE)
def test_slug_does_not_depend_on_composition_or_case(text):
    assert slug(text) == slug(unicodedata.normalize("NFD", text)) == slug(text.upper())
    assert slug(slug(text)) == slug(text)


# ---------------------------------------------------------------- sort_key

@pytest.mark.parametrize("ordered", [
    "An Ánh Dương Đông Em Êm Oanh Ơn",
    "a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y",
    "ma mà mả mã má mạ mai mãi mau",
    "da dạ dai đa đạ đai",
    "oa ô ơ",
    "10 An",
])
def test_sort_key_dictionary_order_of_words(ordered):
    words = ordered.split()
    assert sorted(reversed(words), key=sort_key) == words


def test_sort_key_tones_count_within_their_word_before_the_next_word():
    ordered = ["ba", "ba ba", "ba mươi", "bà", "bà ba", "bạ", "ban", "bàn ghế"]
    assert sorted(reversed(ordered), key=sort_key) == ordered


def test_sort_key_case_and_punctuation_do_not_count():
    assert sort_key("ĐỒNG-LAU,") == sort_key("đồng lau") == sort_key(unicodedata.normalize("NFD", "Đồng Lau"))


def test_sort_key_foreign_marks_count_as_the_plain_letter_and_other_scripts_come_last():
    assert sort_key("Müller") == sort_key("Muller")
    assert sort_key("y") < sort_key("z") < sort_key("中")


@given(HOSTILE)
def test_sort_key_every_collation_can_only_agree(text):
    key = sort_key(text * 5)
    assert re.fullmatch(r"([a-z0-9][0-9])*", key)
    assert len(key) <= 200


@given(VIETNAMESE, VIETNAMESE)
def test_sort_key_equal_keys_mean_equal_folded_words(one, other):
    if sort_key(one) == sort_key(other):
        assert tokens(one) == tokens(other)


def test_sort_key_given_name_comes_before_family_and_middle_names():
    people = ["Trần Văn An", "Lê Thị Ánh", "Bế Thu Hiền", "Lê Hiền", "Nông Thu Hiền", "Vũ Ơn"]
    assert sorted(reversed(people), key=name_sort_key) == people


def test_sort_key_a_name_of_one_word_or_none():
    assert name_sort_key("Tùng") == sort_key("Tùng")
    assert name_sort_key("  ") == ""


# ---------------------------------------------------------------- spelling_key

@pytest.mark.parametrize(("one", "other"), [
    ("hòa", "hoà"), ("tỏa", "toả"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("thúy", "thuý"), ("của", "cuả"),
    ("kĩ", "kỹ"), ("lí", "lý"), ("mĩ", "mỹ"), ("hi", "hy"), ("sĩ", "sỹ"), ("tỉ", "tỷ"), ("vi", "vy"),
    ("qui", "quy"), ("quí", "quý"), ("qúy", "quý"), ("Hòa Sơn", "HOÀ SƠN"),
    ("kĩ sư, bác sĩ", "kỹ sư, bác sỹ"),
])
def test_spelling_key_variants_of_one_word_agree(one, other):
    assert spelling_key(one) == spelling_key(other)
    assert spelling_key(unicodedata.normalize("NFD", one)) == spelling_key(other)


@pytest.mark.parametrize(("one", "other"), [
    ("bán", "bạn"), ("ban", "bàn"), ("thúi", "thúy"), ("tai", "tay"), ("cui", "quy"), ("ngoài", "ngoái"),
    ("của", "cua"), ("hoa", "hoá"), ("ì", "ỳ"), ("đa", "da"), ("mưa", "mua"), ("lui", "luy"),
    ("quyt", "quit"), ("nguy", "ngui"),
])
def test_spelling_key_different_words_stay_different(one, other):
    assert spelling_key(one) != spelling_key(other)


def test_spelling_key_words_without_a_variant_tell_their_spaces_and_signs_too():
    assert spelling_key("Cam - 12,5 tạ") == "cam - 12,5 tạ"


def test_spelling_key_foreign_words_are_only_lowered():
    assert spelling_key("Café Đắklắk") == "café đắklắk"


@given(HOSTILE | VIETNAMESE)
def test_spelling_key_is_idempotent(text):
    key = spelling_key(text)
    assert spelling_key(key) == key
    assert nfc(key) == key


@given(VIETNAMESE)
def test_spelling_key_keeps_every_letter_but_i_and_y(text):
    assert fold(spelling_key(text)).replace("y", "i") == fold(text).replace("y", "i")
