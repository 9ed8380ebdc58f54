"""Everybody of the newsroom at the desk."""

import pytest


@pytest.fixture
def desk(db):
    """desk(role) -> a test client logged in with that role; its `user` is the account."""
    # Imported here: this file is read before Django is configured.
    from tests.articles.admin.forms import signed_in

    return signed_in
