"""The readers' door and its rules."""

from django.urls import path

from . import views

app_name = "comments"

urlpatterns = [
    path("binh-luan/<id:pk>/", views.comments, name="comments"),
    path("binh-luan/<id:pk>/da-gui/", views.sent, name="sent"),
    path("binh-luan/<id:pk>/thich/", views.like, name="like"),
    path("binh-luan/<id:pk>/y-kien/<id:number>/", views.one_comment, name="comment"),
    path("binh-luan/<id:pk>/bao-cao/<id:number>/", views.report, name="report"),
    path("binh-luan/<id:pk>/bao-cao/da-gui/", views.reported, name="reported"),
    path("cau-hoi/<id:pk>/", views.questions, name="questions"),
    path("cau-hoi/<id:pk>/da-gui/", views.question_sent, name="question_sent"),
    path("quy-dinh-binh-luan/", views.rules, name="rules"),
]
