"""What a picture's file says of itself: who took it, when, where, who is in it. Words alone, and never a position.

Cameras write EXIF, agencies IPTC (IIM) and XMP. All of it comes from strangers: it is offered to a person as plain
text, cut to its field's length, and what cannot be read is left out without a word.
"""

import re
import struct
from dataclasses import dataclass, fields
from datetime import date
from xml.parsers import expat

from PIL import Image

from .decoding import GIVE_UP, opened
from .vietnamese import nfc

LONGEST_PACKET = 512 * 1024  # bytes of XMP or IPTC that are looked at
DEEPEST = 40
# What cameras write where nobody wrote anything.
_OF_THE_CAMERA = re.compile(
    r"[\W\d_]*|(olympus|konica minolta|minolta|samsung|kodak|pentax)?\s*digital (still )?camera|sony dsc"
    r"|samsung( camera pictures)?|dcim\S*|processed with \S+|picasa|screenshot|default|untitled|undefined|unknown"
    r"|null|none|charset=.*",
    re.IGNORECASE,
)
# They turn the direction of what follows, in whatever page shows it.
TURNERS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


@dataclass(frozen=True, slots=True)
class Inscription:
    """One line of composed text each, "" or None where the file does not say."""

    caption: str = ""
    credit: str = ""
    people: str = ""
    place: str = ""
    taken_on: date | None = None


def read(raw):
    """The Inscription of the picture in `raw` (bytes): XMP's word first, then IPTC's, then the camera's."""
    found = {}
    try:
        with opened(raw) as picture:
            for said in _sources(picture):
                for each in fields(Inscription):
                    found[each.name] = found.get(each.name) or said.get(each.name)
    except (*GIVE_UP, Image.DecompressionBombError):
        return Inscription()
    return Inscription(**{name: value for name, value in found.items() if value})


def _sources(picture):
    for look in (_xmp, _iptc, _exif):
        try:
            yield look(picture)
        except (*GIVE_UP, TypeError, KeyError, AttributeError, IndexError, expat.ExpatError):
            # A damaged inscription is none; the picture beside it may be sound.
            continue


def _line(text, longest=500):
    """One composed line; "" for what a camera writes by itself."""
    line = " ".join(nfc(str(text).translate(TURNERS)).split())
    return "" if _OF_THE_CAMERA.fullmatch(line) else line[:longest].rstrip()


def _decoded(words):
    """Bytes as text: UTF-8 where they are that, else as Western Windows wrote them."""
    if not isinstance(words, bytes):
        words = str(words).encode("latin-1", "replace") if _is_latin(words) else str(words).encode()
    try:
        return words.decode()
    except UnicodeDecodeError:
        return words.decode("cp1252", "replace").replace("\ufffd", "")


def _is_latin(text):
    """Whether Pillow may have read UTF-8 as Latin-1: EXIF does not say which it is."""
    return all(ord(character) < 0x100 for character in text)


def _credit(photographer, agency):
    """ "Lâm Khánh/TTXVN": both where they are two."""
    names = list(dict.fromkeys(filter(None, (_line(photographer, 80), _line(agency, 80)))))
    if len(names) == 2 and names[1].casefold() in names[0].casefold():
        names.pop()
    return "/".join(names)[:120]


def _date(text):
    """The day of "2026:03:05 07:12:00", "20260305" or "2026-03-05T…"; None for what is no day, or no likely one."""
    found = re.match(r"\s*(\d{4})[-:/.]?(\d{2})[-:/.]?(\d{2})(?!\d)", str(text))
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return day if day and 1826 <= day.year <= date.today().year + 1 else None


def _list(parts, mark, longest):
    lines = dict.fromkeys(filter(None, (_line(part) for part in parts)))
    return mark.join(lines)[:longest].rstrip(f" {mark}")


# ---------------------------------------------------------------- EXIF

_DESCRIPTION, _ARTIST = 0x010E, 0x013B
_XP_COMMENT, _XP_AUTHOR = 0x9C9C, 0x9C9D
_CAMERA, _TAKEN = 0x8769, 0x9003


