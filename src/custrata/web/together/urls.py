"""Addresses of this app inside a workspace."""

from __future__ import annotations

from django.urls import path

from custrata.web.together.boards import views as boards
from custrata.web.together.home import views as home
from custrata.web.together.notices import views as notices
from custrata.web.together.talking import views as talking
from custrata.web.together.tasks import views as tasks

urlpatterns = [
    path("", home.home, name="home"),
    path("first-steps/", home.first_steps, name="first_steps"),
    path("boards/", boards.boards, name="boards"),
    path("boards/<slug:team>/", boards.board, name="board"),
    path("talk/", talking.talk, name="talk"),
    path("talk/say/", talking.say, name="say"),
    path("talk/people/", talking.people, name="talk_people"),
    path("talk/<int:key>/reword/", talking.reword, name="reword"),
    path("talk/<int:key>/take-back/", talking.take_back, name="take_back"),
    path("talk/<int:key>/resolve/", talking.resolve, name="resolve"),
    path("talk/<int:key>/reopen/", talking.reopen, name="reopen"),
    path("tasks/", tasks.tasks, name="tasks"),
    path("tasks/new/", tasks.new, name="new_task"),
    path("tasks/<int:key>/", tasks.task, name="task"),
    path("tasks/<int:key>/done/", tasks.done, name="task_done"),
    path("tasks/<int:key>/undone/", tasks.undone, name="task_undone"),
    path("tasks/<int:key>/drop/", tasks.drop, name="drop_task"),
    path("make/", tasks.make, name="make"),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.read, name="read_notices"),
    path("notices/wanted/", notices.wanted, name="wanted_notices"),
    path("notices/<int:key>/", notices.opened, name="open_notice"),
    path("notices/<int:key>/unread/", notices.unread, name="unread_notice"),
]
