import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.richtext.render import render
from articles.richtext.sanitizer import clean
from articles.richtext.unbroken import unbroken, unbroken_text

SPAN = re.compile(r'<span class="unbroken">(.*?)</span>')


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("ngập 30–50 cm. Không", ["30–50 cm"]),
        ("giá 32.000–35.000 đồng/kg, trong", ["32.000–35.000 đồng/kg"]),
        ("8,5 – 9,5 triệu đồng; nhiệm kỳ 2021 - 2026", ["8,5 – 9,5 triệu đồng", "2021 - 2026"]),
        ("rộng 400 m², sâu 2 m.", ["400 m²", "2 m"]),
        ("lúc 6 giờ, 4–6 giờ một lần", ["6 giờ", "4–6 giờ"]),
        ("Ngày 23/11, cả tháng 11", ["Ngày 23/11", "tháng 11"]),
        ("hôm 20-11, Quốc lộ 4D, 12 bản, 5 gà", []),
        ("tổng số 3,1 km, bản số 2.1", ["3,1 km"]),
        ("mã 12–AB, số 1234567890123456 km", []),
    ],
)
def test_a_number_stays_with_its_unit_and_its_range(text, held):
    assert SPAN.findall(unbroken(text)) == held
    assert SPAN.findall(unbroken_text(text)) == held


def test_what_stands_in_an_address_stays_there():
    html = clean('<p><a href="https://a.example/?q=x>30–50 cm">30–50 cm</a></p>')
    address = re.search('href="([^"]*)"', html)[1]
    assert re.search('href="([^"]*)"', render(html))[1] == address
    assert SPAN.findall(render(html)) == ["30–50 cm"]


def test_plain_text_is_escaped_where_it_becomes_html_and_left_alone_where_not():
    assert unbroken_text("Dưới <b>5 m</b>") == 'Dưới &lt;b&gt;<span class="unbroken">5 m</span>&lt;/b&gt;'
    assert not hasattr(unbroken_text("Dưới <b>cầu</b>"), "__html__")


@settings(max_examples=40)
@given(st.text(alphabet='<>"= a1230,.–-/%mkg đồng', max_size=60))
def test_nothing_is_added_but_the_spans(text):
    html = clean(text)
    assert unbroken(html).replace('<span class="unbroken">', "").replace("</span>", "") == html
