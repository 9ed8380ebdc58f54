import pytest

from articles.ledes import LENGTH, lede

FIRST = "Mưa 92 mm trong chưa đầy ba giờ khiến đường Bờ Kè và ngõ Chợ Cá ngập 30–50 cm."
LONG = (
    "Bệnh viện, trường học và trạm bơm ở cả hai phường đều phải tính lại lịch trong tuần này và cả tuần sau."
)


def test_a_short_standfirst_is_said_whole():
    assert lede("Một câu ngắn.\n\nHai câu.") == "Một câu ngắn. Hai câu."


def test_of_a_long_one_whole_sentences():
    assert lede(f"{FIRST} {LONG}") == FIRST
    assert lede(f"“{FIRST}” {LONG}") == f"“{FIRST}”"


@pytest.mark.parametrize("name", ["TP. Bến Lĩnh", "ThS. Hà Khiêm", "lần 2. Bến Lĩnh"])
def test_a_full_stop_within_a_name_ends_no_sentence(name):
    said = lede(f"Sáng qua, sau nhiều tháng chờ đợi của bà con, {name} mở lại chợ. {LONG}")
    assert said.endswith("mở lại chợ.")
    cut = lede(f"Sáng qua, sau nhiều tháng chờ đợi của bà con hai bên bờ sông, {name} và {LONG}")
    assert cut.endswith("…") and name in cut and len(cut) <= LENGTH


def test_a_sentence_too_long_ends_between_words():
    said = lede(LONG[:-1] + ", " + LONG)
    assert said.endswith("…") and (LONG[:-1] + ", " + LONG).startswith(said[:-1] + " ")
    assert len(lede("x" * 300)) == LENGTH
