def test_a_viewer_reads_the_home_of_a_workspace(workspace, come_in):
    answer = come_in("viewer").get(f"/w/{workspace.slug}/")
    assert answer.status_code == 200
    assert "<h1>" in answer.content.decode()


def test_a_stranger_is_sent_to_the_door(workspace, client):
    answer = client.get(f"/w/{workspace.slug}/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")


def test_people_of_another_workspace_learn_nothing(workspace, other_workspace, come_in):
    neighbour = come_in("admin", of=other_workspace)
    assert neighbour.get(f"/w/{workspace.slug}/").status_code == 404
    assert neighbour.get(f"/w/{other_workspace.slug}/").status_code == 200
