"""Costlier evidence for candidate pairs: a language model as judge.

In: candidate pairs with scores. Out: what each pair gains in log-odds, and notes. A reranker is
asked only where a user names it, and follows the protocol `matching.reranker.Reranker`.
"""

from __future__ import annotations

from importlib.util import find_spec

from bidigest.errors import OptionsError
from bidigest.matching.reranker import Reranker
from bidigest.options import Options


def load_rerankers(options: Options) -> tuple[Reranker, ...]:
    """Load the rerankers that the options name; none by default.

    Raises:
        OptionsError: a package that one needs is not installed.
    """
    if options.judge_url is None or options.judge_model is None:
        return ()
    if find_spec("httpx") is None:
        raise OptionsError("judge_url: needs one more package; pip install 'bidigest[judge]'")
    from bidigest.rerankers.llm_judge import Judge

    return (Judge(options.judge_url, options.judge_model, options.judge_questions),)
