"""Whether a figure without a sign gives the size of a loss or a fall: 亏损3.2亿元, down 12.5 %.

Then it agrees with the figure that carries the sign instead: 净利润-3.2亿元, -12.5 %. A level that
something fell to (降至3%) is none.
"""

from __future__ import annotations

import re

_WIDEST = 24
"""Characters on either side in which the word stands."""
_BEFORE = re.compile(
    r"(?:亏损?|蚀|[下年月季]?[降减跌滑]|下挫|减少|降低|减[少低]|缩[水减]|萎缩|回落|衰退|赤字|逆差|净流出|负增长)"
    r"(?:幅度?|额|金额|规模)?[了约近达为逾超]?(?:高达|超过)? ?$"
    r"|(?<![a-z])(?:loss(?:es)?|deficit|decline|drop|fall|decrease|shortfall|contraction|outflows?|reduction)"
    r"(?: (?:of|was|were|reached|totall?ed|widened to|narrowed to))? $"
    r"|(?<![a-z])(?:fell|declined|dropped|decreased|shrank|down|lost|losing|slid|slipped|tumbled|plunged"
    r"|contracted|sank|fallen|falling|shed|shrunk|eased|retreated)(?: by)? $"
)
_AFTER = re.compile(
    r" (?:year-on-year |annual |quarterly |monthly )?(?:lower|less|drop|decline|fall|decrease|loss|deficit|contraction"
    r"|reduction|downturn|slump)(?![a-z])|的?(?:亏损|降幅|跌幅|减幅|下滑|下降|下跌|衰退|赤字|逆差)"
)


def is_told(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a figure call it a loss or a fall.

    Args:
        text: folded, lower-case text.
        start: code point at which the figure begins.
        end: code point after it.
    """
    before = text[max(0, start - _WIDEST) : start]
    return bool(_BEFORE.search(before) or _AFTER.match(text, end, end + _WIDEST))
