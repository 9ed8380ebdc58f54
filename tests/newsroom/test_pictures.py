"""The demonstration paper's drawn pictures: every one there, well-formed, its own, and the same each time."""

from functools import cache

import pytest
from PIL import ImageChops, ImageStat

from newsroom.demo.pictures import NAMES, draw
from newsroom.demo.pictures.portraits import SITTERS, portrait

SMALL = (240, 160)

# What the demonstration stories may name.
ASKED_FOR = """
    hills-dawn hills-tea hills-mist terraces-gold river-morning river-bridge river-boats river-flood
    market-morning market-upland market-night factory-dusk factory-line construction-bridge classroom-morning
    school-yard school-upland library-reading hospital-corridor clinic-village festival-lanterns festival-field
    festival-drum weaving-loom stadium-evening run-hills village-road solar-roof lake-fishing street-rain
    orchard-orange
""".split()

pytestmark = pytest.mark.only_on("sqlite")


@cache
def small(name):
    return draw(name, SMALL)


def difference(a, b):
    """The mean distance of two pictures' pixels, over all channels, 0..255."""
    return sum(ImageStat.Stat(ImageChops.difference(a, b)).mean) / 3


def test_the_names_are_those_the_stories_use_each_once():
    assert sorted(NAMES) == sorted(ASKED_FOR)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_has_the_size_asked_for_and_is_rgb(name):
    picture = small(name)
    assert picture.size == SMALL
    assert picture.mode == "RGB"


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_has_light_and_dark_in_it(name):
    deviation = ImageStat.Stat(small(name).convert("L")).stddev[0]
    assert deviation > 15, "a sheet this even shows nothing"


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_the_same_each_time(name):
    assert draw(name, SMALL).tobytes() == small(name).tobytes()


def test_no_two_pictures_are_alike():
    blurred = {name: small(name).resize((24, 16)) for name in NAMES}
    pairs = [(a, b) for i, a in enumerate(NAMES) for b in NAMES[i + 1 :]]
    closest = min(pairs, key=lambda pair: difference(blurred[pair[0]], blurred[pair[1]]))
    assert difference(blurred[closest[0]], blurred[closest[1]]) > 12, f"{closest} look alike from afar"


@pytest.mark.parametrize("size", [(160, 160), (300, 100), (90, 200), (1, 1)])
def test_another_shape_is_cut_not_squeezed(size):
    picture = draw("river-bridge", size)
    assert picture.size == size
    assert picture.mode == "RGB"


def test_a_square_is_the_middle_of_the_whole():
    square, whole = draw("school-yard", (160, 160)), small("school-yard").crop((40, 0, 200, 160))
    squeezed = small("school-yard").resize((160, 160))
    square, whole, squeezed = (picture.resize((20, 20)) for picture in (square, whole, squeezed))
    assert difference(square, whole) < 4 < difference(square, squeezed)


def test_the_whole_sheet_is_as_large_as_a_newspaper_needs():
    assert draw("hills-mist").size == (1600, 1067)


def test_an_unknown_name_is_refused():
    with pytest.raises(KeyError):
        draw("hills-at-noon")


@pytest.mark.parametrize("size", [(0, 100), (100, 0), (-3, 20)])
def test_a_size_without_area_is_refused(size):
    with pytest.raises(ValueError):
        draw("hills-dawn", size)


# ---------------------------------------------------------------- portraits


@cache
def face(name):
    return portrait(name, 96)


@pytest.mark.parametrize("name", SITTERS)
def test_a_portrait_is_a_square_with_somebody_in_it_the_same_each_time(name):
    picture = face(name)
    assert (picture.size, picture.mode) == ((96, 96), "RGB")
    assert portrait(name, 96).tobytes() == picture.tobytes()
    middle, corner = picture.getpixel((48, 46)), picture.getpixel((6, 6))
    assert sum(abs(a - b) for a, b in zip(middle, corner, strict=True)) > 40, "the face stands out from the wall"


def test_no_two_people_look_alike():
    small = {name: face(name).resize((24, 24)) for name in SITTERS}
    pairs = [(a, b) for a in small for b in small if a < b]
    closest = min(pairs, key=lambda pair: difference(small[pair[0]], small[pair[1]]))
    assert difference(small[closest[0]], small[closest[1]]) > 12, f"{closest} look alike"
