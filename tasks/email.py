"""Mail as one of Prefect's notification blocks, over any SMTP server."""

from __future__ import annotations

import asyncio
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Literal

from prefect.blocks.abstract import NotificationBlock
from pydantic import Field, SecretStr, model_validator

__all__ = ["SmtpEmail"]

TIMEOUT = 30
"""Seconds that a server may let one wait."""


class SmtpEmail(NotificationBlock):
    """Sends notifications as plain-text mail.

    Prefect's own blocks send mail through one company's service only.
    """

    _block_type_name = "SMTP Email"
    _block_type_slug = "smtp-email"
    _description = "Sends notifications as mail through an SMTP server."

    host: str = Field(title="Host", description="Name of the SMTP server.")
    port: int = Field(587, title="Port", description="587 for STARTTLS, 465 for TLS.", ge=1)
    security: Literal["starttls", "tls", "none"] = Field(
        "starttls", title="Security", description="How the connection is encrypted."
    )
    username: str | None = Field(None, title="User name", description="None where none is asked.")
    password: SecretStr | None = Field(None, title="Password", description="Of that user.")
    sender: str = Field(title="Sender", description="Address that the mail comes from.")
    recipients: list[str] = Field(
        title="Recipients", description="Addresses that it goes to.", min_length=1
    )

    @model_validator(mode="after")
    def _password_is_encrypted(self) -> SmtpEmail:
        if self.security == "none" and self.password is not None:
            raise ValueError("a password is not sent without encryption; use starttls or tls")
        return self

    async def notify(self, body: str, subject: str | None = None) -> None:
        """Send one mail to all recipients.

        Raises:
            OSError: the server is not reached.
            smtplib.SMTPException: it refuses.
        """
        await asyncio.to_thread(self._send, self._message(body, subject or ""))

    def _send(self, message: EmailMessage) -> None:
        with self._connected() as server:
            if self.username and self.password:
                server.login(self.username, self.password.get_secret_value())
            server.send_message(message)

    def _message(self, body: str, subject: str) -> EmailMessage:
        message = EmailMessage()
        # A line end in a title would begin another header.
        message["Subject"] = " ".join(subject.split())
        message["From"] = self.sender
        message["To"] = ", ".join(self.recipients)
        message["Date"] = formatdate(localtime=True)
        message["Message-ID"] = make_msgid(domain=self.sender.rpartition("@")[2])
        message.set_content(body)
        return message

    def _connected(self) -> smtplib.SMTP:
        if self.security == "tls":
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(self.host, self.port, timeout=TIMEOUT, context=context)
        server = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT)
        if self.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        return server
