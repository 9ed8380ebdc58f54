"""Moments as the newsroom types and reads them: "17:26 24/11/2026", "sáng mai 6h", "còn 37 phút"; in Việt Nam time.

Pure functions over text and aware datetimes: read() and written() are each other's inverse, to the minute. The
clock has 24 hours and the day comes before the month, whatever the browser's language.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from .vietnamese import fold, nfc

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
YEARS = range(1900, 2101)
LONGEST = 60  # characters anybody needs to say a moment
EXAMPLE = "Hãy ghi như “17:26 24/11/2026” hoặc “sáng mai 6h”."


class Unreadable(ValueError):
    """The words name no moment; str() is a sentence in Vietnamese that says why."""


# ---------------------------------------------------------------- written


def written(at):
    """An aware datetime in the paper's own time: "17:26 15/01/2021"; "" for None."""
    if not at:
        return ""
    local = timezone.localtime(at)
    return f"{local:%H:%M %d/%m}/{local.year:04}"


def told(at, now):
    """The moment in full, with its weekday: "thứ Ba, 24/11/2026, 17:26 · còn 37 phút"."""
    local = timezone.localtime(at)
    left = remaining(at, now)
    said = f"{WEEKDAYS[local.weekday()]}, {local:%d/%m}/{local.year:04}, {local:%H:%M}"
    return f"{said} · {left or ('đã qua' if at < now - timedelta(minutes=1) else 'ngay bây giờ')}"


def remaining(at, now):
    """How long until `at`, in the largest unit that fits: "còn 37 phút"; "" when it is not to come."""
    minutes = -int((now - at).total_seconds() // 60)
    return f"còn {_largest_unit(minutes)}" if minutes > 0 else ""


def overdue(at, now):
    """How long `at` has gone by: "quá hạn 2 giờ"; "" while it is to come."""
    minutes = int((now - at).total_seconds() // 60)
    return f"quá hạn {_largest_unit(max(minutes, 1))}" if now >= at else ""


def elapsed(at, now):
    """How long it has been since `at`, in the largest unit that fits: "3 giờ"."""
    minutes = int((now - at).total_seconds() // 60)
    return _largest_unit(minutes) if minutes > 0 else "chưa đầy một phút"


def _largest_unit(minutes):
    if minutes < 60:
        return f"{minutes} phút"
    if minutes < 48 * 60:
        return f"{round(minutes / 60)} giờ"
    return f"{round(minutes / (24 * 60))} ngày"


# ---------------------------------------------------------------- read

_RELATIVE = re.compile(
    r"(?:\+|sau )?\s*(?:(?P<weeks>\d{1,2})\s*tuan)?\s*(?:(?P<days>\d{1,3})\s*ngay)?"
    r"\s*(?:(?P<hours>\d{1,4})\s*(?:gio|tieng|h)(?P<half>\s*ruoi)?)?\s*(?:(?P<minutes>\d{1,5})\s*(?P<unit>phut|p)?)?\s*(?:nua)?",
    re.ASCII,
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:t|\b)", re.ASCII)
_DATE = re.compile(
    r"\b(?:ngay\s+)?(?P<day>\d{1,2})\s*([/.-])\s*(?P<month>\d{1,2})(?:\s*\2\s*(?P<year>\d+))?\b", re.ASCII
)
_DATE_IN_WORDS = re.compile(
    r"\b(?:ngay\s+)?(?P<day>\d{1,2})\s+thang\s+(?P<month>\d{1,2})(?:\s*,?\s*nam\s+(?P<year>\d+))?\b", re.ASCII
)
_DAY = re.compile(r"\b(hom nay|hom qua|ngay mai|ngay kia|ngay mot|mai|mot|nay)\b")
_DAYS_AWAY = {
    "hom qua": -1,
    "hom nay": 0,
    "nay": 0,
    "mai": 1,
    "ngay mai": 1,
    "mot": 2,
    "ngay mot": 2,
    "ngay kia": 2,
}
_WEEKDAY = re.compile(r"\b(?:thu\s+(hai|ba|tu|nam|sau|bay|[2-7])|t([2-7])|(chu nhat|cn))\b", re.ASCII)
_WEEKDAY_NUMBERS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5} | {
    str(n): n - 2 for n in range(2, 8)
}
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})\s*(?:(?::|h|g|gio)\s*(?P<minute>\d{1,2})\s*(?:phut\b|p\b|\b)|(?:h|g|gio)\b(?P<half>\s*ruoi\b)?)",
    re.ASCII,
)
_PART = re.compile(r"\b(sang|trua|chieu|toi|dem)\b")
_PART_NAMES = {"sang": "sáng", "trua": "trưa", "chieu": "chiều", "toi": "tối", "dem": "đêm"}
_FILLER = re.compile(r"\b(luc|vao|gio)\b|[,;·|]")


