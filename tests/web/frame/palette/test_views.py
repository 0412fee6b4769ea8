import shutil


def test_the_palette_finds_pages_and_definitions(workspace, come_in):
    viewer = come_in("viewer")
    said = viewer.get(f"/w/{workspace.slug}/palette/", {"q": "home"}).content.decode()
    assert f'href="/w/{workspace.slug}/"' in said
    said = viewer.get(f"/w/{workspace.slug}/palette/", {"q": "net revenue"}).content.decode()
    assert "/definitions/" in said


def test_what_finds_nothing_says_so_and_is_never_run(workspace, come_in):
    said = come_in("viewer").get(f"/w/{workspace.slug}/palette/", {"q": "<script>x"}).content.decode()
    assert "Nothing is called “&lt;script&gt;x”" in said


def test_the_palette_works_where_nothing_has_been_built(workspace, come_in):
    shutil.rmtree(workspace.place.state)
    answer = come_in("viewer").get(f"/w/{workspace.slug}/palette/", {"q": "home"})
    assert answer.status_code == 200
    assert "Home" in answer.content.decode()


def test_the_palette_of_others_is_not_there(workspace, other_workspace, come_in):
    assert come_in("admin", of=other_workspace).get(f"/w/{workspace.slug}/palette/").status_code == 404
    assert come_in("viewer").get(f"/w/{workspace.slug}/palette/").status_code == 200


def test_the_palette_asks_little_of_the_database(workspace, come_in, django_assert_max_num_queries):
    viewer = come_in("viewer")
    with django_assert_max_num_queries(15):
        viewer.get(f"/w/{workspace.slug}/palette/", {"q": "gold"})
