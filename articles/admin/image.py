"""The library of pictures: upload, what awaits its file, and what the editor asks for."""

from django import forms
from django.contrib import admin, messages
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import re_path, reverse
from django.utils.html import format_html

from .. import custody, renditions, sealing, uploads
from ..models import Author, Image, Person
from . import picture_batch, picture_choosing, picture_in_place, picture_upload
from .desk import DeskAdmin
from .picture_filters import FILTERS
from .picture_uses import uses_of
from .picture_words import WORDS, PictureWordsForm

PLACEHOLDER = "css/admin/thieu-anh.svg"
SEALED_WORDS = "Ảnh niêm phong cùng bài đã gỡ: trang báo không còn tệp này. Có bài dùng ảnh được đăng thì ảnh hiện lại."
THUMBNAIL_WIDTH = 400
MEASURE = 800  # of a text as it is written; ?rong=800


def thumbnail_url(image, width=THUMBNAIL_WIDTH):
    """The address of the rendition of this picture next to this width, or of the drawing that says it is missing.

    Of a sealed one: of the view that gives a copy to those who may see it.
    """
    if image.is_missing:
        return static(PLACEHOLDER)
    if image.is_sealed():
        return reverse("admin:articles_image_thumbnail", args=[image.pk])
    steps = renditions.ladder(image.width)
    width = next((step for step in steps if step >= width), steps[-1])
    return image.file.storage.url(renditions.rendition_name(image.file.name, width))


