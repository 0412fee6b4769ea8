"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.steering.experiments import views as experiments
from custrata.web.steering.goals import views as goals
from custrata.web.steering.maturity import views as maturity
from custrata.web.steering.pitfalls import views as pitfalls
from custrata.web.steering.reviews import meetings
from custrata.web.steering.reviews import views as reviews
from custrata.web.steering.scorecard import views as scorecard

urlpatterns: list[URLPattern | URLResolver] = [
    path("goals/", goals.goals, name="goals"),
    path("goals/score/", goals.rate, name="goals-score"),
    path("goals/weight/", goals.weight, name="goals-weight"),
    path("goals/capacity/", goals.capacity, name="goals-capacity"),
    path("experiments/", experiments.experiments, name="experiments"),
    path("experiments/test/", experiments.test, name="experiments-test"),
    path("scorecard/", scorecard.scorecard, name="scorecard"),
    path("scorecard/target/", scorecard.target, name="scorecard-target"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/held/<str:review>/", reviews.minutes, name="minutes"),
    path("reviews/meeting/<int:number>/", meetings.meeting, name="meeting"),
    path("reviews/meeting/<int:number>/note/", meetings.note, name="meeting-note"),
    path("reviews/meeting/<int:number>/note/<int:note>/drop/", meetings.drop, name="meeting-drop"),
    path("reviews/meeting/<int:number>/turn/", meetings.turn, name="meeting-turn"),
    path("reviews/meeting/<int:number>/close/", meetings.close, name="meeting-close"),
    path("reviews/<slug:kind>/", reviews.agenda, name="agenda"),
    path("reviews/<slug:kind>/begin/", reviews.begin, name="review-begin"),
    path("maturity/", maturity.maturity, name="maturity"),
    path("maturity/answer/", maturity.answer, name="maturity-answer"),
    path("pitfalls/", pitfalls.pitfalls, name="pitfalls"),
    path("pitfalls/let-stand/", pitfalls.stand, name="pitfalls-stand"),
    path("pitfalls/report-again/", pitfalls.lift, name="pitfalls-lift"),
    path("pitfalls/<str:code>/", pitfalls.explain, name="pitfall"),
]
