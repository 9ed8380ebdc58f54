"""What an article still lacks before readers may see it."""

from django.conf import settings
from django.utils import timezone

from .consent import unsigned
from .models import Image
from .picture_words import fault_of_alt
from .richtext.sanitizer import figures
from .story_templates import holds_prompt

NO_FILE = "còn thiếu tệp."


class Problem(str):
    """A sentence for the desk. field: the part of the writing screen where it is mended, by its name in the form."""

    def __new__(cls, sentence, field):
        problem = super().__new__(cls, sentence)
        problem.field = field
        return problem


def publishing_problems(article):
    """What an article still lacks before readers may see it: a list of Problems, empty when it is complete."""
    return [*_of_words(article), *_of_pictures(article), *_of_hours(article)]


def _of_words(article):
    if not article.standfirst:
        yield Problem("Chưa có sapo.", "standfirst")
    if not article.bylines.exists():
        yield Problem("Chưa có người ký tên.", "bylines")
    exchanges = list(article.exchanges.with_speakers()) if article.is_interview else []
    if article.is_interview:
        yield from _of_exchanges(article, exchanges)
    elif not article.body:
        yield Problem("Chưa có nội dung.", "body")
    yield from _of_prompts(article, exchanges)
    if article.unplaced:
        yield Problem("Còn đoạn trong bản gốc chưa xếp vào bài.", "unplaced")


def _of_prompts(article, exchanges):
    """What a template asked for and nobody has written: told once, at the first place."""
    places = (
        *((name, holds_prompt(getattr(article, name))) for name in ("kicker", "headline", "standfirst", "dateline")),
        ("body", holds_prompt(article.body, rich=True)),
        ("exchanges", any(holds_prompt(one.question) or holds_prompt(one.answer, rich=True) for one in exchanges)),
        ("lead_image", holds_prompt(article.lead_caption)),
    )
    for field, prompted in places:
        if prompted:
            yield Problem("Còn chữ gợi ý của mẫu trong bài.", field)
            return


def _of_exchanges(article, exchanges):
    if not any(exchange.question and exchange.answer for exchange in exchanges):
        yield Problem("Bài phỏng vấn chưa có lượt hỏi – đáp nào.", "exchanges")
    if any(exchange.answer and not exchange.answered_by_id for exchange in exchanges):
        yield Problem("Có câu trả lời chưa ghi người trả lời.", "exchanges")
    if unanswered := sum(exchange.awaits_answer for exchange in exchanges):
        yield Problem(f"{unanswered} câu hỏi của bạn đọc chưa có câu trả lời.", "exchanges")
    if settings.REQUIRE_SIGN_OFF:
        for guest in unsigned(article):
            yield Problem(f"{guest.speaker} chưa duyệt lời.", "sign-off")


def _of_pictures(article):
    """What the pictures lack, each told once; where it is mended is where the first of them stands."""
    for sentence, places in _lacking(article).items():
        if places:
            yield Problem(f"{len(set(places))} ảnh {sentence}", places[0][0])


def _lacking(article):
    """{what is wrong: [(field, image id), …]} of the uses of pictures, in reading order."""
    answers = article.exchanges.values_list("answer", flat=True)
    texts = [("body", article.body), *(("exchanges", answer) for answer in answers)]
    uses = [("lead_image", article.lead_image_id, article.lead_caption)] if article.lead_image_id else []
    uses += [(field, number, caption) for field, text in texts for number, caption in figures(text)]
    images = Image.objects.in_bulk({number for _, number, _ in uses}) if uses else {}
    lacking = {NO_FILE: []}
    for field, number, caption in uses:
        image = images.get(number)
        if image is not None:
            for sentence in _wrong(image, caption or image.caption, article.headline):
                lacking.setdefault(sentence, []).append((field, number))
    return lacking


def _wrong(image, caption, headline):
    if not image.file:
        yield NO_FILE
        return
    needs = settings.PICTURE_NEEDS
    if "credit" in needs and not image.credit:
        yield "chưa ghi nguồn."
    if "caption" in needs and not caption:
        yield "chưa có chú thích."
    if "alt" in needs and not image.alt:
        yield "chưa có mô tả cho người không nhìn thấy ảnh."
    if fault_of_alt(image.alt, headlines=[headline]):
        yield "có mô tả chép lại tít hoặc không tả gì."


def _of_hours(article):
    if article.unpublish_at and article.unpublish_at <= timezone.now():
        yield Problem("Thời điểm hạ bài đã qua: đăng lên bạn đọc cũng không thấy.", "unpublish_at")