def read(text, now):
    """The aware moment these words name, to the minute, in Việt Nam time; Unreadable for what names none.

    now: aware; what "mai", "+2 giờ" and a date without its year are counted from.
    """
    words = " ".join(fold(text).split())
    if not words:
        raise Unreadable(f"Chưa ghi thời điểm. {EXAMPLE}")
    if len(words) > LONGEST:
        raise Unreadable(f"Dòng này dài quá, không phải một thời điểm. {EXAMPLE}")
    now = timezone.localtime(now).replace(second=0, microsecond=0)
    if words in ("bay gio", "ngay bay gio"):
        return now
    if words.startswith(("+", "sau ")) or words.endswith(" nua"):
        return _from_now(words, now)
    return _Words(nfc(text).strip(), words).moment(now)


def _from_now(words, now):
    match = _RELATIVE.fullmatch(words)
    given = (
        {name: int(value) for name, value in match.groupdict("").items() if value.isdigit()} if match else {}
    )
    # A bare number has no unit, unless hours stand before it: "+1h30".
    if not given or ("minutes" in given and not match["unit"] and "hours" not in given):
        raise Unreadable("Chưa hiểu khoảng thời gian. Hãy ghi như “+2 giờ”, “30 phút nữa” hoặc “+1 ngày”.")
    if match["half"]:
        given["minutes"] = given.get("minutes", 0) + 30
    # Counted in UTC, so that an hour is an hour.
    at = timezone.localtime(now.astimezone(UTC) + timedelta(**given))
    if at.year not in YEARS:
        raise Unreadable(f"Chỉ nhận các năm từ {YEARS[0]} đến {YEARS[-1]}.")
    return at


class _Words:
    """The words of one moment, out of which each part is taken once; what is left over was not understood."""

    def __init__(self, typed, words):
        self.typed, self.words = typed, words

    def take(self, pattern):
        match = pattern.search(self.words)
        if match:
            self.words = f"{self.words[: match.start()]} | {self.words[match.end() :]}"
        return match

    def moment(self, now):
        dated = self.take(_ISO) or self.take(_DATE) or self.take(_DATE_IN_WORDS)
        clock = self.take(_CLOCK)
        weekday, day, part = self.take(_WEEKDAY), self.take(_DAY), self.take(_PART)
        if _FILLER.sub(" ", self.words).strip():
            raise Unreadable(f"Chưa hiểu “{self.typed[:40]}”. {EXAMPLE}")
        if not clock:
            raise Unreadable("Còn thiếu giờ. Hãy ghi cả giờ, ví dụ “06:00 24/11/2026”.")
        if dated and day:
            raise Unreadable("Vừa có ngày tháng vừa có “hôm nay”, “mai”… Hãy chỉ ghi một trong hai.")
        hour, minute = _hour_and_minute(clock, part)
        if dated:
            found = _date(dated, now)
        elif day:
            found = now.date() + timedelta(days=_DAYS_AWAY[day[1]])
        elif weekday:
            return _next(_weekday(weekday), hour, minute, now)
        else:
            return _today(hour, minute, now)
        if weekday and found.weekday() != _weekday(weekday):
            named = WEEKDAYS[_weekday(weekday)]
            raise Unreadable(f"{_day(found)} là {WEEKDAYS[found.weekday()]}, không phải {named}.")
        return _at(found, hour, minute)


