"""The words by which headings, labels and their kinds are known, folded and in lower case.

General words of reports and web pages in Chinese and English, looked up in folded text, so
that each stands here once for both scripts.
"""

from __future__ import annotations

import re

_QUALIFIERS = (
    "核心|主要|关键|重要|重点|注意|建议|内容|深度|背景|研究|具体|未来|总体|整体|综合|基本|最终|"
    "数据|案例|实践|行动|需要|值得|特别"
)
_NOUNS = (
    "重点|内容|观点|事项|行动|要点|结论|发现|信息|洞察|分析|概述|提示|建议|总结|摘要|背景|启示|数据|"
    "支撑|问题|原因|结果|方法|措施|意义|影响|挑战|风险|关注|展望"
)
CATEGORY = re.compile(
    rf"(?:{_QUALIFIERS}){{1,2}}(?:{_NOUNS})|{_NOUNS}|导读|导语|引言|前言|结语|小结|简介"
    r"|(?:(?:key|main|core|important|final|the) ){0,3}"
    r"(?:points?|takeaways?|findings?|messages?|insights?|ideas?|conclusions?|content|summary"
    r"|recommendations?|actions?|notes?|caveats?|background|overview|context|bottom line"
    r"|next steps?|results?|challenges?|risks?|implications?)"
    r"|tl;?dr|in brief|abstract|introduction|executive summary|conclusion"
)
"""A label that says what kind of statement follows, and is no part of it."""

INTRODUCES = re.compile(
    r"包括|如下|以下|分别|例如|比如|诸如|包含|[有是为][:：]|following|include|such as"
    r"|\b(?:are|is|be|by|to|of|with|for|that|these|this)\s?[:：]"
    # A clause rather than a label: it says who does something.
    r"|我们|你|您|它们?|他们|让|请|现在|[这那]|\b(?:we|you|they|it|let|here|now|please)\b",
    re.IGNORECASE,
)
"""Words of a line with a colon that leads to what follows, as no title does."""

STANDARD_TITLE = re.compile(
    r"(?:内容|本文|全文|文章)(?:摘要|概述|概览|概要|简介|大意|提要|总结|回顾)"
    r"|摘要|关键词|关键字|引言|导言|前言|序言|导读|概述|简介|背景|正文|总结|结论|结语|小结"
    r"|后记|附录|致谢|参考文献|参考资料|相关链接|延伸阅读|目录|展望|讨论"
    r"|abstract|keywords?|key words|introduction|overview|background|summary|conclusions?"
    r"|discussion|results|methods?|references|bibliography|appendix|acknowledge?ments"
    r"|further reading|see also|tl;?dr|contents|executive summary|preface|foreword|epilogue"
)
"""A title that reports share, known even without any mark of a heading."""

KEYWORDS = re.compile(r"关键词|关键字|标签|tags?|keywords?|key words|index terms")

LINKS = re.compile(
    r"(?:相关|参考|外部|友情|推荐)(?:链接|连结|资料|文献|来源|文章|阅读|推荐|资讯|新闻)"
    r"|延伸阅读|扩展阅读|推荐阅读|猜你喜欢|更多(?:文章|内容|资讯)"
    r"|最新(?:资讯|文章|消息|动态)|热门(?:文章|资讯|推荐|标签)"
    r"|related (?:posts?|articles?|links?|stories|reading|content)"
    r"|(?:further|recommended) reading|see also|references|bibliography|external links"
    r"|read (?:more|next)|you (?:may|might) also like|more (?:from|on|stories|articles).{0,40}"
    r"|latest (?:news|posts?|articles?)|popular posts?|recommended(?: for you)?|sources"
    r"|useful links"
)

INSTRUCTIONS = re.compile(
    r"(?:禁止(?:事项|内容)|(?:写作|输出|格式|字数|内容|文章|排版)(?:要求|规范|格式|说明|限制)"
    r"|(?:writing |output |formatting? )(?:instructions?|requirements?|rules?|guidelines?|format)"
    r"|do nots?|don'ts|prohibited)"
)
"""A label of instructions to whoever, or whatever, wrote the text."""
