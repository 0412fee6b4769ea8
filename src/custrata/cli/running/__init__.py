"""Commands that go on running, or look after what runs: the server, its people, an assistant."""
