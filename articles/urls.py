"""The readers' addresses of articles. A section's slug comes last: fixed words are reserved (models/taxonomy.py)."""

from django.urls import path

from . import feeds, sitemaps
from .views import archive, corrections, previews, public, search, signoff
from .views.most_read import most_read

app_name = "articles"

urlpatterns = [
    path("", public.home, name="home"),
    path("chu-de/<slug:slug>/", public.topic, name="topic"),
    path("tac-gia/<slug:slug>/", public.author, name="author"),
    path("nhan-vat/<slug:slug>/", public.person, name="person"),
    path("cai-chinh/", corrections.register, name="corrections"),
    path("cai-chinh/<id:pk>/", corrections.correction, name="correction"),
    path("luu-tru/", archive.newest, name="archive"),
    path("luu-tru/doc-nhieu/", most_read, name="most_read"),
    path("luu-tru/<month:month>/", archive.month, name="archive_month"),
    path("luu-tru/<day:day>/", archive.day, name="archive_day"),
    path("tim-kiem/", search.search, name="search"),
    path("rss/", feeds.newest, name="rss"),
    path("rss/cai-chinh/", feeds.of_corrections, name="rss_corrections"),
    path("rss/chuyen-muc/<slug:slug>/", feeds.of_section, name="rss_section"),
    path("rss/chu-de/<slug:slug>/", feeds.of_topic, name="rss_topic"),
    path("rss/tac-gia/<slug:slug>/", feeds.of_author, name="rss_author"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-news.xml", sitemaps.news, name="sitemap_news"),
    path("sitemap-cau-hoi.xml", sitemaps.questions, name="sitemap_questions"),
    path("sitemap-cai-chinh.xml", sitemaps.corrections, name="sitemap_corrections"),
    path("sitemap-luu-tru.xml", archive.sitemap, name="sitemap_archive"),
    path("sitemap-<month_in_name:month>.xml", sitemaps.of_month, name="sitemap_month"),
    path("sitemap-muc-<slug:section>.xml", sitemaps.of_section, name="sitemap_section"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("xem-truoc/<str:token>/", previews.invited, name="preview"),
    path("xem-truoc/<path:rest>", previews.elsewhere),
    path("duyet-loi/<str:token>/", signoff.answers, name="sign_off"),
    path("duyet-loi/<path:rest>", signoff.elsewhere),
    path("nhe/<slug:section_slug>/<slug:slug>-<id:pk>/", public.light_article, name="light"),
    path("<slug:slug>/", public.section, name="section"),
    path("<slug:section_slug>/<slug:slug>-<id:pk>/", public.article, name="article"),
]
