"""The words of Django that its own Vietnamese catalogue lacks, and a few it has that the desk says better.

A table in the source instead of a compiled catalogue: a fresh machine has no gettext tools. supply() lays it over
Django's translation, once, when the admin is loaded.
"""

from gettext import NullTranslations

from django.contrib.admin.templatetags import admin_list
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import trans_real

LANGUAGE = "vi"

WORDS = {
    # The frame of every page
    "Skip to main content": "Đến thẳng nội dung",
    "Breadcrumbs": "Đường dẫn trang",
    "Home": "Bàn làm việc",
    "Toggle theme (current theme: auto)": "Đổi màu nền (đang theo máy)",
    "Toggle theme (current theme: light)": "Đổi màu nền (đang sáng)",
    "Toggle theme (current theme: dark)": "Đổi màu nền (đang tối)",
    "Toggle navigation": "Mở hoặc đóng danh mục",
    "Sidebar": "Danh mục",
    "Filter navigation items": "Lọc danh mục",
    "Start typing to filter…": "Gõ để lọc…",
    "Model name": "Mục",
    "Add link": "Thêm",
    "Change or view list link": "Xem danh sách",
    "Error:": "Có lỗi:",
    "Messages": "Thông báo",
    "Forgotten your login credentials?": "Quên mật khẩu?",
    "Add": "Thêm",
    "Change": "Sửa",
    "Log out": "Đăng xuất",
    # Lists
    "Action:": "Với các dòng đã chọn:",
    "0 of %(cnt)s selected": "Đã chọn 0 trong %(cnt)s dòng",
    "Go": "Thực hiện",
    " By %(filter_title)s ": "Theo %(filter_title)s",
    "Show counts": "Hiện số lượng",
    "Hide counts": "Ẩn số lượng",
    "Select %s": "Chọn %s",
    "Select %s to change": "Danh sách %s",
    "Select %s to view": "Danh sách %s",
    "Add %s": "Thêm %s",
    "Add %(name)s": "Thêm %(name)s",
    "Change %s": "Sửa %s",
    "View %s": "Xem %s",
    "Select this object for an action - {}": "Chọn dòng này: {}",
    "Select all objects on this page for an action": "Chọn mọi dòng của trang này",
    "Items must be selected in order to perform actions on them. No items have been changed.": (
        "Hãy chọn ít nhất một dòng. Chưa có gì thay đổi."
    ),
    # Forms
    "You may edit it again below.": "",
    "The {name} “{obj}” was added successfully. You may add another {name} below.": (
        "Đã lưu {name}: {obj}. Bạn có thể thêm tiếp ở dưới."
    ),
    "The {name} “{obj}” was added successfully.": "Đã lưu {name}: {obj}.",
    "The {name} “{obj}” was changed successfully. You may edit it again below.": "Đã lưu {name}: {obj}.",
    "The {name} “{obj}” was changed successfully. You may add another {name} below.": (
        "Đã lưu {name}: {obj}. Bạn có thể thêm tiếp ở dưới."
    ),
    "The {name} “{obj}” was changed successfully.": "Đã lưu {name}: {obj}.",
    "View selected %(model)s": "Xem %(model)s đã chọn",
    "Deleting %(class_name)s %(instance)s would require deleting the following protected related objects: "
    "%(related_objects)s": (
        "Chưa xóa được %(class_name)s “%(instance)s” vì còn được dùng ở: %(related_objects)s"
    ),
    "%(class_name)s %(instance)s": "%(class_name)s “%(instance)s”",
    "Constraint “%(name)s” is violated.": "Trái quy tắc “%(name)s”.",
    "The inline value did not match the parent instance.": "Dòng này không thuộc trang đang sửa.",
    "“%(pk)s” is not a valid value.": "“%(pk)s” không hợp lệ.",
    "Enter a complete value.": "Hãy điền đủ.",
    "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.": (
        "Địa chỉ chỉ gồm chữ không dấu, chữ số, gạch dưới và gạch nối."
    ),
    "Null characters are not allowed.": "Có ký tự không dùng được.",
    "%(model)s instance with %(field)s %(value)r is not a valid choice.": (
        "Không có %(model)s nào mang %(field)s %(value)r."
    ),
    "%(datetime)s couldn’t be interpreted in time zone %(current_timezone)s; it may be ambiguous or it may not "
    "exist.": "Không hiểu thời điểm %(datetime)s theo múi giờ %(current_timezone)s.",
    "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. You may need to "
    "file a bug report if the issue persists.": "Biểu mẫu gửi đến thiếu %(field_names)s. Hãy mở lại trang và thử lại.",
    "That page number is not an integer": "Số trang phải là số nguyên",
    "That page number is less than 1": "Số trang phải từ 1",
    "That page contains no results": "Trang này không có gì",
    # Accounts
    "Email": "Thư điện tử",
    "Email address:": "Thư điện tử:",
    "email address": "thư điện tử",
    "We’ve emailed you instructions for setting your password, if an account exists with the email you entered. You "
    "should receive them shortly.": (
        "Nếu có tài khoản mang địa chỉ ấy, thư hướng dẫn đặt mật khẩu sẽ đến trong ít phút."
    ),
    "If you don’t receive an email, please make sure you’ve entered the address you registered with, and check your "
    "spam folder.": "Nếu không thấy thư, hãy xem lại địa chỉ đã điền và hộp thư rác.",
    "Forgotten your password? Enter your email address below, and we’ll email instructions for setting a new one.": (
        "Hãy điền địa chỉ thư điện tử của tài khoản; thư hướng dẫn đặt mật khẩu mới sẽ được gửi đến đó."
    ),
    "Password reset unsuccessful": "Địa chỉ đặt lại mật khẩu không dùng được",  # Django's own says it was
    "The password reset link was invalid, possibly because it has already been used.  Please request a new password "
    "reset.": "Địa chỉ này đã hết hạn hoặc đã được dùng. Mật khẩu vẫn như cũ.",
    "superuser status": "quyền quản trị cao nhất",
    "Set password": "Đặt mật khẩu",
    "Set password: %s": "Đặt mật khẩu: %s",
    "Reset password": "Đặt lại mật khẩu",
    "Raw passwords are not stored, so there is no way to see the user’s password.": (
        "Mật khẩu không được lưu nguyên văn nên không ai xem lại được."
    ),
    "Password-based authentication": "Đăng nhập bằng mật khẩu",
    "Whether the user will be able to authenticate using a password or not. If disabled, they may still be able to "
    "authenticate using other backends, such as Single Sign-On or LDAP.": (
        "Tài khoản có đăng nhập bằng mật khẩu được không."
    ),
    "Enabled": "Có",
    "Disabled": "Không",
    "Enable password-based authentication": "Cho đăng nhập bằng mật khẩu",
    "Disable password-based authentication": "Thôi đăng nhập bằng mật khẩu",
    "Enable password-based authentication for this user by setting a password.": (
        "Đặt mật khẩu để tài khoản này đăng nhập được."
    ),
    "This action will <strong>enable</strong> password-based authentication for this user.": (
        "Sau bước này tài khoản <strong>đăng nhập được</strong> bằng mật khẩu."
    ),
    "Password-based authentication was disabled.": "Tài khoản không đăng nhập bằng mật khẩu được nữa.",
    "Conflicting form data submitted. Please try again.": "Biểu mẫu gửi đến mâu thuẫn. Hãy thử lại.",
    "After you’ve created a user, you’ll be able to edit more user options.": (
        "Lập tài khoản xong, bạn sẽ điền tiếp họ tên, thư điện tử và vai trò."
    ),
    "Designates that this user has all permissions without explicitly assigning them.": (
        "Có mọi quyền, không cần giao từng vai trò."
    ),
    "Designates whether this user should be treated as active. Unselect this instead of deleting accounts.": (
        "Bỏ chọn để khóa tài khoản; đừng xóa tài khoản."
    ),
    "The groups this user belongs to. A user will get all permissions granted to each of their groups.": (
        "Vai trò quyết định tài khoản được làm gì."
    ),
    "Designates whether the user can log into this admin site.": "Được đăng nhập vào bàn làm việc.",
    "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.": (
        "Tên đăng nhập chỉ gồm chữ, chữ số và các dấu @ . + - _"
    ),
    "Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.": (
        "Không quá 150 ký tự: chữ, chữ số và các dấu @ . + - _"
    ),
    "Please enter the correct %(username)s and password for a staff account. Note that both fields may be "
    "case-sensitive.": "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy để ý chữ hoa, chữ thường.",
    "Please enter a correct %(username)s and password. Note that both fields may be case-sensitive.": (
        "Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy để ý chữ hoa, chữ thường."
    ),
    "variety": "kiểu",
    "version": "phiên bản",
    "memory cost": "bộ nhớ",
    "time cost": "số vòng",
    "parallelism": "số luồng",
    # Forged or expired forms
    "Forbidden": "Không được phép",
    "CSRF verification failed. Request aborted.": "Trang đã để quá lâu hoặc mở từ nơi khác. Hãy tải lại rồi gửi lại.",
}

