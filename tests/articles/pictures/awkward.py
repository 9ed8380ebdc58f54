"""Awkward and hostile files, made by code: each with the end it must come to, through whichever door it enters.

    for name, file in awkward().items(): file.raw, file.end

`end` is TAKEN, or how the refusal begins. SECRET stands in everything a file says of its camera, owner and place.
"""

import gzip
import io
import struct
import zipfile
import zlib
from functools import cache
from typing import NamedTuple

from PIL import Image, ImageCms, TiffImagePlugin

from articles import decoding, renditions

RED, GREEN, BLUE = (200, 30, 30), (30, 160, 60), (30, 60, 200)
SECRET = "BI-MAT-4711"
TAKEN = "nhận"
NO_PICTURE = decoding.NOT_A_PICTURE
MISSHAPEN = "Ảnh quá nhỏ hoặc quá dài"
TOO_MANY = "Ảnh lớn hơn"


class File(NamedTuple):
    """end: see above. colour: what its upper left corner shows, where that is told."""

    raw: bytes
    end: str = TAKEN
    colour: tuple | None = None


def saved(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def halves(width=96, height=64, left=RED, right=BLUE, mode="RGB"):
    picture = Image.new("RGB", (width, height), left)
    picture.paste(right, (width // 2, 0, width, height))
    return picture.convert(mode)


@cache
def awkward():
    """{name: File}, made once."""
    return {
        **of_other_kinds(),
        **cut_short(),
        **bombs(),
        **misshapen(),
        **from_cameras(),
        **in_other_colours(),
        **moving(),
        **two_in_one(),
        **talkative(),
    }


# ---------------------------------------------------------------- what is no picture


def of_other_kinds():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><script>alert(1)</script></svg>'
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("word/document.xml", "<w:document/>")
    raws = {
        "text": "Đây là văn bản, không phải ảnh.".encode() * 40,
        "html": b"<!doctype html><html><script>alert(1)</script></html>",
        "svg": svg,
        "svg packed": gzip.compress(svg),
        "pdf": b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF",
        "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n%%EndComments\n(x) run\nshowpage\n%%EOF\n",
        "php": b"<?php system($_GET[0]); ?>",
        "zip": archive.getvalue(),
        "bmp": saved(halves(), "BMP"),
        "tiff of lab": saved(halves().convert("LAB"), "TIFF"),
        "ico": saved(halves(64, 64), "ICO"),
        "psd": b"8BPS\0\1" + b"\0" * 6 + struct.pack(">HIIHH", 3, 64, 64, 8, 3) + b"\0" * 60,
        "film": b"\0\0\0\x18ftypmp42" + b"\0" * 200,
        "first bytes of a jpeg": b"\xff\xd8\xff\xe0" + b"\0" * 400,
        "first bytes of a webp": b"RIFF\xff\xff\xff\x7fWEBPVP8 " + b"\0" * 60,
    }
    heic = b"\0\0\0\x18ftypheic" + b"\0" * 200
    return {name: File(raw, NO_PICTURE) for name, raw in raws.items()} | {"heic": File(heic, decoding.HEIC)}


def cut_short():
    noise = Image.effect_noise((160, 120), 60).convert("RGB")
    found = {}
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        raw = saved(noise, kind)
        for part in (0.02, 0.3, 0.6, 0.9):
            found[f"{kind} cut at {part}"] = File(raw[: int(len(raw) * part)], NO_PICTURE)
    return found | {"gif cut": File(saved(noise.convert("P"), "GIF")[:900], NO_PICTURE)}


# ---------------------------------------------------------------- what is too much


def png_of(width, height, *chunks, depth=8, colour=2, rows=None):
    """A PNG that claims a size; without `rows` (bytes before packing) it holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    rows = zlib.compress(b"\0" * 64 if rows is None else rows)
    parts = [_chunk(b"IHDR", head), *chunks, _chunk(b"IDAT", rows), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bombs():
    jpeg, gif = saved(halves(), "JPEG"), saved(halves(mode="P"), "GIF")
    frame = jpeg.index(b"\xff\xc0")
    lying_jpeg = jpeg[: frame + 5] + struct.pack(">HH", 65_000, 65_000) + jpeg[frame + 9 :]
    webp = saved(halves(), "WEBP", lossless=True, exif=b"Exif\0\0" + b"\0" * 8)
    extended = webp.index(b"VP8X") + 12
    avif = saved(halves(), "AVIF", speed=10)
    extent = avif.index(b"ispe") + 8
    packed = zlib.compress(b"\0" * 30_000_000, 9)
    return {
        "png of 1800 megapixels": File(png_of(60_000, 30_000), TOO_MANY),
        "png of 60 megapixels": File(png_of(10_000, 6_000), "Ảnh PNG lớn hơn 50 megapixel"),
        "png of two thousand million in one row": File(png_of(2**31 - 1, 1), TOO_MANY),
        "jpeg that claims 4000 megapixels": File(lying_jpeg, TOO_MANY),
        "gif that claims 4000 megapixels": File(gif[:6] + b"\xff\xff\xff\xff" + gif[10:], TOO_MANY),
        "webp that claims 268 megapixels": File(
            webp[: extended + 4] + b"\xff\x3f\0\xff\x3f\0" + webp[extended + 10 :], TOO_MANY
        ),
        "avif that claims 256 megapixels": File(
            avif[:extent] + struct.pack(">II", 16_000, 16_000) + avif[extent + 8 :], TOO_MANY
        ),
        "jpeg of two thousand scans": File(many_scans(2_000), decoding.UNUSUAL),
        "png with a text that unpacks to 30 megabytes": File(
            png_of(64, 64, _chunk(b"zTXt", b"Comment\0\0" + packed)), NO_PICTURE
        ),
        "png with a profile that unpacks to 30 megabytes": File(
            png_of(64, 64, _chunk(b"iCCP", b"icc\0\0" + packed), rows=(b"\0" + bytes(RED) * 64) * 64),
            NO_PICTURE,
        ),
        "too heavy": File(b"\xff\xd8\xff" + b"\0" * renditions.MAX_BYTES, "Ảnh nặng quá 25 MB"),
        "jpeg of sixty megapixels": File(sixty_megapixels()),
    }


def many_scans(count):
    """A progressive JPEG whose last scan comes again and again: a few kilobytes, and hours for who reads them all."""
    raw = saved(halves(640, 480), "JPEG", progressive=True)
    last = raw.rindex(b"\xff\xda")
    return raw[:-2] + raw[last:-2] * count + raw[-2:]


def sixty_megapixels():
    return saved(
        Image.linear_gradient("L").resize((10_000, 6_000), Image.Resampling.NEAREST), "JPEG", quality=30
    )


def misshapen():
    sizes = [(1, 1), (15, 400), (16, 330), (1, 30_000), (30_000, 1)]
    return {
        f"{width} x {height}": File(saved(Image.new("RGB", (width, height)), "PNG"), MISSHAPEN)
        for width, height in sizes
    }


# ---------------------------------------------------------------- what cameras and agencies send

CORNERS = {1: RED, 2: BLUE, 3: BLUE, 4: RED, 5: RED, 6: RED, 7: BLUE, 8: BLUE}


def from_cameras():
    found = {}
    for turn, colour in CORNERS.items():
        exif = Image.Exif()
        exif[0x0112] = turn
        found[f"turned {turn}"] = File(saved(halves(128, 64), "JPEG", exif=exif, quality=95), TAKEN, colour)
    exif = Image.Exif()
    exif[0x0112] = 8
    for kind in ("PNG", "WEBP", "AVIF"):
        found[f"turned {kind}"] = File(saved(halves(128, 64), kind, exif=exif), TAKEN, BLUE)
    out = io.BytesIO()
    halves().save(out, "MPO", save_all=True, append_images=[halves(left=GREEN)])
    sound = saved(halves(), "JPEG", quality=95)
    looped = b"Exif\0\0II*\0\x08\0\0\0" + b"\x01\0" + b"\x69\x87\x04\0\x01\0\0\0\x08\0\0\0" + b"\x08\0\0\0"
    return found | {
        "mpo of a stereo camera": File(out.getvalue(), TAKEN, RED),
        "progressive": File(saved(halves(), "JPEG", progressive=True, quality=95), TAKEN, RED),
        "grey": File(saved(halves(left=(0, 0, 0), mode="L"), "JPEG"), TAKEN, (0, 0, 0)),
        "exif that leads to itself": File(_with_segment(sound, 0xE1, looped), TAKEN, RED),
        "exif of a thousand tags that all hold all of it": File(
            _with_segment(sound, 0xE1, b"Exif\0\0" + greedy_tags(1_000)), TAKEN, RED
        ),
        "exif of noise": File(
            _with_segment(sound, 0xE1, b"Exif\0\0MM\0*" + bytes(range(256)) * 4), TAKEN, RED
        ),
        "no end of image": File(sound[:-2], NO_PICTURE),
    }


def greedy_tags(count):
    """A directory each of whose tags claims the same twenty kilobytes."""
    place = 8 + 2 + 12 * count + 4
    tags = b"".join(struct.pack("<HHII", tag, 7, 20_000, place) for tag in range(1, count + 1))
    return b"II*\0\x08\0\0\0" + struct.pack("<H", count) + tags + b"\0" * 20_004


def _with_segment(jpeg, kind, content):
    return jpeg[:2] + bytes([0xFF, kind]) + struct.pack(">H", len(content) + 2) + content + jpeg[2:]


def in_other_colours():
    inks = halves(left=(255, 0, 0), right=(0, 0, 255)).convert("CMYK")
    inverted = saved(inks, "JPEG", quality=95)  # with Adobe's marker, as Photoshop writes
    adobe = inverted.index(b"\xff\xee")
    length = struct.unpack(">H", inverted[adobe + 2 : adobe + 4])[0]
    plain = saved(Image.eval(inks, lambda ink: 255 - ink), "JPEG", quality=95)
    plain = plain[:adobe] + plain[adobe + 2 + length :]
    deep = Image.new("I;16", (64, 64), 65_535)
    deep_rgb = (b"\0" + struct.pack(">HHH", *(256 * value for value in GREEN)) * 64) * 64
    clear = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    told = {"broken": b"not a profile", "cut": srgb[:200], "of another space": lab, "right": srgb}
    profiles = {
        f"profile {name}": File(saved(halves(), "JPEG", icc_profile=profile, quality=95), TAKEN, RED)
        for name, profile in told.items()
    }
    white = (255, 255, 255)
    huge = srgb + bytes(6_000_000)
    return profiles | {
        "profile of six megabytes": File(saved(halves(), "JPEG", icc_profile=huge, quality=95), TAKEN, RED),
        "cmyk as photoshop inverts it": File(inverted, TAKEN, (255, 0, 0)),
        "cmyk that nobody inverted": File(plain, TAKEN, (255, 0, 0)),
        "sixteen bits grey": File(saved(deep, "PNG"), TAKEN, white),
        "sixteen bits of colour": File(png_of(64, 64, depth=16, rows=deep_rgb), TAKEN, GREEN),
        "transparent": File(saved(clear, "PNG"), TAKEN, white),
        "transparent grey": File(saved(clear.convert("LA"), "PNG"), TAKEN, white),
        "transparent palette": File(saved(clear.quantize(), "PNG"), TAKEN, white),
        "transparent webp": File(saved(clear, "WEBP"), TAKEN, white),
        "transparent avif": File(saved(clear, "AVIF", speed=10), TAKEN, white),
        "one bit": File(saved(halves(left=white, right=(0, 0, 0), mode="1"), "PNG"), TAKEN, white),
    }


def moving():
    frames = [Image.new("RGB", (64, 64), colour) for colour in (RED, GREEN, BLUE)]
    return {
        f"moving {kind}": File(saved(frames[0], kind, save_all=True, append_images=frames[1:]), TAKEN, RED)
        for kind in ("GIF", "PNG", "WEBP", "AVIF")
    }


# ---------------------------------------------------------------- files that are two things, or tell too much


def two_in_one():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as package:
        package.writestr("evil.js", "alert(1)")
    jpeg, script = saved(halves(), "JPEG", quality=95), f"<script>alert('{SECRET}')</script>".encode()
    gif = saved(halves(mode="P"), "GIF")
    rows = (b"\0" + bytes(RED) * 64) * 64
    return {
        "jpeg and archive": File(jpeg + archive.getvalue() + SECRET.encode(), TAKEN, RED),
        "jpeg and page behind it": File(jpeg + script, TAKEN, RED),
        "jpeg and page in its comment": File(_with_segment(jpeg, 0xFE, script), TAKEN, RED),
        "jpeg and php in a segment": File(_with_segment(jpeg, 0xE7, b"<?php " + script), TAKEN, RED),
        "gif and script": File(gif + b"*/=1;" + script, TAKEN, RED),
        "png and page in its text": File(
            png_of(64, 64, _chunk(b"tEXt", b"Comment\0" + script), rows=rows), TAKEN, RED
        ),
        "webp and page behind it": File(saved(halves(), "WEBP", quality=95) + script, TAKEN, RED),
    }


IPTC = {
    25: SECRET, 80: "Đỗ Nhật Linh", 110: "Báo Vân Lĩnh", 90: "phường Cầu Mây", 55: "20260305",
    120: "Nhịp giữa được hợp long.", 116: SECRET, 118: SECRET,
}  # fmt: skip
XMP = f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:aux="http://ns.adobe.com/exif/1.0/aux/" aux:SerialNumber="{SECRET}" exif:GPSLatitude="21,35.2N"
 photoshop:City="phường Bến Lĩnh" photoshop:DateCreated="2026-03-04T07:12:00">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Cầu Bến Lĩnh 2 &amp; sông</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Nông Thanh Tùng</rdf:li></rdf:Seq></dc:creator>
<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Lương Văn Thành</rdf:li><rdf:li>Lò Thị Ươm</rdf:li></rdf:Bag>
</Iptc4xmpExt:PersonInImage></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def iptc_packet(told, encoding="utf-8"):
    """The datasets of IPTC's second record, wrapped as Photoshop's resource of a JPEG's APP13."""
    sets = b"".join(
        b"\x1c\x02"
        + bytes([number])
        + struct.pack(">H", len(words.encode(encoding)))
        + words.encode(encoding)
        for number, words in told.items()
    )
    sets += b"\0" * (len(sets) % 2)
    return b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(sets)) + sets


def camera_words():
    """EXIF with GPS, a serial number, a maker's note and a thumbnail."""
    exif = Image.Exif()
    exif[0x010E], exif[0x010F], exif[0x013B] = "Bến đò".encode(), SECRET, "Hoàng Minh Khuê".encode()
    camera = exif.get_ifd(0x8769)
    camera[0xA431], camera[0x9003], camera[0x927C] = SECRET, "2026:03:03 06:30:00", SECRET.encode() * 8
    place = exif.get_ifd(0x8825)
    place[1], place[2] = (
        "N",
        tuple(TiffImagePlugin.IFDRational(*part) for part in ((21, 1), (35, 1), (12, 1))),
    )
    place[27] = SECRET.encode()
    return exif


def talkative():
    """Everything a file can say of where, by whom and with what it was made; a growing document; a packet of noise."""
    exif = camera_words()
    thumbnail = saved(halves(), "JPEG", comment=SECRET.encode())
    whole = saved(halves(320, 200), "JPEG", exif=exif, xmp=XMP, comment=SECRET.encode(), quality=95)
    whole = _with_segment(
        _with_segment(whole, 0xED, iptc_packet(IPTC)), 0xEC, b"Ducky" + SECRET.encode() + thumbnail
    )
    laughs = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else SECRET}">' for n in range(12))
    growing = f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]><x>&x11;</x>'.encode()
    return {
        "jpeg that tells all": File(whole, TAKEN, RED),
        "png that tells all": File(saved(halves(), "PNG", exif=exif, pnginfo=_png_words()), TAKEN, RED),
        "webp that tells all": File(saved(halves(), "WEBP", exif=exif, xmp=XMP, quality=95), TAKEN, RED),
        "avif that tells all": File(
            saved(halves(), "AVIF", exif=exif, xmp=XMP, quality=95, speed=10), TAKEN, RED
        ),
        "gif with a comment": File(saved(halves(mode="P"), "GIF", comment=SECRET.encode()), TAKEN, RED),
        "xmp that grows": File(saved(halves(), "JPEG", xmp=growing, quality=95), TAKEN, RED),
        "iptc of noise": File(
            _with_segment(
                saved(halves(), "JPEG", quality=95), 0xED, b"Photoshop 3.0\x008BIM" + bytes(range(256))
            ),
            TAKEN,
            RED,
        ),
    }


def _png_words():
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Author", SECRET)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return words


# ---------------------------------------------------------------- names

NAMES = [
    "../../../etc/passwd.jpg", "..\\..\\windows\\anh.jpg", "/etc/anh.jpg", "anh.php", "anh.jpg.svg", ".htaccess",
    "<img src=x onerror=alert(1)>.jpg", "'; DROP TABLE articles_image; --.jpg", "CON.jpg", "%2e%2e%2fanh.jpg",
    "a" * 300 + ".jpg", "\u202egpj.exe", "Chợ phiên Nà Thoang.JPG", "anh\u0000.jpg", " .jpg",
]  # fmt: skip
