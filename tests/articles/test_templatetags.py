from datetime import UTC, datetime

import pytest

from articles.figures import focus
from articles.models import Image
from articles.templatetags.articles import day, when

EVENING = datetime(2021, 1, 15, 10, 26, tzinfo=UTC)  # 17:26 in Việt Nam, a Friday


def test_time_is_written_in_twenty_four_hours_of_vietnam():
    assert when(EVENING) == '<time datetime="2021-01-15T17:26:00+07:00">17:26 15/01/2021</time>'


def test_weekday_stands_first_where_there_is_room():
    assert ">Thứ Sáu, 17:26 15/01/2021</time>" in when(EVENING, weekday=True)


def test_no_time_prints_nothing():
    assert when(None) == ""


def test_day_is_the_day_in_vietnam_not_in_greenwich():
    assert day(datetime(2026, 11, 22, 18, 0, tzinfo=UTC)) == "Thứ Hai, 23/11/2026"


@pytest.mark.parametrize(
    ("x", "y", "names"),
    [
        (50, 50, ""),
        (0, 50, "focus-left"),
        (100, 50, "focus-right"),
        (50, 10, "focus-top"),
        (10, 90, "focus-left focus-bottom"),
    ],
)
def test_point_of_focus_becomes_class_names(x, y, names):
    assert focus(Image(focus_x=x, focus_y=y)) == names
