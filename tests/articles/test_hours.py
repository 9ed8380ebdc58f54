"""Moments as they are typed: what is meant, what is refused and in which words; whatever is accepted is one moment."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from articles import hours


def local(*given):
    return timezone.make_aware(datetime(*given))


NOW = local(2026, 11, 24, 16, 49, 20)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17:26 24/11/2026", (2026, 11, 24, 17, 26)),
        ("24/11/2026 17:26", (2026, 11, 24, 17, 26)),
        ("24/11 17:26", (2026, 11, 24, 17, 26)),
        ("17h26 24/11", (2026, 11, 24, 17, 26)),
        ("17g26, 24-11-26", (2026, 11, 24, 17, 26)),
        ("6h30p ngày 24.11.2026", (2026, 11, 24, 6, 30)),
        ("24 tháng 11 năm 2026, 6 giờ 30 phút", (2026, 11, 24, 6, 30)),
        ("2026-11-24T17:26", (2026, 11, 24, 17, 26)),
        ("thứ Ba, 24/11/2026, 17:26", (2026, 11, 24, 17, 26)),
        ("hôm nay 17:30", (2026, 11, 24, 17, 30)),
        ("HOM NAY 17:30", (2026, 11, 24, 17, 30)),
        ("17:30", (2026, 11, 24, 17, 30)),
        ("mai 6:00", (2026, 11, 25, 6, 0)),
        ("sáng mai 6h", (2026, 11, 25, 6, 0)),
        ("3h chiều mai", (2026, 11, 25, 15, 0)),
        ("15h chiều mai", (2026, 11, 25, 15, 0)),
        ("tối nay 8 giờ rưỡi", (2026, 11, 24, 20, 30)),
        ("1h trưa ngày kia", (2026, 11, 26, 13, 0)),
        ("hôm qua 6h", (2026, 11, 23, 6, 0)),
        ("thứ sáu 14h", (2026, 11, 27, 14, 0)),
        ("chủ nhật 7h30", (2026, 11, 29, 7, 30)),
        ("thứ ba 17:00", (2026, 11, 24, 17, 0)),
        ("thứ ba 6h", (2026, 12, 1, 6, 0)),
        ("t7 6h", (2026, 11, 28, 6, 0)),
        ("+2 giờ", (2026, 11, 24, 18, 49)),
        ("30 phút nữa", (2026, 11, 24, 17, 19)),
        ("sau 90 phút", (2026, 11, 24, 18, 19)),
        ("+1h30", (2026, 11, 24, 18, 19)),
        ("+1 ngày 2 giờ", (2026, 11, 25, 18, 49)),
        ("1 giờ rưỡi nữa", (2026, 11, 24, 18, 19)),
        ("1 tuần nữa", (2026, 12, 1, 16, 49)),
        ("bây giờ", (2026, 11, 24, 16, 49)),
        ("1/3 6:00", (2027, 3, 1, 6, 0)),
        ("1/9 6:00", (2026, 9, 1, 6, 0)),
    ],
)
def test_a_moment_is_understood_as_it_is_said(typed, meant):
    assert hours.read(typed, NOW) == local(*meant)


@pytest.mark.parametrize(
    ("now", "typed", "meant"),
    [
        ((2026, 12, 30, 8, 0), "2/1 6:00", (2027, 1, 2, 6, 0)),
        ((2027, 1, 3, 8, 0), "31/12 17:00", (2026, 12, 31, 17, 0)),
        ((2027, 11, 1, 8, 0), "29/2 6:00", (2028, 2, 29, 6, 0)),
    ],
)
def test_a_date_without_its_year_is_the_nearest(now, typed, meant):
    assert hours.read(typed, local(*now)) == local(*meant)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Chưa ghi thời điểm."),
        ("30/2/2026 6:00", "Tháng 2/2026 không có ngày 30, chỉ có 28 ngày."),
        ("30/2 6:00", "Tháng 2 không có ngày 30, chỉ có 28 ngày."),
        ("31/4/2027 6:00", "Tháng 4/2027 không có ngày 31, chỉ có 30 ngày."),
        ("0/11/2026 6:00", "không có ngày 0"),
        ("11/24/2026 6:00", "Không có tháng 24: ghi ngày trước, tháng sau."),
        ("25:00 24/11", "Không có 25 giờ: giờ đi từ 00 đến 23."),
        ("24:00 24/11", "nửa đêm là 00:00 của ngày hôm sau"),
        ("17:60 24/11", "Không có phút 60: phút đi từ 00 đến 59."),
        ("24/11/2026", "Còn thiếu giờ."),
        ("sáng mai", "Còn thiếu giờ."),
        ("16:00", "Hôm nay đã quá 16:00. Hãy ghi cả ngày, ví dụ “mai 16:00”."),
        ("thứ tư, 24/11/2026, 17:26", "24/11/2026 là thứ Ba, không phải thứ Tư."),
        ("12h đêm mai", "“12 giờ đêm” không rõ là lúc nào."),
        ("15h sáng mai", "“15 giờ sáng” không rõ là lúc nào."),
        ("mai 24/11 6:00", "Hãy chỉ ghi một trong hai."),
        ("+30", "Chưa hiểu khoảng thời gian."),
        ("+", "Chưa hiểu khoảng thời gian."),
        ("2 nữa", "Chưa hiểu khoảng thời gian."),
        ("5:26 PM mai", "Chưa hiểu “5:26 PM mai”."),
        ("17:26:30 24/11/2026", "Chưa hiểu"),
        ("mai 6", "Chưa hiểu “mai 6”."),
        ("thứ tư tuần sau 6h", "Chưa hiểu"),
        ("6:00 1/1/1899", "Chỉ nhận các năm từ 1900 đến 2100."),
        ("6:00 1/1/20261", "Năm ghi đủ bốn chữ số"),
        ("x" * 61, "Dòng này dài quá"),
    ],
)
def test_what_names_no_moment_is_refused_in_a_sentence(typed, sentence):
    with pytest.raises(hours.Unreadable, match=".") as refusal:
        hours.read(typed, NOW)
    assert sentence in str(refusal.value)


MOMENTS = st.datetimes(datetime(1901, 1, 1), datetime(2100, 12, 30), timezones=st.just(UTC))
SAID = "sáng trưa chiều tối đêm mai nay hôm thứ ba tư năm sáu cn + - / : . , h g giờ phút ngày tháng rưỡi nữa sau"
WORDS = st.sampled_from(SAID.split()) | st.integers(0, 99999).map(str)
TYPED = (
    st.lists(WORDS, max_size=9).map(" ".join)
    | st.lists(WORDS, max_size=12).map("".join)
    | st.text(max_size=80)
)


@given(MOMENTS, MOMENTS)
def test_what_is_written_is_read_as_the_same_minute(at, now):
    at = at.replace(second=0, microsecond=0)
    text = hours.written(at)
    # Once in its history the city's clock was put back: that hour came twice, and its name means the first.
    assert hours.read(text, now) == at or hours.written(hours.read(text, now)) == text


@given(TYPED, MOMENTS)
def test_whatever_is_accepted_reads_back_as_itself_and_the_rest_is_a_sentence(typed, now):
    try:
        at = hours.read(typed, now)
    except hours.Unreadable as refusal:
        assert str(refusal).endswith((".", "”"))
        return
    assert (at.second, at.microsecond) == (0, 0) and at.utcoffset() is not None
    assert hours.written(hours.read(hours.written(at), now)) == hours.written(at)


@pytest.mark.parametrize(
    "typed", ["\x00" * 50, "9" * 5000, "١٢:٠٠ ٢٤/١١", "²:00 mai", "\u202e6:00 mai", "６:00 mai"]
)
def test_hostile_text_is_refused(typed):
    with pytest.raises(hours.Unreadable):
        hours.read(typed, NOW)


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(minutes=37), "thứ Ba, 24/11/2026, 17:26 · còn 37 phút"),
        (timedelta(), "thứ Ba, 24/11/2026, 16:49 · ngay bây giờ"),
        (timedelta(hours=-3), "thứ Ba, 24/11/2026, 13:49 · đã qua"),
        (timedelta(days=5), "Chủ nhật, 29/11/2026, 16:49 · còn 5 ngày"),
    ],
)
def test_a_moment_is_told_with_its_weekday_and_what_is_left(ahead, said):
    assert hours.told(NOW + ahead, NOW) == said
