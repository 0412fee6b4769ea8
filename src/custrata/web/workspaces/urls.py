"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from custrata.web.accounts import sign_on
from custrata.web.audit import views as audit
from custrata.web.workspaces.configuring import views as configuring
from custrata.web.workspaces.people import views as people
from custrata.web.workspaces.persons import views as persons

urlpatterns: list[URLPattern | URLResolver] = [
    path("settings/", configuring.overview, name="settings"),
    path("settings/save/", configuring.save, name="settings_save"),
    path("settings/display/", configuring.show_as, name="settings_display"),
    path("settings/people/", people.people, name="people"),
    path("settings/people/invite/", people.invite, name="people_invite"),
    path("settings/people/leave/", people.leave, name="people_leave"),
    path("settings/people/second-factor/", people.second_factor, name="people_second_factor"),
    path("settings/people/<int:number>/change/", people.change, name="people_change"),
    path("settings/people/<int:number>/remove/", people.remove, name="people_remove"),
    path("settings/invitations/<int:number>/withdraw/", people.withdraw, name="invitation_withdraw"),
    path("settings/tokens/", configuring.tokens, name="tokens"),
    path("settings/tokens/make/", configuring.make_token, name="token_make"),
    path("settings/tokens/<int:number>/revoke/", configuring.revoke_token, name="token_revoke"),
    path("settings/sign-on/", sign_on.page, name="sign_on"),
    path("settings/sign-on/add/", sign_on.add, name="sign_on_add"),
    path("settings/sign-on/<int:number>/remove/", sign_on.remove, name="sign_on_remove"),
    path("settings/persons/", persons.persons, name="persons"),
    path("settings/persons/look/", persons.look, name="persons_look"),
    path("settings/persons/give/", persons.give, name="persons_give"),
    path("settings/persons/erase/", persons.erase, name="persons_erase"),
    path("settings/log/", audit.log, name="audit"),
    path("settings/log/verify/", audit.check, name="audit_check"),
]
