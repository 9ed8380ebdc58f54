"""Secret links: the token is shown once, to whoever made it; what is kept is its hash."""

import hashlib
import re
import secrets

TOKEN_BYTES = 32
TOKEN = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)  # 32 bytes as secrets.token_urlsafe() writes them


def new_token():
    """(token, hash) of 256 random bits: how long the database takes to compare hashes tells nothing about the token."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    return token, hash_of(token)


def hash_of(token):
    """The hash under which a token is kept; "", which nothing has, for what has not the shape of one."""
    return hashlib.sha256(token.encode()).hexdigest() if TOKEN.fullmatch(token) else ""
