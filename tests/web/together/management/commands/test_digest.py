from django.core import mail
from django.core.management import call_command

from custrata.web.together.models import NoticeKind
from custrata.web.together.notices.telling import tell


def test_everybody_with_something_new_gets_a_mail(workspace, other_workspace, named, capsys):
    ann, bob = named("Ann"), named("Bob", of=other_workspace)
    named("Eve")
    tell(workspace, NoticeKind.BUILD, [ann.pk], "x")
    tell(other_workspace, NoticeKind.BUILD, [bob.pk], "y")
    call_command("digest", site="https://custrata.example.org", workspace=workspace.slug)
    assert [m.to for m in mail.outbox] == [[ann.email]]
    call_command("digest")
    assert [m.to for m in mail.outbox] == [[ann.email], [bob.email]]
    assert "1 mails sent" in capsys.readouterr().out


def test_who_has_been_shut_out_gets_none(workspace, named):
    ann = named("Ann")
    tell(workspace, NoticeKind.BUILD, [ann.pk], "x")
    ann.is_active = False
    ann.save()
    call_command("digest")
    assert mail.outbox == []
