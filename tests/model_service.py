"""A language model behind an OpenAI-compatible address on this machine, which answers as a test wants."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self._answer({"data": [{"id": "small"}]})

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, self.headers.get("Authorization"), asked))
        reply = self.server.reply
        self._answer(reply(asked) if callable(reply) else reply)

    def _answer(self, value):
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        pass


@contextmanager
def model_service() -> Iterator[ThreadingHTTPServer]:
    """A service with ``asked`` (what came), ``reply`` (what is answered, or a function of it), ``status``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.asked, server.status = [], 200
    server.reply = said("hello")
    server.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def said(content: str) -> dict[str, object]:
    """An answer of the service that says this."""
    return {"choices": [{"message": {"content": content}}]}


def wording(change):
    """An answer that words each sentence as ``change(id, sentence)`` says."""

    def reply(asked):
        sentences = json.loads(asked["messages"][-1]["content"])
        return said(json.dumps({name: change(name, text) for name, text in sentences.items()}))

    return reply
