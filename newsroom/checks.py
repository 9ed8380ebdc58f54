"""System checks with ids: what the law and the reader expect of a paper's settings."""

from django.conf import settings
from django.core.checks import Tags, Warning, register

IMPRINT = {
    "governing_body": "PAPER_GOVERNING_BODY",
    "licence": "PAPER_LICENCE",
    "address": "PAPER_ADDRESS",
    "phone": "PAPER_PHONE",
    "email": "PAPER_EMAIL",
    "editor_in_chief": "PAPER_EDITOR_IN_CHIEF",
}


@register(Tags.security, deploy=True)
def imprint_is_complete(app_configs, **kwargs):
    """newsroom.W001: the press law wants these lines under every page."""
    missing = [variable for field, variable in IMPRINT.items() if not settings.PAPER[field]]
    if not missing:
        return []
    return [
        Warning(
            f"Chân trang báo còn thiếu: {', '.join(missing)}.",
            hint="Luật Báo chí đòi tên cơ quan chủ quản, giấy phép, địa chỉ, điện thoại, thư điện tử, người đứng đầu.",
            id="newsroom.W001",
        )
    ]
