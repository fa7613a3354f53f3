"""What furniture looks like on a line of its own: a table of reasons and their patterns.

Matched against what a reader sees of a line, folded and in lower case, from its beginning;
every repetition is bounded, so that no line can take long, and possessive where two that follow
each other could share out the same characters.
"""

from __future__ import annotations

import re

from bidigest.reading.cue_words import INSTRUCTIONS

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_CLOCK = r"(?:[\st,]{1,3}\d{1,2}:\d{2}(?::\d{2})?\s?(?:am|pm|[a-z]{3})?)?"
_DATE = (
    r"(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
    rf"|(?:\w{{3,9}},? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}})"
    rf"(?:\s?(?:星期|周)[一二三四五六日天])?{_CLOCK}"
)
_COUNT = (
    r"(?:(?:阅读|浏览|点击|评论|点赞|收藏|转发|分享)(?:量|数|次数|时间|时长)?[:：]?"
    r"\s?[\d,.]{1,9}\s?[万k]?\+?\s?(?:次|分钟)?"
    r"|\d{1,3}\s?-?min(?:ute)?s?(?: read)?"
    r"|[\d,.]{1,9}k? (?:views|comments?|likes|shares)"
    r"|(?:全文)?(?:约|共)?\s?\d{1,6}\s?字"
    r"|(?:约|预计)?\s?(?:阅读)?\s?\d{1,3}\s?分钟(?:阅读|读完)?)"
)
_ADDRESS = r"(?:https?://\S{3,500}|www\.\S{3,300}|[\w-]{1,60}(?:\.[\w-]{1,60}){1,4}(?:/\S{0,300})?)"

_PATTERNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "loading",
        (
            r"(?:正在)?(?:加载|载入)(?:文章|内容|评论|图片|更多|数据)?中?\s?[.…。]{0,6}$",
            r"loading(?: \w{1,20})?\s?[.…]{0,6}$",
            r"(?:请稍[候等]|please wait).{0,20}$",
        ),
    ),
    (
        "navigation",
        (
            r"(?:首页|主页|登录|注册|登录\s?[/|／]\s?注册|控制台|菜单|搜索|导航|目录)$",
            r"(?:分享(?:到|至)?|收藏|点赞|打印|返回(?:顶部|首页|列表|上一页))$",
            r"(?:上|下)一[篇页](?:\s?[:：].{0,80})?$",
            r"跳[过至到转].{0,8}内容$",
            r"(?:home|menu|search|log ?in|sign ?(?:in|up)|register|print|back to top)$",
            r"(?:skip to (?:main )?content|table of contents|toggle .{1,30})$",
            r"share(?: this.{0,20})?$",
            r"(?:previous|prev|next)(?: (?:post|page|article))?(?:\s?[:：].{0,80})?$",
            r"(?:首页|主页|home)(?:\s?(?:>|»|›|/|·|\|)\s?[^>»›/|。.]{1,40}){1,8}$",
            r"[^>»›|。，,]{1,24}(?:\s(?:>|»|›|\|)\s[^>»›|。，,]{1,24}){2,12}$",
        ),
    ),
    (
        "byline",
        (
            r"(?:作者|撰文|编辑|责编|责任编辑|记者|翻译|译者|校对|审校|整理|编译|策划|监制|来源|出处|文"
            r"|图文|文章来源)\s?[:：/丨|｜]\s?[^。！？]{0,40}$",
            r"(?:记者|通讯员)\s[^。，,！？]{1,20}$",
            r"(?:authors?|writers?|editors?|translators?|reporters?)\s?[:：].{0,60}$",
            r"(?:written|posted|published|edited|reviewed|translated|updated)"
            r"(?: by| on| at| in)? [^.。!?]{1,60}$",
            r"(?:发布|发表|更新|创建|编辑|修改|刊登)?(?:于|时间|日期)?\s?[:：]?\s?"
            + _DATE
            + r"\s?$",
            r"(?:last (?:updated|modified)(?: on)?:?|date:)\s?" + _DATE + r"\s?$",
            _COUNT + "$",
            rf"[^。！？!?]{{0,40}}[|·•/｜]\s?(?:{_DATE}|{_COUNT})(?:\s?[|·•/｜][^。！？!?]{{0,40}})?$",
            rf"(?:{_DATE}|{_COUNT})\s?[|·•/｜][^。！？!?]{{0,60}}$",
        ),
    ),
    (
        "tags",
        (
            r"(?:关键词|关键字|标签|分类|栏目|专栏|所属分类)\s?[:：][^。！？!?]{1,240}$",
            r"(?:tags?|keywords?|key words|topics?|categor(?:y|ies)|filed under|index terms)"
            r"\s?[:：][^。！？!?]{1,240}$",
            r"(?:#[^\s#]{1,40}+[\s,，、]{0,3}+){2,30}+$",
        ),
    ),
    (
        "credit",
        (
            r"(?:图片?|配图|封面图?|题图|头图|照片|插图|图表|图文|视频|摄影|制图)"
            r"(?:来源|提供|出处|源|自|版权)?\s?[:：/].{0,80}$",
            r"(?:图片|照片|封面图?|题图|头图)(?:来自|由|源自|出自)[^。，,]{1,40}$",
            r"(?:资料|数据|信息|文章)来源\s?[:：][^。]{0,80}$",
            r"(?:cover |featured |header )?(?:image|photo|picture|illustration|video|graphic)s?"
            r"(?: source| credits?| by| courtesy| via|:)[^.。!?]{0,100}$",
            r"(?:credits?|sources?)\s?[:：][^.。!?]{1,80}$",
            r"(?:courtesy of|via) [^.。!?,]{1,40}$",
            r"[^.。!?|]{1,60}\|[^.。!?]{0,60}(?<![a-z])(?:reuters|getty images|afp|ap|bloomberg"
            r"|shutterstock|unsplash|epa|xinhua|新华社|视觉中国|wikimedia commons)$",
        ),
    ),
    (
        "links",
        (
            r"(?:阅读原文|查看原文|原文链接|查看更多|了解更多|更多详情)[.…>»→]{0,3}$",
            r"点击(?:查看|阅读|下载|此处|这里|进入)[^。]{0,30}$",
            r"(?:read|learn|see|show|view) more\b[^.。]{0,40}$",
            r"click here[^。]{0,60}$",
            r"(?:原文|来源|全文|参考|出处|项目|下载|官网|论文|视频)?(?:链接|连结|地址|网址|官网)"
            r"\s?[:：]\s?" + _ADDRESS + r"\s?$",
            r"(?:source|original(?: article)?|links?|via|url|website|github|paper)\s?[:：]\s?"
            + _ADDRESS
            + r"\s?$",
            r"(?:https?://|www\.)\S{3,1000}$",
        ),
    ),
    (
        "contact",
        (
            r"(?:客服|商务|官方|联系|咨询|服务|售后|投诉|举报|意见|全国|24小时|商务合作|在线){1,2}"
            r"(?:热线|电话|qq群?|微信|邮箱|信箱|我们|方式|客服|反馈|公众号)"
            r"(?:请?(?:拨打|致电|扫码|添加))?\s?[:：]?[\x20-\x7e]{0,40}$",
            r"(?:电话|手机|热线|邮箱|传真|微信|qq)\s?[:：.]\s?[\x20-\x7e]{0,60}$",
            r"(?:tel|phone|fax|e-?mail|hotline|whatsapp|wechat)\s?[:：.]\s?[\x20-\x7e]{0,60}$",
            r"(?:公司|联系|办公)?地址\s?[:：][^。]{1,60}$",
            r"(?:contact(?: us| sales| support)?|customer (?:service|support)|(?:send )?feedback)$",
            r"(?:\+?\d{1,3}[ -])?(?:\(?\d{2,4}\)?[ -]){1,3}\d{3,8}$",
            r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}$",
        ),
    ),
    (
        "notice",
        (
            r".{0,120}\bcookies?\b.{0,80}(?:accept|consent|policy|preferences|settings|同意|接受|设置)",
            r"(?:we|this (?:site|website)) uses? cookies",
            r"(?:我们|本(?:站|网站)|网站)使用\s?cookie",
            r"(?:subscribe|sign up (?:for|to)|join our|follow us|get our)\b[^。]{0,100}$",
            r"(?:订阅|关注)(?:我们|本站|公众号|微信|频道|邮件|[^。，,]{1,16}公众号)[^。]{0,40}[。！!]?$",
            r"(?:扫码|长按|扫描)[^。]{0,12}(?:二维码|关注|添加|加入)[^。]{0,30}[。！!]?$",
            r"(?:©|\(c\)|copyright\b|版权(?:所有|声明)).{0,160}$",
            r".{0,60}all rights reserved\b.{0,60}$",
            r"(?:未经|转载).{0,20}(?:许可|授权|转载|注明).{0,60}$",
            r"免责声明(?:\s?[:：].{0,200})?$",
            r"本文(?:仅代表|不代表|转载自|来源于|首发于|已获授权).{0,100}$",
            r"本文由[^。，]{1,20}(?:授权|原创|首发|发布|转载).{0,100}$",
            r".{0,20}(?:icp备|公网安备).{0,60}$",
            r"(?:privacy policy|terms of (?:use|service)|隐私政策|用户协议).{0,40}$",
            r"(?:广告|advertisements?|sponsored(?: content)?|赞助内容)$",
        ),
    ),
    (
        "instruction",
        (
            INSTRUCTIONS.pattern + r"\s?[:：]?$",
            r"(?:请|务必|必须|记得|确保|保证|要求|字数)[^。]{0,16}?"
            r"(?:内容|文章|全文|文本|段落|标题|语言|行文|字数|格式)[^。]{0,14}"
            r"(?:原创|专业|流畅|通顺|字以[上内]|不少于|不超过|markdown|seo|口语化)",
            r"(?:文章|输出|全文|回答|回复|标题|正文)(?:必须|须|应当?|需要?|不得|不要|不能|请).{0,24}"
            r"(?:开始|开头|结尾|结束|格式|markdown|字以|字左右|输出|原创)",
            r"(?:请?不要|请勿|禁止|切勿)(?:包含|输出|出现|使用|添加|加入|提及|附带|生成).{0,30}"
            r"(?:思考过程|thinking|标记|markdown|代码块|解释|前言|说明文字|多余|标题|链接|emoji|表情)",
            r"请(?:自行|根据|按照|参考|在此|在这里|严格按|基于)[^。]{0,40}"
            r"(?:补充|填写|替换|插入|撰写|写|生成|改写|翻译|输出|润色|扩写)",
            r"根据(?:文章|上文|上下文|以上|本文|原文)(?:内容)?.{0,12}(?:添加|补充|插入|填写|撰写|生成)",
            r"[（(\[【{<](?:请|此处|这里|待|插入|填写|填入).{0,60}[)）\]】}>]$",
            r"[（(\[【{<](?:insert|add|your|placeholder|todo|tbd|replace).{0,60}[)）\]】}>]$",
            r"(?:lorem ipsum\b|(?:todo|tbd|fixme)\b\s?[:：]?.{0,100}$)",
            r"(?:please )?(?:do not|don't|never|avoid) "
            r"(?:include|output|use|add|mention|write|repeat)\b.{0,80}"
            r"(?:thinking|markdown|explanations?|preamble|reasoning|headings?|tags|disclaimers?"
            r"|first person|the (?:article|title|prompt)|emojis?|code blocks?)",
            r"(?:please )?(?:ensure|make sure)(?: that)? (?:the|your|all) "
            r"(?:content|article|text|output|writing)\b",
            r"(?:the |your )?(?:article|output|response|answer) (?:must|should|needs to|has to) "
            r"(?:start|begin|end|be written|be original|be at least|be between|contain|include|use"
            r"|not)\b",
            r"(?:please )?(?:write|rewrite|translate|summari[sz]e|generate|draft) "
            r"(?:an?|the|this|in) .{0,60}(?:article|words|blog|markdown|tone|style)",
            r"as an ai (?:language )?model\b",
            r"(?:sure|certainly|of course|absolutely)[,!].{0,20}here(?:'s|’s| is| are)\b",
            r"(?:当然|好的|没问题)[，,！!。].{0,20}(?:以下|这是|下面)",
            r"以下是.{0,30}(?:改写|重写|生成|翻译|整理|润色|优化)后?(?:的|版).{0,30}$",
        ),
    ),
    ("code", (r"(?:文件名称?|档案名称|filename|file)\s?[:：]\s?[\w./\\-]{3,120}$",)),
)
"""The first reason that matches counts."""

MATCHERS = tuple((reason, re.compile("|".join(patterns))) for reason, patterns in _PATTERNS)
"""Reasons with their compiled patterns, in the order in which they are tried."""

NAMED_AUTHOR = re.compile(
    r"[Bb]y [A-Z][\w.'’-]{0,20}(?: (?:[A-Z][\w.'’-]{0,20}|and|de|von|van|&)){0,6}$"
)
"""In the text's own case: `By Jane Doe` is a byline, `By design` is not meant to be one."""

ONLY_LINKS = re.compile(
    r"(?:!?\[[^\[\]]{0,200}\]\((?P<target>[^()\s]{0,1000})\)[\s|·•,/›»>]{0,6}){1,30}"
)
"""A line that is all links, markup included."""
