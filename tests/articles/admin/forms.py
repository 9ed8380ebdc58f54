"""The desk's forms as a browser would send them."""

from django.test import Client
from django.urls import reverse

from tests.factories import make_user
from tests.html import page


def signed_in(role):
    """A test client logged in with a new account of this role; its `user` is the account."""
    client = Client()
    client.user = make_user(role)
    client.force_login(client.user)
    return client


def address(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def filled(client, url, form="#article_form"):
    """What the form at this address would send as it stands."""
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    return as_sent(response, form)


def as_sent(response, form="#article_form"):
    """The fields of this form without the empty row kept for script, and without choices of many that chose none."""
    shown = page(response)
    left_out = {
        select["name"] for select in shown.select("select[multiple]") if not select.select_one("[selected]")
    }
    return {
        name: value
        for name, value in shown.fields(form).items()
        if "__prefix__" not in name and name not in left_out
    }


def save(client, article, **changes):
    """Open the form of this article, change these fields, press “Lưu”; the response, redirects followed."""
    sent = filled(client, address(article)) | {"_continue": "1"} | changes
    return client.post(address(article), sent, follow=True)


def messages(response):
    return page(response).texts(".messagelist li")


def errors(response):
    return page(response).texts(".errorlist li")
