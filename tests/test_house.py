"""The rules of the house that a parser can see: who imports whom, what templates may not do, how long a module is."""

import ast
import re
from pathlib import Path

import pytest
from django.core.management import call_command, get_commands
from django.template import engines
from django.urls import get_resolver

from articles.models import taxonomy

HOUSE = Path(__file__).resolve().parent.parent
APPS = ("articles", "comments", "newsroom")
MODULES = sorted(path for app in APPS for path in (HOUSE / app).rglob("*.py"))
TEMPLATES = sorted(path for path in (HOUSE / "templates").rglob("*") if path.is_file())
# What each may import of the house, itself included.
DOWNHILL = {
    "articles": {"articles"},
    "comments": {"articles", "comments"},
    "newsroom": {"articles", "comments", "newsroom"},
}
# Text or pixels in, text or pixels out.
PURE = (
    "articles.vietnamese", "articles.richtext", "articles.transcripts", "articles.stories", "articles.renditions",
    "articles.decoding", "articles.inscriptions",
    "articles.differences", "articles.search.words", "articles.search.asked", "comments.screening",
)  # fmt: skip
LONGEST = 300
MEANINGLESS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "base"}


def dotted(path):
    return ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__")


def name_of(path):
    return str(path.relative_to(HOUSE))


def imported(path):
    """The full names of every module and name that a module imports, imports inside functions included."""
    package = dotted(path).split(".")
    if path.name != "__init__.py":
        package = package[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def test_imports_of_a_relative_name_are_seen_in_full():
    """The reader of imports itself: a rule that sees nothing holds always."""
    found = set(imported(HOUSE / "articles" / "views" / "public.py"))
    assert "articles.frontpage.front_page" in found
    assert "django.http.Http404" in found
    assert "articles.models.article.Article" in set(imported(HOUSE / "articles" / "models" / "__init__.py"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_downhill(path):
    app = dotted(path).split(".")[0]
    uphill = {name for name in imported(path) if name.split(".")[0] in set(APPS) - DOWNHILL[app]}
    assert not uphill, f"{name_of(path)} imports {sorted(uphill)}"


@pytest.mark.parametrize("path", [path for path in MODULES if dotted(path).startswith(PURE)], ids=name_of)
def test_pure_modules_know_no_models(path):
    of_house = {name for name in imported(path) if name.split(".")[0] in APPS}
    impure = {name for name in of_house if not name.startswith(PURE)}
    orm = {name for name in imported(path) if name.startswith("django.apps")}
    assert not impure | orm, f"{name_of(path)} imports {sorted(impure | orm)}"


def test_only_two_functions_vouch_for_html():
    found = set()
    for path in MODULES:
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
                names = {getattr(call.func, "id", getattr(call.func, "attr", "")) for call in calls}
                if names & {"mark_safe", "SafeString", "SafeText", "safestring"}:
                    found.add(f"{dotted(path)}.{function.name}")
    assert found == {"articles.richtext.render.render", "articles.structured.as_script"}


def test_nobody_imports_mark_safe_but_those_two_modules():
    users = {dotted(path) for path in MODULES if any(name.endswith(".mark_safe") for name in imported(path))}
    assert users == {"articles.richtext.render", "articles.structured"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_say_one_thing(path):
    parts = path.relative_to(HOUSE).parts
    assert not MEANINGLESS & {part.removesuffix(".py") for part in parts}, "a name that says nothing collects all"
    if "migrations" not in parts and parts[:2] != ("newsroom", "demo"):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines < LONGEST, f"{name_of(path)} has {lines} lines"


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_templates_compile(path):
    engines["django"].get_template(str(path.relative_to(HOUSE / "templates")))


TEMPLATE_RULES = {
    "escaping switched off": r"\|\s*safe(seq)?\b|autoescape\s+off",
    "a style element": r"<style\b",
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "an event attribute": r"<[a-z][^>]*\son[a-z]+\s*=",
    "a javascript: address": r"javascript:",
}


@pytest.mark.parametrize("rule", TEMPLATE_RULES)
def test_templates_keep_to_the_content_security_policy(rule):
    pattern = re.compile(TEMPLATE_RULES[rule], re.IGNORECASE)
    broken = [name_of(path) for path in TEMPLATES if pattern.search(path.read_text(encoding="utf-8"))]
    assert not broken, f"{rule} in {broken}"


def test_templates_hold_no_inline_script():
    inline = re.compile(r"<script\b(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE)
    for path in TEMPLATES:
        found = [tag for tag in inline.findall(path.read_text(encoding="utf-8")) if "application/ld+json" not in tag]
        assert not found, f"{found} in {name_of(path)}"


@pytest.mark.parametrize(
    "bad",
    ["{{ x|safe }}", "{% autoescape off %}", '<p style="x">', "<style>", '<a onclick="x">', '<a href="javascript:x">'],
)
def test_template_rules_catch_what_they_forbid(bad):
    assert any(re.search(pattern, bad, re.IGNORECASE) for pattern in TEMPLATE_RULES.values())


def first_segments(resolver=None):
    """The first path segment of every address of the site; "" and patterns that begin with a section are left out."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = str(pattern.pattern)
        if route == "" and hasattr(pattern, "url_patterns"):
            yield from first_segments(pattern)
        elif route and not route.startswith("<"):
            yield route.split("/")[0]


def test_no_section_can_hide_an_address_of_the_site():
    for segment in first_segments():
        example = re.sub("<[^>]*>", "x", segment)
        assert taxonomy.is_reserved(example), f"a section could take /{example}/"


def test_the_walk_over_addresses_sees_them():
    assert {"admin", "chu-de", "binh-luan", "rss", "healthz", "sitemap.xml"} <= set(first_segments())


def test_migrations_do_not_name_the_editor():
    for path in HOUSE.glob("*/migrations/*.py"):
        assert "ckeditor" not in path.read_text(encoding="utf-8").lower(), name_of(path)


@pytest.mark.django_db
def test_models_and_migrations_agree():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_the_readme_names_commands_that_exist():
    readme = HOUSE / "README.md"
    if not readme.exists():
        return
    text = readme.read_text(encoding="utf-8")
    named = set(re.findall(r"manage\.py ([a-z_]+)", text))
    assert named, "README.md shows no command"
    assert named <= set(get_commands())


def test_the_paper_does_not_speak_of_content_or_posts():
    """The field's words: article, exchange, byline. Class names of the models are where the others would come in."""
    from django.apps import apps

    names = {model.__name__.lower() for app in APPS for model in apps.get_app_config(app).get_models()}
    assert not names & {"post", "content", "item", "data", "entry", "node"}
