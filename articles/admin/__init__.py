"""The desk: where reporters and editors work. Who may do what is said by articles/policy.py, never here."""

from . import article, frontpage, image, people, register, taxonomy  # noqa: F401  each registers its models
