import pytest
from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import connection, models
from django.db.models.sql import UpdateQuery
from django.test.utils import isolate_apps

from articles.richtext.fields import RichTextField, RichTextFormField
from articles.richtext.widget import NewsEditor

HOSTILE = "<p onclick=x>Tie\u0302\u0301ng&nbsp;Việt</p><script>x</script><p></p>"
CLEAN = "<p>Tiếng Việt</p>"


@pytest.fixture
def story_class():
    with isolate_apps("articles"):

        class Story(models.Model):
            body = RichTextField("nội dung")

            class Meta:
                app_label = "articles"

            def __str__(self):
                return self.body

        yield Story


@pytest.fixture
def form_field(story_class):
    return story_class._meta.get_field("body").formfield()


def test_saving_stores_clean_text_and_leaves_it_on_the_object(story_class):
    story = story_class(body=HOSTILE)
    field = story_class._meta.get_field("body")
    assert field.pre_save(story, add=True) == CLEAN
    assert story.body == CLEAN


def test_validating_cleans_so_that_an_empty_paragraph_is_nothing(story_class):
    story = story_class(body=HOSTILE)
    story.clean_fields(exclude=["id"])
    assert story.body == CLEAN
    with pytest.raises(forms.ValidationError):
        story_class(body="<p>&nbsp;</p>").clean_fields(exclude=["id"])


def test_update_of_many_rows_stores_clean_text(story_class):
    query = story_class._base_manager.all().query.chain(UpdateQuery)
    query.add_update_values({"body": HOSTILE})
    _sql, parameters = query.get_compiler(connection=connection).as_sql()
    assert parameters == (CLEAN,)


def test_an_expression_in_an_update_is_left_alone(story_class):
    query = story_class._base_manager.all().query.chain(UpdateQuery)
    query.add_update_values({"body": models.functions.Upper("body")})
    sql, _parameters = query.get_compiler(connection=connection).as_sql()
    assert "UPPER" in sql


def test_looking_for_words_does_not_make_paragraphs_of_them(story_class):
    query = story_class._base_manager.filter(body__contains="mưa lũ").query
    _sql, parameters = query.get_compiler(connection=connection).as_sql()
    assert parameters == ("%mưa lũ%",)


def test_migrations_name_the_field_and_nothing_of_the_editor(story_class):
    _name, path, arguments, options = story_class._meta.get_field("body").deconstruct()
    assert path == "articles.richtext.fields.RichTextField"
    assert (arguments, options) == ([], {"verbose_name": "nội dung"})


def test_the_form_gets_the_editor_even_where_the_admin_offers_its_text_area(story_class):
    field = story_class._meta.get_field("body")
    assert isinstance(field.formfield(widget=AdminTextareaWidget).widget, NewsEditor)
    assert isinstance(field.formfield().widget, NewsEditor)
    assert isinstance(field.formfield(), RichTextFormField)


def test_a_form_hands_out_clean_text(form_field):
    assert form_field.clean(HOSTILE) == CLEAN


def test_a_form_counts_an_empty_paragraph_as_nothing_typed(form_field):
    with pytest.raises(forms.ValidationError):
        form_field.clean("<p>&nbsp;</p>\n")


def test_the_editors_own_layout_of_the_same_text_is_no_change(form_field):
    figure = '<figure data-image-id="3">{0}<figcaption>Ba</figcaption>{0}</figure>'
    stored = '<p>Một <a href="/x" rel="noopener noreferrer">hai</a></p>' + figure.format("")
    sent = '<p>Một&nbsp;<a href="/x">hai</a></p>\n\n' + figure.format("\n") + "\n"
    assert not form_field.has_changed(stored, sent)
    assert not form_field.has_changed(None, "<p>&nbsp;</p>")
    assert form_field.has_changed(stored, sent.replace("hai", "ba"))
    assert form_field.has_changed(stored, sent.replace('"3"', '"4"'))
