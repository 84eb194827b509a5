"""Pages of the guidance. Anybody may read them, without an account."""

from __future__ import annotations

from django.urls import path

from alongside.explorer import finding, pages, rules, taking_out

app_name = "explorer"

urlpatterns = [
    path("guidance/", pages.home, name="home"),
    path("guidance/search/", finding.find, name="search"),
    path("guidance/export.json", taking_out.export_json, name="export"),
    path("guidance/export.schema.json", taking_out.schema_json, name="schema"),
    path("guidance/for/<str:key>/", pages.reader, name="reader"),
    path("guidance/by/<str:key>/", pages.actor, name="actor"),
    path("guidance/topics/<str:key>/", pages.topic, name="topic"),
    path("guidance/time-limits/", pages.limits, name="limits"),
    path("guidance/words/", pages.words, name="words"),
    path("guidance/texts/", pages.texts_page, name="texts"),
    path("guidance/texts/<str:edition_id>/", pages.text, name="text"),
    path("guidance/texts/<str:edition_id>/chapters/<int:number>/", pages.chapter, name="chapter"),
    path("guidance/texts/<str:edition_id>/at/<str:at>/", pages.paragraph, name="paragraph"),
    path("guidance/rules/", rules.rules, name="rules"),
    path("guidance/rules/to-check/", rules.rules_to_check, name="rules-to-check"),
    path("guidance/rules/<str:rule_id>/", rules.rule, name="rule"),
]
