import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.urls import include, path

from articles.richtext.widget import editor_config, editor_widget


def nothing(request, image_id=None):
    raise AssertionError("only its address is wanted")


class Desk:
    """A URL configuration with the addresses of the admin that the editor asks for."""

    images = [
        path("", nothing, name="articles_image_changelist"),
        path("<int:image_id>/thumbnail/", nothing, name="articles_image_thumbnail"),
        path("<int:image_id>/json/", nothing, name="articles_image_json"),
        path("<int:image_id>/chu/", nothing, name="articles_image_words"),
        path("chon/", nothing, name="articles_image_choose"),
        path("gui/", nothing, name="articles_image_upload"),
    ]
    urlpatterns = [path("ban/articles/image/", include((images, "admin")))]


@pytest.fixture
def desk(settings):
    settings.ROOT_URLCONF = Desk


def rendered(value):
    return BeautifulSoup(
        editor_widget().render("body", value, attrs={"id": "id_body"}), "html.parser"
    ).textarea


def test_what_is_loaded_into_the_editor_is_cleaned_first(desk):
    area = rendered("<p>a</p><![CDATA[<img src=x onerror=y>]]><!--{cke_protected}x--><script>b</script>")
    assert area.text == "<p>a</p><p>]]&gt;</p>"


def test_nothing_is_loaded_for_nothing(desk):
    assert rendered(None).text == rendered("").text == ""


def test_the_plugin_is_told_the_desks_addresses(desk):
    config = json.loads(rendered("")["data-config"])
    assert config["newsFigure"] == {
        "thumbnail": "/ban/articles/image/0/thumbnail/?rong=800",
        "facts": "/ban/articles/image/0/json/",
    }
    assert config["newsWords"] == "/ban/articles/image/0/chu/"
    assert config["newsPictures"] == {"choose": "/ban/articles/image/chon/", "upload": "/ban/articles/image/gui/"}


def test_our_plugins_are_asked_for_and_are_there(desk):
    resources = json.loads(rendered("")["data-external-plugin-resources"])
    assert [name for name, _folder, _file in resources] == ["newsfigure", "newspictures", "newswords", "newsdesk"]
    for name, folder, file in resources:
        assert name in editor_config()["extraPlugins"].split(",")
        assert folder.endswith(f"editor/{name}/")
        assert finders.find(f"editor/{name}/{file}")
    assert finders.find("css/admin/editor.css")
    assert "css/admin/editor.css" in str(editor_widget().media)


def test_the_editor_speaks_vietnamese(desk):
    assert json.loads(rendered("")["data-config"])["language"] == "vi"


def test_what_the_advisories_need_stays_off():
    """GHSA-fq6h-4g8v-qqvm wants full pages or a filter that is off or lets scripts through; the others a
    plugin, or the check for versions."""
    config = editor_config()
    assert isinstance(config["allowedContent"], str)
    assert not config.get("fullPage")
    assert "script style" in config["disallowedContent"]
    assert config["versionCheck"] is False
    removed = set(config["removePlugins"].split(","))
    assert {"preview", "docprops", "scayt", "wsc", "exportpdf", "iframe", "uploadimage"} <= removed
    assert not {"codesnippetgeshi", "sourcedialog", "docprops", "iframe"} & set(
        config["extraPlugins"].split(",")
    )
    assert not {"Source", "Preview", "Iframe", "Flash"} & {
        button for group in config["toolbar_News"] for button in group
    }


def test_the_bundled_editor_brings_no_samples():
    assert finders.find("ckeditor/ckeditor/ckeditor.js")
    assert not finders.find("ckeditor/ckeditor/samples")
