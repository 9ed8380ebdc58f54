"""The toolbar, the editor's filter and the server's allowlist say the same, because they are one table."""

import re

import pytest

from articles.richtext import vocabulary
from articles.richtext.sanitizer import clean, guard
from articles.richtext.widget import editor_config

GOOD_VALUES = {
    "href": "https://vanlinh.example/",
    "target": "_blank",
    "data-image-id": "12",
    "colspan": "2",
    "rowspan": "3",
    "scope": "col",
    "start": "4",
}
TOOLS = {
    "Undo",
    "Redo",
    "RemoveFormat",
    "NewsWords",
    "Unlink",
    "SpecialChar",
    "PasteText",
    "PasteFromWord",
    "ShowBlocks",
}
CLASS_BUTTONS = {"JustifyCenter": "align-center", "JustifyRight": "align-right", "NewsGallery": "gallery"}


def rules_of(allowed_content):
    """{"a": ({"href", "target"}, set()), ...} from "a[!href,target]; ..."."""
    rules = {}
    for rule in allowed_content.split("; "):
        tag, names, classes = re.fullmatch(r"(\w+)(?:\[([\w!,-]+)\])?(?:\(([\w,-]+)\))?", rule).groups()
        rules[tag] = (
            {name.lstrip("!") for name in names.split(",")} if names else set(),
            set(classes.split(",")) if classes else set(),
        )
    return rules


def test_the_editors_filter_and_the_servers_allowlist_agree():
    rules = rules_of(editor_config()["allowedContent"])
    assert set(rules) == vocabulary.tags()
    for tag, (attributes, classes) in rules.items():
        assert attributes == vocabulary.attributes().get(tag, set())
        assert classes == vocabulary.classes().get(tag, set())


def test_every_button_of_the_toolbar_makes_something_that_is_kept():
    buttons = [button for group in editor_config()["toolbar_News"] for button in group]
    assert len(buttons) == len(set(buttons))
    of_the_table = {element.button for element in vocabulary.VOCABULARY if element.button}
    assert set(buttons) == of_the_table | TOOLS | CLASS_BUTTONS.keys()
    assert set(CLASS_BUTTONS.values()) == vocabulary.classes()["p"] | vocabulary.classes()["figure"]


def test_the_format_menu_offers_the_paragraphs_of_the_table():
    assert editor_config()["format_tags"].split(";") == [
        element.tag for element in vocabulary.VOCABULARY if element.kind == "paragraph"
    ]


@pytest.mark.parametrize("element", vocabulary.VOCABULARY, ids=lambda element: element.tag)
def test_the_server_keeps_each_row_with_all_it_may_carry(element):
    attributes = "".join(f' {name}="{GOOD_VALUES[name]}"' for name in element.attributes)
    for class_name in element.classes or [""]:
        start = f"<{element.tag}{attributes}" + (f' class="{class_name}"' if class_name else "")
        if element.tag in {"table", "caption", "thead", "tbody", "tr", "th", "td"}:
            html = f"<table>{'<tr>' if element.kind == 'cell' else ''}{start}></table>"
        else:
            html = f"{start}>"
        kept = guard(html)
        assert f"<{element.tag}" in kept
        for name in element.attributes:
            assert f'{name}="{GOOD_VALUES[name]}"' in kept
        if class_name:
            assert f'class="{class_name}"' in kept


@pytest.mark.parametrize(
    "tag", ["div", "span", "h1", "h4", "b", "i", "img", "iframe", "section", "form", "font", "pre"]
)
def test_the_server_keeps_no_tag_that_is_not_a_row(tag):
    assert f"<{tag}" not in clean(f"<{tag}>lời</{tag}>")


def test_every_attribute_of_the_table_has_a_rule_for_its_value():
    assert {name for names in vocabulary.attributes().values() for name in names} == set(vocabulary.VALUES)
    assert set(GOOD_VALUES) == set(vocabulary.VALUES)


@pytest.mark.parametrize(
    "name, value",
    [
        ("href", "//evil.example/"),
        ("href", "/\\evil.example/"),
        ("href", "javascript:alert(1)"),
        ("href", "data:text/html,x"),
        ("href", "https:///evil.example/"),
        ("href", "tin.html"),
        ("href", "#cuoi"),
        ("target", "_top"),
        ("target", "_blank x"),
        ("data-image-id", "0"),
        ("data-image-id", "-1"),
        ("data-image-id", "12abc"),
        ("data-image-id", "１２"),
        ("data-image-id", "1" * 19),
        ("colspan", "1000"),
        ("scope", "all"),
        ("start", "1e9"),
    ],
)
def test_values_beyond_the_rule_are_refused(name, value):
    assert not vocabulary.VALUES[name].fullmatch(value)
