"""Path converters every URL file may use; registered when the app is ready."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class RowId(IntConverter):
    """A row number in ASCII digits that every database can hold; anything else is no address."""

    regex = "[1-9][0-9]{0,17}"


register_converter(RowId, "id")
