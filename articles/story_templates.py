"""Stories begun from a template: what stands in the form before the first word is typed. (“Viết bài từ mẫu”.)

Prompts stand in square brackets behind “Gợi ý:”; what still holds one is not published (readiness.py).
"""

import re
from dataclasses import dataclass, field

from .models import Kind
from .richtext.sanitizer import plain

_PROMPT = re.compile(r"\[\s*Gợi ý\s*:", re.IGNORECASE)


@dataclass(frozen=True)
class StoryTemplate:
    """name: as the desk offers it. body: (heading or "", prompts) in order. questions: of an interview, as prompts."""

    name: str
    kicker: str
    standfirst: str
    body: tuple[tuple[str, tuple[str, ...]], ...] = ()
    kind: str = Kind.STORY
    questions: tuple[str, ...] = field(default=())

    @property
    def initial(self) -> dict[str, str]:
        """The first values of the article's form."""
        html = "".join(
            (f"<h2>{heading}</h2>" if heading else "") + "".join(f"<p>{_prompt(one)}</p>" for one in prompts)
            for heading, prompts in self.body
        )
        return {"kicker": self.kicker, "standfirst": _prompt(self.standfirst), "body": html}

    @property
    def exchanges(self) -> list[dict[str, str]]:
        """The first values of the rows of questions; a row nobody touches is not saved."""
        return [{"asked_by": "PV", "question": _prompt(question)} for question in self.questions]


def _prompt(words: str) -> str:
    return f"[Gợi ý: {words}]"


TEMPLATES = {
    "tin-van": StoryTemplate(
        name="Tin vắn",
        kicker="Tin vắn",
        standfirst="một câu gọn: ai, việc gì, ở đâu, khi nào",
        body=(
            (
                "",
                (
                    "diễn biến chính, hai ba câu",
                    "kết quả, con số, người phụ trách nói gì",
                    "việc tiếp theo, hoặc một câu nhắc lại bối cảnh",
                ),
            ),
        ),
    ),
    "phong-van": StoryTemplate(
        name="Phỏng vấn",
        kind=Kind.INTERVIEW,
        kicker="Đối thoại",
        standfirst="vì sao hỏi chuyện lúc này; khách mời là ai, giữ chức vụ gì",
        body=(("", ("bối cảnh cuộc trò chuyện, nếu cần; không cần thì xóa",)),),
        questions=(
            "câu mở đầu: chuyện gì đang diễn ra, khách mời nhìn nhận ra sao",
            "câu đi vào chỗ khó: nguyên nhân, trách nhiệm, con số",
            "câu khép lại: việc sắp tới, điều người dân được biết, được làm",
        ),
    ),
    "phan-anh": StoryTemplate(
        name="Phản ánh",
        kicker="Bạn đọc phản ánh",
        standfirst="người dân phản ánh việc gì, ở đâu, từ bao giờ, ảnh hưởng tới ai",
        body=(
            ("Diễn biến", ("phóng viên thấy gì tại chỗ; mốc thời gian, con số, giấy tờ đã xem",)),
            ("Ý kiến các bên", ("người phản ánh nói gì", "bên bị phản ánh nói gì; chưa đáp thì ghi đã hỏi lúc nào")),
            ("Cơ quan chức năng nói gì", ("cơ quan nào, ai trả lời, căn cứ vào đâu, hẹn giải quyết khi nào",)),
        ),
    ),
}  # fmt: skip
_HEADINGS = "|".join(re.escape(heading) for one in TEMPLATES.values() for heading, _ in one.body if heading)
# A heading of a template under which nobody wrote anything.
_BARE_HEADING = re.compile(rf"<h([23])>(?:{_HEADINGS})</h\1>\s*(?=<h[23]>|$)")


def holds_prompt(text: str, *, rich: bool = False) -> bool:
    """Whether a text still says what a template only asked for. rich: it is stored rich text."""
    if rich:
        # Most stories hold no bracket at all, and are not read twice for it.
        return bool(_BARE_HEADING.search(text) or ("[" in text and _PROMPT.search(plain(text, captions=True))))
    return bool(_PROMPT.search(text))
