"""Sentences that make no claim: they ask, or say what a text will tell or has told.

Two sources that ask the same question, or both promise the reader an answer, do not
corroborate each other.
"""

from __future__ import annotations

import re

from bidigest.text.tokens import unwrapped

_TEXT = r"(?:文|报告|章|节|篇|书|指南|教程)"
# At the start: what is about to come.
_COMING = re.compile(
    rf"本{_TEXT}(?:还|也|主要|重点)?"
    r"(?:将|旨在|聚焦|探讨|讨论|介绍|梳理|解读|分为|的(?:核心|目的|目标|重点|主题|结构)|从)"
    r"|(?:接下来|下面|下文|以下)|以上(?:就是|便是|即是|是)"
    r"|(?:below|next|in what follows)\b|let(?:'|’)?s (?:look|take|dive|explore|see|get|go)\b"
    r"|(?:in )?(?:this|the following) (?:article|post|report|guide|paper|section|chapter)s?,? "
    r"(?:we|i|you(?:'|’)?ll|will|explains?|covers?|looks?|explores?|discuss(?:es)?|describes?"
    r"|presents?|examines?|aims?|outlines?)\b"
    r"|here(?:'s|’s| is| are) (?:how|what|why|everything|a look)\b|read on\b"
)
# Anywhere: what the writer does for the reader.
_FOR_READERS = re.compile(
    r"(?:为|给|教|带|跟|与|和|向)(?:大家|你们|各位|读者|网友|玩家)[^，,。]{0,12}"
    r"(?:带来|介绍|分享|整理|推荐|讲解|盘点|解答|了解)"
    r"|希望(?:对|能)[^，,。]{0,12}(?:帮助|帮到)|一起(?:来)?(?:看看|看一看|了解)"
    r"|we(?:'|’)ll (?:look|discuss|explore|cover|explain|walk)\b|hope (?:this|it) helps\b"
)
# At the start: what is said to the reader or the listener, about nothing.
_TALK = re.compile(
    r"(?:(?:click|tap)\s(?:on|the|here|to|through)|scroll\s(?:down|up|to|through)|swipe\s(?:left|right|up)|"
    r"subscribe\s(?:to|now|for)|sign\sup\s(?:to|for|here|now|today)|stay\stuned|"
    r"(?:have|take)\sa\s(?:look|listen|read)|check\sout|read\smore|see\s(?:also|below|above)|"
    r"watch\s(?:the\svideo|this|our|below)|listen\sto\s(?:the|our|this)|"
    r"let(?:'|’)?s\b|let\s(?:me|us)\b|thank\syou\b|thanks(?:[,!.]|\sfor|\sagain)|"
    r"(?:hello|hi|hey)(?:[,!]|\s(?:and|all|everyone|there|folks|friends))|welcome\s(?:to|back)|"
    r"(?:well|yes|no|ok|okay|oh|wow)[,!]|come\son[,!\s]|wait\s(?:a|one)\s(?:minute|moment|second)|"
    r"be\s(?:patient|warned|aware|careful|honest)[,.]|"
    r"good\s(?:morning|afternoon|evening)[,!\s]|"
    r"dear\s(?:\w+\s)?(?:all|clients|colleagues|customers|editor|friends|members|parents|readers|sir))\b"
    r"|(?:well|yes|no|ok|okay|oh|wow|hello|hi|hey|thanks)[,!]"
    r"|(?:(?:好了|好吧|好的|嗯|啊|唉|哎呀?|哇|哦)[，,。.！!～~]|大家好|各位好|谢谢|感谢(?:大家|您|收看|阅读)|"
    r"欢迎(?:收看|来到|收听|关注|阅读)|(?:废?话)?不多说|快来|点击(?!率|量|数|流)|戳(?:这|下|我|图|链接)|扫码|"
    r"长按|让我们|我们(?:先|再|一起)?来看|请(?:看|问|大家|各位)|敬请|下载.{0,8}(?:app|客户端)|希望(?:这篇|本文|大家|各位)|咱们|"
    r"请(?:选择|输入|登录|登陆|填写|点击|扫|稍[候等]|关注|下载)|再(?:来)?看看?|各位.{0,8}(?:好|早安|午安|晚安)|"
    r".{1,6}[:：]\s*(?:欢迎|大家好|各位))"
)
# Anywhere: what the speaker is about to do, and what the reader is to do with the page.
_ASIDE = re.compile(
    r"我(?:们)?(?:想|要|来|就)?先(?:来)?(?:讲|说|谈|聊|从|看)|教(?:大家|你们?).{0,4}(?:如何|怎么|怎样|学)"
    r"|关注(?:一下|我们|本号|公众号)|扫描.{0,8}二维码|(?:给个|点个|点)(?:赞|在看)|满意答案"
    r"|楼主(?![要体干梁])|楼上(?:说的|是来|兄弟)|\buid \d|发表于 ?\d|欢迎(?:各位|各方|广大|新老)"
    r"|带你(?:一起)?(?:看|读|懂|了解|走进)|一文(?:看懂|读懂|了解|说清)"
    r"|\bi(?:'d like| want| would like) to (?:start|begin|talk|tell|thank|share)\b"
)
_INDIRECT = re.compile(
    r"(?:[^，,]吗|[有是了呀]么)[。.!！~～…]*$|^(?!.*(?:不清|不知|不明|忘了|决定)).*(?:什么|怎样|如何|哪些|多少|为什么|怎么[办样])[。.!！]?$"
)
_ASKING_END = re.compile(r"[?？]$|[呢吗][。！!…]*$")
_ASKING_TITLE = re.compile(
    r"[^，,。；;：:！!]{0,20}(?:怎么|如何|怎样|什么|哪些|哪里|哪个|多[少久长大高远]|为何|是否)"
    r"[^，,。；;：:！!]{0,20}$"
)


def announces(text: str) -> bool:
    """Tell whether the sentence only says what a text tells, or for whom it is told."""
    bare = unwrapped(text)
    return bool(_COMING.match(bare) or _FOR_READERS.search(bare))


def talks(text: str) -> bool:
    """Tell whether it is only said to the reader: Well, wait one minute; 点击下方地图."""
    bare = unwrapped(text)
    return _TALK.match(bare) is not None or _ASIDE.search(bare) is not None


def asks_indirectly(text: str) -> bool:
    """Tell whether it ends with what it does not tell: 再看我们给了孩子什么."""
    return _INDIRECT.search(unwrapped(text)) is not None


def asks(text: str) -> bool:
    """Tell whether the sentence ends as a question, or is the title of one: 干粽叶泡多长时间."""
    bare = unwrapped(text)
    return bool(_ASKING_END.search(bare) or _ASKING_TITLE.fullmatch(bare))
