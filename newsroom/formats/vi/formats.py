"""Dates and hours as the paper writes them: "17:26 24/11/2026". Django's own spell the month out."""

DATETIME_FORMAT = SHORT_DATETIME_FORMAT = "H:i d/m/Y"
DATE_FORMAT = SHORT_DATE_FORMAT = "d/m/Y"
TIME_FORMAT = "H:i"