# For any number: Vietnamese has one form.
COUNTED = {
    "Please correct the error below.": "Chưa lưu được: hãy sửa chỗ được đánh dấu dưới đây.",
    "This password is too short. It must contain at least %d character.": "Mật khẩu cần có ít nhất %d ký tự.",
    "entry": "mục",
    "Please submit at most %(num)d form.": "Không gửi quá %(num)d dòng.",
    "Please submit at least %(num)d form.": "Hãy gửi ít nhất %(num)d dòng.",
}

# What the admin's scripts say; a list where it counts something.
SCRIPTS = {
    "%(sel)s of %(cnt)s selected": ["Đã chọn %(sel)s trong %(cnt)s dòng"],
    "%s selected option not visible": ["%s mục đã chọn không hiện ra"],
    "(click to clear)": "(bấm để bỏ chọn)",
    'Choose %s by selecting them and then select the "Choose" arrow button.': "Đánh dấu %s rồi bấm mũi tên “Chọn”.",
    "Choose all %s": "Chọn mọi %s",
    "Choose selected %s": "Chọn %s đã đánh dấu",
    'Remove %s by selecting them and then select the "Remove" arrow button.': "Đánh dấu %s rồi bấm mũi tên “Bỏ”.",
    "Remove all %s": "Bỏ mọi %s",
    "Remove selected %s": "Bỏ %s đã đánh dấu",
    "Type into this box to filter down the list of available %s.": "Gõ để lọc %s có sẵn.",
    "Type into this box to filter down the list of selected %s.": "Gõ để lọc %s đã chọn.",
    "Monday": "thứ Hai",
    "Tuesday": "thứ Ba",
    "Wednesday": "thứ Tư",
    "Thursday": "thứ Năm",
    "Friday": "thứ Sáu",
    "Saturday": "thứ Bảy",
    "Sunday": "Chủ nhật",
    "You have selected an action, and you haven’t made any changes on individual fields. You’re probably looking for "
    "the Go button rather than the Save button.": "Bạn đã chọn một việc nhưng chưa sửa gì: hãy bấm “Thực hiện”.",
    "You have selected an action, but you haven’t saved your changes to individual fields yet. Please click OK to "
    "save. You’ll need to re-run the action.": "Chữ vừa sửa chưa lưu. Hãy lưu trước, rồi chọn lại việc cần làm.",
    "You have unsaved changes on individual editable fields. If you run an action, your unsaved changes will be "
    "lost.": "Chữ vừa sửa chưa lưu sẽ mất nếu bạn làm việc này.",
}


def _one_form(number):
    return 0


class _Table(NullTranslations):
    """The tables above in the shape in which gettext keeps a catalogue."""

    def __init__(self):
        super().__init__()
        self._catalog = WORDS | {(singular, 0): words for singular, words in COUNTED.items()}
        self.plural = _one_form


ANSWERS = {True: ("yes", "Có"), False: ("no", "Không"), None: ("unknown", "Chưa rõ")}


def answer_icon(value):
    """The admin's picture for a yes or no. Django names it by Python's words, and leaves no other door."""
    icon, words = ANSWERS[value]
    return format_html('<img src="{}" alt="{}">', static(f"admin/img/icon-{icon}.svg"), words)


def supply():
    """Lay the table over Django's Vietnamese translation; harmless when repeated."""
    admin_list._boolean_icon = answer_icon
    trans_real.translation(LANGUAGE).merge(_Table())
