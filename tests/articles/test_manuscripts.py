"""Files held during a review: by who brought them, for a while, and never by a name from outside."""

import os
import time
from pathlib import Path

import pytest

from articles import manuscripts
from articles.transcripts import TranscriptError
from tests.factories import make_user

pytestmark = pytest.mark.django_db
TOKEN = "0123456789abcdef" * 2


@pytest.fixture
def place(settings, tmp_path):
    settings.STATE_DIR = tmp_path
    return tmp_path / "imports"


def test_what_is_held_is_given_back_to_who_brought_it_until_released(place):
    reporter, other = make_user(), make_user()
    manuscripts.hold(b"tep", by=reporter, token=TOKEN)
    assert manuscripts.held(by=reporter, token=TOKEN) == b"tep"
    assert manuscripts.held(by=other, token=TOKEN) is None
    manuscripts.release(by=reporter, token=TOKEN)
    assert manuscripts.held(by=reporter, token=TOKEN) is None
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("token", ["", "../../env", "0" * 31, "0" * 33, "G" * 32, TOKEN + "\n", "/etc/passwd"])
def test_a_token_of_another_shape_is_nobodys(place, token):
    user = make_user()
    assert manuscripts.held(by=user, token=token) is None
    manuscripts.release(by=user, token=token)


def test_what_nobody_came_back_for_is_dropped(place):
    user = make_user()
    manuscripts.hold(b"cu", by=user, token=TOKEN)
    old = time.time() - (manuscripts.DAYS + 1) * 86400
    os.utime(next(place.iterdir()), (old, old))
    manuscripts.hold(b"moi", by=user, token=TOKEN[::-1])
    assert manuscripts.held(by=user, token=TOKEN) is None
    assert manuscripts.held(by=user, token=TOKEN[::-1]) == b"moi"


def test_a_full_disk_is_a_sentence_and_leaves_no_half_of_a_file(place, monkeypatch, caplog):
    reporter, write = make_user(), Path.write_bytes

    def full(path, raw):
        write(path, raw[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(TranscriptError, match="ổ đĩa đã đầy.*gửi lại"):
        manuscripts.hold(b"mot tep dai", by=reporter, token=TOKEN)
    assert manuscripts.held(by=reporter, token=TOKEN) is None and not list(place.iterdir())
    assert "No space" in caplog.text
