"""Whom a run tells what has changed, through a real webhook and a real mail server."""

from __future__ import annotations

import asyncio
import datetime
import json
import smtplib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from prefect.blocks.notifications import CustomWebhookNotificationBlock
from prefect.variables import Variable

from flows.digest import digest
from tasks.email import SmtpEmail
from tasks.notify import notify
from tests.running.machine import free_port

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
        headers=None,
        cookies=None,
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


def test_where_nobody_is_named_a_variable_says_whom_to_tell(
    project: Path, inbox: list[dict[str, Any]]
) -> None:
    assert run(notify=None).name == "Completed"
    assert inbox == []
    Variable.set("bidigest_notify", "custom-webhook/editors", overwrite=True)
    (project / "seeds" / "more.txt").write_text("# 新\n\n新来源有百分之九十的把握。\n", "utf-8")
    try:
        assert run(notify=None).name == "Completed"
    finally:
        Variable.unset("bidigest_notify")
    (message,) = inbox
    assert "新增来源：seeds/more.txt" in message["body"]


def test_a_digest_that_cannot_be_told_is_published_and_partial(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notify, "retries", 0)
    state = run(notify="custom-webhook/nobody")
    assert state.name == "Partial"
    assert "not notified" in state.message
    assert (project / "outputs" / "seeds" / "latest").is_symlink()


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A real SMTP server on this machine, and what it has received."""
    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    mailbox.port = controller.port
    yield mailbox
    controller.stop()


@dataclass
class Mailbox:
    """Receives mail as aiosmtpd hands it over."""

    port: int = 0
    received: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    async def handle_DATA(  # noqa: N802  (aiosmtpd's name)
        self, _server: Any, _session: Any, envelope: Any
    ) -> str:
        parser = BytesParser(policy=policy.default)
        self.received.append(parser.parsebytes(envelope.content))
        self.recipients += envelope.rcpt_tos
        return "250 OK"


def block(mailbox: Mailbox, **more: Any) -> SmtpEmail:
    given = {"port": mailbox.port, "security": "none", "recipients": ["ann@example.org"], **more}
    return SmtpEmail(host="127.0.0.1", sender="digest@example.org", **given)


def test_changes_are_mailed_to_everybody_named(project: Path, mailbox: Mailbox) -> None:
    recipients = ["ann@example.org", "ben@example.org"]
    some = block(mailbox, recipients=recipients)
    some.save("editors", overwrite=True)
    assert run(notify="smtp-email/editors").name == "Completed"
    assert run(notify="smtp-email/editors").name == "Completed"
    (mail,) = mailbox.received
    assert mailbox.recipients == recipients
    assert mail["From"] == "digest@example.org"
    assert "2026-01-31" in mail["Subject"]
    assert mail.get_content().startswith("这是第一期")


def test_a_title_of_two_lines_makes_no_header(mailbox: Mailbox) -> None:
    asyncio.run(block(mailbox).notify("Text.", "One\nBcc: eve@example.org"))
    (mail,) = mailbox.received
    assert mail["Subject"] == "One Bcc: eve@example.org"
    assert mailbox.recipients == ["ann@example.org"]


def test_a_password_goes_nowhere_in_the_clear(mailbox: Mailbox) -> None:
    with pytest.raises(ValueError, match="a password is not sent without encryption"):
        block(mailbox, username="ann", password="secret")


def test_a_server_without_encryption_is_not_spoken_to_further(mailbox: Mailbox) -> None:
    with pytest.raises(smtplib.SMTPNotSupportedError):
        asyncio.run(block(mailbox, security="starttls").notify("Text.", "Subject"))
    assert not mailbox.received
