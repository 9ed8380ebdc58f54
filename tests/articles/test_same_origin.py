"""Whether a form came from our own page, as told by the headers of browsers old and new."""

import pytest
from django.test import RequestFactory

from articles.same_origin import is_same_origin

HOST = "127.0.0.1:8000"


def asked(secure=False, hidden=False, **headers):
    request = RequestFactory().post("/binh-luan/1/", headers={"Host": HOST, **headers}, secure=secure)
    return is_same_origin(request, hidden=hidden)


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        # A browser of today says it in one word, and is believed over everything else.
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": f"http://{HOST}", "Referer": f"http://{HOST}/"}, False),
        # An older one sends the origin.
        ({"Origin": f"http://{HOST}"}, True),
        ({"Origin": "http://ke-gian.example"}, False),
        ({"Origin": f"https://{HOST}"}, False),
        ({"Origin": "http://127.0.0.1"}, False),
        ({"Origin": "http://127.0.0.1:8001"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": f"http://{HOST}.ke-gian.example"}, False),
        ({"Origin": "http://ke-gian.example", "Referer": f"http://{HOST}/"}, False),
        # An even older one the page it comes from.
        ({"Referer": f"http://{HOST}/thoi-su/bai-1/"}, True),
        ({"Referer": f"http://ke-gian.example/?{HOST}"}, False),
        ({"Referer": f"http://{HOST}@ke-gian.example/"}, False),
        # What is no address at all, and nothing.
        ({"Origin": "http://["}, False),
        ({"Referer": "http://[::1"}, False),
        ({"Referer": "\u00ff"}, False),
        ({}, False),
    ],
)
def test_only_our_own_pages_are_our_own(headers, ours):
    assert asked(**headers) is ours


def test_the_scheme_counts_behind_tls():
    assert asked(secure=True, Origin=f"https://{HOST}") is True
    assert asked(secure=True, Origin=f"http://{HOST}") is False


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"Origin": "null"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "null"}, False),
        ({"Origin": "http://ke-gian.example"}, False),
        ({}, False),
    ],
)
def test_a_page_that_hides_its_address_is_told_by_the_browsers_word_or_by_a_null_origin(headers, ours):
    assert asked(hidden=True, **headers) is ours
