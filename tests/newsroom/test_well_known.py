"""What machines ask for by fixed names."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from newsroom.well_known import SECURITY_HOLDS


def test_the_manifest_names_the_paper_and_icons_of_the_size_it_says(client, settings):
    settings.PAPER = settings.PAPER | {"name": "Báo Vân Lĩnh"}
    response = client.get("/manifest.webmanifest")
    assert response.headers["Content-Type"] == "application/manifest+json"
    told = response.json()
    assert (told["name"], told["lang"], told["start_url"]) == ("Báo Vân Lĩnh", "vi", "/")
    for icon in told["icons"]:
        file = Path(settings.BASE_DIR) / "static" / icon["src"].removeprefix("/static/")
        assert "x".join(map(str, Image.open(BytesIO(file.read_bytes())).size)) == icon["sizes"]
    assert "s-maxage" in response.headers["Cache-Control"]


def test_security_txt_says_whom_to_write_to_and_until_when(client, settings):
    settings.SECURITY_CONTACT = "an-ninh@baovanlinh.example"
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    told = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert told["Contact"] == "mailto:an-ninh@baovanlinh.example"
    assert told["Canonical"] == f"{settings.SITE_URL}/.well-known/security.txt"
    left = datetime.fromisoformat(told["Expires"]) - datetime.now(UTC)
    assert timedelta(days=150) < left <= SECURITY_HOLDS


@pytest.mark.django_db
def test_a_paper_without_an_address_has_no_security_txt(client, settings):
    settings.SECURITY_CONTACT = ""
    assert client.get("/.well-known/security.txt").status_code == 404
