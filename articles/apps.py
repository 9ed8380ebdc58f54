from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Bài vở"

    def ready(self):
        from . import converters  # noqa: F401  registers the <id:…> of every URL file
