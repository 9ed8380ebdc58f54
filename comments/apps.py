from django.apps import AppConfig


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = "Ý kiến bạn đọc"

    def ready(self):
        from articles import surfaces

        from .surfaces import pages_of_thread

        surfaces.FURTHER.append(pages_of_thread)
