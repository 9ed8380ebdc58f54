"""Asks a page what a reader would: headings, links, words. A search in the source finds what nobody sees."""

import json

from bs4 import BeautifulSoup

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def page(response) -> "Page":
    """The page of a response of Django's test client, or of HTML given as str or bytes."""
    return Page(getattr(response, "content", response))


def words(node) -> str:
    """The text of a node with every run of white space made one space."""
    return " ".join(node.get_text(" ").split())


class Page:
    """A parsed page. `soup` is BeautifulSoup's tree, for what the questions below do not ask."""

    def __init__(self, html: str | bytes):
        self.soup = BeautifulSoup(html, "html.parser")

    def select(self, selector: str) -> list:
        return self.soup.select(selector)

    def one(self, selector: str):
        """The only element that matches; AssertionError when there is none, or a second one."""
        found = self.select(selector)
        assert len(found) == 1, f"{selector!r}: {len(found)} elements instead of one"
        return found[0]

    def has(self, selector: str) -> bool:
        return self.soup.select_one(selector) is not None

    def texts(self, selector: str) -> list[str]:
        """The words of each matching element, in the page's order."""
        return [words(node) for node in self.select(selector)]

    def text(self, selector: str = "body") -> str:
        """The words inside the first match, without those of scripts, styles and templates."""
        node = self.soup.select_one(selector)
        assert node is not None, f"{selector!r} is not on the page"
        return words(node)

    def title(self) -> str:
        return words(self.one("head > title"))

    def headings(self) -> list[tuple[int, str]]:
        """(level, words) of every heading, in order."""
        return [(int(node.name[1]), words(node)) for node in self.soup.find_all(HEADINGS)]

    def links(self, selector: str = "a[href]") -> list[tuple[str, str]]:
        """(words, address) of every link, in order."""
        return [(words(node), node["href"]) for node in self.select(selector)]

    def meta(self, name: str) -> str | None:
        """The content of the meta element with this name or property, None when there is none."""
        node = self.soup.find("meta", attrs={"name": name}) or self.soup.find(
            "meta", attrs={"property": name}
        )
        return node["content"] if node else None

    def link(self, rel: str) -> str | None:
        """The address of <link rel=...>, None when there is none."""
        node = self.soup.select_one(f'link[rel~="{rel}"]')
        return node["href"] if node else None

    def json_ld(self) -> list[dict]:
        """Every JSON-LD object of the page; ValueError when one is not JSON."""
        return [json.loads(node.string) for node in self.select('script[type="application/ld+json"]')]

    def fields(self, selector: str = "form") -> dict[str, str]:
        """What the first matching form would send as it stands: name to value."""
        form = self.soup.select_one(selector)
        assert form is not None, f"{selector!r} is not on the page"
        sent = {}
        for node in form.select("input[name], textarea[name], select[name]"):
            if node.name == "textarea":
                sent[node["name"]] = node.get_text().removeprefix("\n")
            elif node.name == "select":
                chosen = node.select_one("option[selected]") or node.select_one("option")
                sent[node["name"]] = chosen.get("value", words(chosen)) if chosen else ""
            elif node.get("type") not in {"submit", "button", "reset", "image", "file"}:
                if node.get("type") not in {"checkbox", "radio"} or node.has_attr("checked"):
                    sent[node["name"]] = node.get("value", "on" if node.get("type") == "checkbox" else "")
        return sent
