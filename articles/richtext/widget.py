"""The editor of rich text in forms. CKEditor 4 is named here and in static/editor/, nowhere else: another
editor is another widget returned by editor_widget(), with its own settings in place of editor_config().
"""

from ckeditor.widgets import CKEditorWidget
from django.forms import Media, Widget
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import lazy

from . import vocabulary
from .sanitizer import clean

# A page that holds the editor needs these beyond the house's strict policy: CKEditor's toolbar is written
# with onclick and style attributes. Inline <script> and eval stay forbidden there too.
CONTENT_SECURITY_POLICY = {"script-src-attr": ["'unsafe-inline'"], "style-src": ["'self'", "'unsafe-inline'"]}

_PLUGINS = ("newsfigure", "newspictures", "newswords", "newsdesk")  # ours, in static/editor/
# Plugins of the build that make what the vocabulary lacks, call services elsewhere, or carry an advisory.
_REMOVED = (
    "about,bidi,colorbutton,div,docprops,elementspath,exportpdf,flash,font,forms,iframe,image,language,"
    "maximize,newpage,pagebreak,preview,print,save,scayt,smiley,templates,uploadimage,wsc"
)
_ANY_IMAGE = 0  # stands for the id in the addresses given to the plugin
_static = lazy(static, str)


def editor_config() -> dict:
    """CKEditor's configuration "news", for settings.CKEDITOR_CONFIGS."""
    return {
        "extraPlugins": ",".join(["divarea", "sharedspace", "autolink", "tableresize", *_PLUGINS]),
        "removePlugins": _REMOVED,
        # One toolbar for all texts of the writing screen; elsewhere there is no such place, and each has its own.
        "sharedSpaces": {"top": "writing-tools"},
        "toolbar": "News",
        "toolbar_News": vocabulary.toolbar(),
        "allowedContent": vocabulary.allowed_content(),
        "disallowedContent": "script style; *[on*]",
        "format_tags": vocabulary.format_tags(),
        "justifyClasses": ["align-left", "align-center", "align-right", "align-justify"],
        "removeDialogTabs": "link:advanced;link:upload;table:advanced;tableProperties:advanced",
        "entities": False,
        "clipboard_handleImages": False,  # else a pasted picture would become letters in the text
        "linkDefaultProtocol": "https://",
        "title": "Nội dung",
        "width": "auto",
        "height": "auto",
        "resize_enabled": False,
        "language": "vi",
        "versionCheck": False,
    }


class NewsEditor(CKEditorWidget):
    """CKEditor over our vocabulary. What is loaded into it is cleaned first: a row may have been written past
    the field."""

    def __init__(self, attrs=None):
        resources = [(name, _static(f"editor/{name}/"), "plugin.js") for name in _PLUGINS]
        super().__init__(config_name="news", external_plugin_resources=resources, attrs=attrs)

    @property
    def media(self):
        styles = ["css/prose.css", "css/admin/editor.css", "css/admin/editor-figures.css", "css/admin/pictures.css"]
        return super().media + Media(
            css={"all": styles},
            js=["js/admin/picture-upload.js", "js/admin/picture-library.js", "js/admin/picture-words.js"],
        )

    def format_value(self, value):
        return clean(value) if value else value

    def get_context(self, name, value, attrs):
        # Only now are the URLs known. The plugin puts the id of an image in the place of the 0.
        self.config["newsFigure"] = {
            "thumbnail": reverse("admin:articles_image_thumbnail", args=[_ANY_IMAGE]) + "?rong=800",
            "facts": reverse("admin:articles_image_json", args=[_ANY_IMAGE]),
        }
        self.config["newsWords"] = reverse("admin:articles_image_words", args=[_ANY_IMAGE])
        self.config["newsPictures"] = {
            "choose": reverse("admin:articles_image_choose"),
            "upload": reverse("admin:articles_image_upload"),
        }
        return super().get_context(name, value, attrs)


def editor_widget() -> Widget:
    """The widget for a rich text field in any form."""
    return NewsEditor()