def _exif(picture):
    tags = picture.getexif()

    def text(tag):
        return _decoded(tags.get(tag) or "").split("\0")[0]

    def windows(tag):
        words = tags.get(tag) or b""
        return bytes(words).decode("utf-16-le", "ignore") if isinstance(words, (bytes, tuple)) else ""

    try:
        taken = tags.get_ifd(_CAMERA).get(_TAKEN)
    except (*GIVE_UP, TypeError, KeyError):
        taken = None
    return {
        "caption": _line(text(_DESCRIPTION)) or _line(windows(_XP_COMMENT)),
        "credit": _credit(text(_ARTIST) or windows(_XP_AUTHOR), ""),
        "taken_on": _date(taken or ""),
    }


# ---------------------------------------------------------------- IPTC

_IPTC_RESOURCE = 0x0404
_CAPTION, _BYLINE, _AGENCY, _CITY, _SUBLOCATION, _PROVINCE, _CREATED = 120, 80, 110, 90, 92, 95, 55


def _iptc(picture):
    resources, told = picture.info.get("photoshop"), {}
    packet = resources.get(_IPTC_RESOURCE) if isinstance(resources, dict) else None
    for number, words in _datasets(packet or b""):
        told.setdefault(number, []).append(_decoded(words))

    def first(number):
        return told.get(number, [""])[0]

    return {
        "caption": _line(first(_CAPTION)),
        "credit": _credit(", ".join(told.get(_BYLINE, [])[:3]), first(_AGENCY)),
        "place": _list([first(_SUBLOCATION), first(_CITY), first(_PROVINCE)], ", ", 160),
        "taken_on": _date(first(_CREATED)),
    }


def _datasets(packet):
    """(number, bytes) of every dataset of IPTC's second record, until the packet ends or is no longer one."""
    packet, at = packet[:LONGEST_PACKET], 0
    while at + 5 <= len(packet) and packet[at] == 0x1C:
        record, number, size = struct.unpack_from(">xBBH", packet, at)
        at += 5
        if size & 0x8000:  # "extended": the length of the length; nobody writes captions of 32 kilobytes
            return
        if record == 2:
            yield number, packet[at : at + size]
        at += size


# ---------------------------------------------------------------- XMP

_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_EXIF = "http://ns.adobe.com/exif/1.0/"


class _DoctypeRefused(ValueError):
    """XMP has no document type; one that comes with it defines what grows."""


def _xmp(picture):
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    packet = packet.encode() if isinstance(packet, str) else packet
    told = _properties(packet[:LONGEST_PACKET].strip(b"\0 \t\r\n")) if packet else {}

    def first(*names):
        return next((told[name][0] for name in names if told.get(name)), "")

    return {
        "caption": _line(first((_DC, "description"))),
        "credit": _credit(", ".join(told.get((_DC, "creator"), [])[:3]), first((_PHOTOSHOP, "Credit"))),
        "people": _list(told.get((_EXTENSION, "PersonInImage"), [])[:12], ", ", 300),
        "place": _list(
            [first((_CORE, "Location")), first((_PHOTOSHOP, "City")), first((_PHOTOSHOP, "State"))], ", ", 160
        ),
        "taken_on": _date(first((_PHOTOSHOP, "DateCreated"), (_EXIF, "DateTimeOriginal"))),
    }


def _properties(packet):
    """{(namespace, name): its texts in order}: of elements with all that lies in them, and of attributes."""
    told, path = {}, []

    def start(name, attributes):
        if len(path) == DEEPEST:
            raise ValueError("too deep")
        path.append(_name(name))
        for key, value in attributes.items():
            told.setdefault(_name(key), []).append(value)

    def words(text):
        for name in path:
            if name[0] in (_DC, _PHOTOSHOP, _CORE, _EXTENSION, _EXIF) and text.strip():
                told.setdefault(name, []).append(text)

    def refuse(*declared):
        raise _DoctypeRefused

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: path.pop()
    parser.CharacterDataHandler = words
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(packet, True)
    return told


def _name(name):
    namespace, _, local = name.rpartition(" ")
    return namespace, local
