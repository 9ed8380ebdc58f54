"""Path converters every URL file may use; registered when the app is ready."""

from datetime import date

from django.urls import register_converter
from django.urls.converters import IntConverter


class RowId(IntConverter):
    """A row number in ASCII digits that every database can hold; anything else is no address."""

    regex = "[1-9][0-9]{0,17}"


register_converter(RowId, "id")


class Day:
    """A day as a date, "2026/11/23": one written form each, and only days there are."""

    regex = "[12][0-9]{3}/[0-9]{2}/[0-9]{2}"

    def to_python(self, written):
        return date(*map(int, written.split("/")))

    def to_url(self, day):
        return f"{day:%Y/%m/%d}"


class Month(Day):
    """A month as the date of its first day, "2026/11"."""

    regex = "[12][0-9]{3}/[0-9]{2}"

    def to_python(self, written):
        return super().to_python(f"{written}/01")

    def to_url(self, month):
        return f"{month:%Y/%m}"


class MonthInName(Day):
    """A month inside the name of a file, "2026-11"."""

    regex = "[12][0-9]{3}-[0-9]{2}"

    def to_python(self, written):
        return super().to_python(f"{written.replace('-', '/')}/01")

    def to_url(self, month):
        return f"{month:%Y-%m}"


register_converter(Day, "day")
register_converter(Month, "month")
register_converter(MonthInName, "month_in_name")
