"""Whom a run tells what has changed, through a real webhook block."""

from __future__ import annotations

import datetime
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from prefect.blocks.notifications import CustomWebhookNotificationBlock

from flows.digest import digest
from tasks.notify import notify

pytestmark = pytest.mark.prefect


@pytest.fixture
def inbox(prefect: None) -> Iterator[list[dict[str, Any]]]:
    """What a webhook on this machine has been sent, under the block `editors`."""
    received: list[dict[str, Any]] = []

    class Webhook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.append(json.loads(body))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Webhook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    block: Any = CustomWebhookNotificationBlock(
        name="editors",
        url=f"http://127.0.0.1:{server.server_port}/",
        method="POST",
        json_data={"subject": "{{subject}}", "body": "{{body}}"},
    )
    block.save("editors", overwrite=True)
    yield received
    server.shutdown()


def run(**parameters: Any) -> Any:
    given = {"date": datetime.date(2026, 1, 31), "notify": "custom-webhook/editors", **parameters}
    return digest(**given, return_state=True)


def test_changes_are_told_and_only_changes(project: Path, inbox: list[dict[str, Any]]) -> None:
    assert run().name == "Completed"
    assert run().name == "Completed"
    (first,) = inbox
    assert first["body"].startswith("这是第一期")
    assert first["body"].count("\n- ") == 5
    (project / "seeds" / "more.txt").write_text("# 新\n\n新来源有百分之九十的把握。\n", "utf-8")
    assert run().name == "Completed"
    _, second = inbox
    assert second["body"].startswith("与上一期（")
    assert "新增来源：seeds/more.txt" in second["body"]
    page = (project / "outputs" / "seeds" / "latest" / "digest.md").read_text("utf-8")
    assert len(second["body"]) < len(page)


def test_a_digest_that_cannot_be_told_is_published_and_partial(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notify, "retries", 0)
    state = run(notify="custom-webhook/nobody")
    assert state.name == "Partial"
    assert "not notified" in state.message
    assert (project / "outputs" / "seeds" / "latest").is_symlink()
