"""Errors of users in a run's log: one line that says what to do, without what led to it."""

import logging

from bidigest.errors import DigestError

_LOGGERS = ("prefect.flow_runs", "prefect.task_runs")


class OneLineErrors(logging.Filter):
    """Takes the traceback from records of errors of ours; any other error keeps its own."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record, without the traceback of our own errors."""
        if record.exc_info and isinstance(record.exc_info[1], DigestError):
            record.exc_info = record.exc_text = None
        return True


def shorten() -> None:
    """Let the loggers of runs show our own errors in one line; calling it again changes nothing."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, OneLineErrors) for each in logger.filters):
            logger.addFilter(OneLineErrors())