class ImageForm(PictureWordsForm):
    """`upload` becomes the picture: taken in while the form is validated: not every file is one."""

    upload = forms.FileField(label="Tệp ảnh", required=False)

    class Meta(PictureWordsForm.Meta):
        fields = [*WORDS, "focus_x", "focus_y"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "upload" not in self.fields:
            return  # shown to somebody who may only look
        field = self.fields["upload"]
        field.required = self.instance.pk is None
        field.error_messages["required"] = "Hãy chọn tệp ảnh."
        field.widget.attrs["accept"] = "image/jpeg,image/png,image/webp,image/avif,image/gif"
        megabytes = renditions.MAX_BYTES // (1024 * 1024)
        field.help_text = f"JPEG, PNG, WebP, AVIF hoặc GIF, nặng không quá {megabytes} MB."
        if not self.instance.is_missing:
            field.help_text += " Tệp mới thay cho tệp đang dùng, ở mọi nơi dùng ảnh này."

    def _post_clean(self):
        super()._post_clean()
        upload = self.cleaned_data.get("upload")
        if upload and not self.errors:
            try:
                with transaction.atomic():
                    # One byte more than allowed is enough to be refused for its size.
                    raw = upload.read(renditions.MAX_BYTES + 1)
                    uploads.receive(self.instance, raw, source_name=upload.name)
            except (renditions.PictureError, uploads.Duplicate) as refused:
                self.add_error("upload", str(refused))
            except IntegrityError:
                self.add_error("upload", "Ảnh này vừa được người khác đưa vào kho. Hãy chọn ảnh ấy.")


@admin.register(Image)
class ImageAdmin(DeskAdmin):
    form = ImageForm
    list_display = ["name"]
    list_filter = FILTERS
    list_per_page = 60
    actions = [picture_batch.edit_words]
    search_fields = ["caption", "alt", "credit"]
    folded_search = "folded"
    ordering = ["-id"]
    readonly_fields = ["picture", "source_name"]
    view_on_site = False

    class Media:
        css = {"all": ["css/admin/pictures.css"]}
        js = ["js/admin/picture-upload.js", "js/admin/focus-point.js"]

    def get_fields(self, request, obj=None):
        shown = ["picture", *(["source_name"] if obj.source_name else [])] if obj else []
        upload = ["upload"] if obj is None or self.has_change_permission(request, obj) else []
        seen = ["seen"] if upload else []
        words = ["caption", "alt", "credit", "people", ("place", "taken_on"), ("focus_x", "focus_y")]
        return [*shown, *upload, *words, *seen]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context["uses"] = uses_of(obj, request.user)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_object(self, request, object_id, from_field=None):
        image = super().get_object(request, object_id, from_field)
        if image and request.method == "POST" and not request.path.endswith("/delete/"):
            # The second saver waits here until the first is done, and then hears of it.
            image.refresh_from_db(from_queryset=Image.objects.select_for_update())
        return image

    @admin.display(description="chú thích", ordering="caption")
    def name(self, image):
        return str(image)

    @admin.display(description="ảnh hiện có")
    def picture(self, image):
        if image.is_missing:
            return format_html('<span class="state missing">{}</span>', "thiếu ảnh")
        if image.is_sealed():
            return format_html('<img class="picture" src="{}" alt=""><p>{}</p>', thumbnail_url(image), SEALED_WORDS)
        return format_html(
            '<focus-point><img class="picture" src="{}" width="{}" height="{}" alt="{}"></focus-point>',
            image.file.url,
            image.width,
            image.height,
            image.alt,
        )

    # Who may: the stories that show the picture say so

    def get_queryset(self, request):
        return super().get_queryset(request).filter(custody.visible_pictures(request.user))

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request) and (obj is None or custody.may_change(request.user, obj))

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)
        try:
            sealing.recrop(obj)
        except sealing.NotSettled as trouble:
            messages.warning(request, f"Tâm điểm đã lưu, nhưng chưa cắt lại được ảnh: {trouble}.")
        if change and form.has_changed():
            custody.record_changes(obj, by=request.user, note=f"sửa ảnh {obj.pk} trong kho")

    def delete_model(self, request, obj):
        uploads.discard(obj)

    def delete_queryset(self, request, queryset):
        for image in queryset:
            uploads.discard(image)

    def get_deleted_objects(self, objs, request):
        """A picture in a text is in use, and a portrait; the database knows of those that lead a story alone."""
        to_delete, counts, lacking, protected = super().get_deleted_objects(objs, request)
        for image in objs:
            in_text = image.shown_in.exclude(lead_image=image)
            protected += [f"Bài: {article}" for article in in_text[:10]]
            faces = [*Author.objects.filter(portrait=image), *Person.objects.filter(portrait=image)]
            protected += [f"Chân dung: {one}" for one in faces]
        # Where it is in use, that is the reason; whether one might delete its articles is not the question.
        return to_delete, counts, set() if protected else lacking, protected

    def get_urls(self):
        thumbnail = self.admin_site.admin_view(self.thumbnail_view)
        json = self.admin_site.admin_view(self.json_view)
        return [
            re_path("^(?P<pk>[0-9]{1,18})/nho/$", thumbnail, name="articles_image_thumbnail"),
            re_path("^(?P<pk>[0-9]{1,18})/json/$", json, name="articles_image_json"),
            *picture_upload.addresses(self),
            *picture_choosing.addresses(self),
            *picture_batch.addresses(self),
            *picture_in_place.addresses(self),
            *super().get_urls(),
        ]

    def thumbnail_view(self, request, pk):
        """The small picture of an image of the library, for the editor."""
        image = self._image_or_404(request, pk)
        width = MEASURE if request.GET.get("rong") == str(MEASURE) else THUMBNAIL_WIDTH
        if not image.is_sealed():
            return redirect(thumbnail_url(image, width))
        try:
            return HttpResponse(sealing.desk_copy(image, width), content_type="image/webp")
        except sealing.NotSettled:
            return redirect(static(PLACEHOLDER))

    def json_view(self, request, pk):
        """What the editor wants to know of an image: {id, caption, alt, credit, url}."""
        image = self._image_or_404(request, pk)
        return JsonResponse(picture_upload.facts(image))

    def _image_or_404(self, request, pk):
        image = self.get_queryset(request).filter(pk=pk).first()
        if image is None or not self.has_view_permission(request, image):
            raise Http404
        return image