def _hour_and_minute(clock, part):
    hour, minute = int(clock["hour"]), int(clock["minute"] or (30 if clock["half"] else 0))
    if hour == 24:
        raise Unreadable("Không có 24 giờ: nửa đêm là 00:00 của ngày hôm sau.")
    if hour > 24:
        raise Unreadable(f"Không có {hour} giờ: giờ đi từ 00 đến 23.")
    if minute > 59:
        raise Unreadable(f"Không có phút {minute}: phút đi từ 00 đến 59.")
    if part:
        hour = _of_the_day(hour, part[1])
    return hour, minute


# Part of the day -> {the hour as it is spoken: the hour of twenty-four}; the latter may be said, too.
_SPOKEN = {
    "sang": {hour: hour for hour in range(12)},
    "trua": {11: 11, 12: 12, 1: 13},
    "chieu": {hour: hour + 12 for hour in range(1, 7)},
    "toi": {hour: hour + 12 for hour in range(6, 12)},
    "dem": {hour: hour + 12 for hour in range(8, 12)},
}


def _of_the_day(hour, part):
    spoken = _SPOKEN[part]
    if hour in spoken:
        return spoken[hour]
    if hour in spoken.values():
        return hour
    raise Unreadable(
        f"“{hour} giờ {_PART_NAMES[part]}” không rõ là lúc nào. Hãy ghi theo 24 giờ, ví dụ 23:30."
    )


def _weekday(match):
    return 6 if match[3] else _WEEKDAY_NUMBERS[match[1] or match[2]]


def _date(match, now):
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if not 1 <= month <= 12:
        raise Unreadable(f"Không có tháng {month}: ghi ngày trước, tháng sau.")
    if year is None:
        return _nearest(day, month, now)
    if len(year) not in (2, 4):
        raise Unreadable("Năm ghi đủ bốn chữ số, ví dụ 24/11/2026.")
    year = int(year) + (2000 if len(year) == 2 else 0)
    if year not in YEARS:
        raise Unreadable(f"Chỉ nhận các năm từ {YEARS[0]} đến {YEARS[-1]}.")
    longest = monthrange(year, month)[1]
    if not 1 <= day <= longest:
        raise Unreadable(f"Tháng {month}/{year} không có ngày {day}, chỉ có {longest} ngày.")
    return date(year, month, day)


def _nearest(day, month, now):
    """Without its year: on 30 December "2/1" is next year's, on 3 January "31/12" last year's."""
    there = [
        year for year in (now.year - 1, now.year, now.year + 1) if 1 <= day <= monthrange(year, month)[1]
    ]
    if not there:
        longest = monthrange(now.year, month)[1]
        raise Unreadable(f"Tháng {month} không có ngày {day}, chỉ có {longest} ngày.")
    return min((date(year, month, day) for year in there), key=lambda found: abs(found - now.date()))


def _day(found):
    return f"{found:%d/%m}/{found.year:04}"


def _next(weekday, hour, minute, now):
    found = now.date() + timedelta(days=(weekday - now.weekday()) % 7)
    at = _at(found, hour, minute)
    return at if at >= now else _at(found + timedelta(days=7), hour, minute)


def _today(hour, minute, now):
    at = _at(now.date(), hour, minute)
    if at < now:
        raise Unreadable(
            f"Hôm nay đã quá {hour:02}:{minute:02}. Hãy ghi cả ngày, ví dụ “mai {hour:02}:{minute:02}”."
        )
    return at


def _at(found, hour, minute):
    if found.year not in YEARS:
        raise Unreadable(f"Chỉ nhận các năm từ {YEARS[0]} đến {YEARS[-1]}.")
    local = datetime(found.year, found.month, found.day, hour, minute)
    at = timezone.make_aware(local)
    # The clock has been put forward a few times since 1900; the minutes in between never were.
    if timezone.localtime(at.astimezone(UTC)).replace(tzinfo=None) != local:
        raise Unreadable(f"Ngày {_day(found)} không có {hour:02}:{minute:02}: hôm ấy đồng hồ được chỉnh.")
    return at
