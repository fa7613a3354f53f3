"""Units in both languages, each under one name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bidigest.quantities.names import PERCENT, RATIO, TIMES
from bidigest.quantities.notation import ACCOUNTED


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: what the number is multiplied by, and where its words end."""

    name: str
    factor: float
    end: int
    plus: float = 0.0
    """Added after multiplying: the 五 of 九成五."""


CURRENCIES = {
    "USD": "美元 美金 美刀 | dollar dollars us dollars us dollar usd",
    "CNY": "元 块钱 人民币 元人民币 圆 | yuan rmb cny renminbi",
    "EUR": "欧元 € | euro euros eur",
    "GBP": "英镑 | pounds sterling gbp",
    "JPY": "日元 日圆 円 | yen jpy",
    "HKD": "港元 港币 港圆 | hong kong dollars hkd",
    "TWD": "新台币 台币 元新台币 新台币元 | new taiwan dollars twd",
    "KRW": "韩元 韩圆 | korean won won krw",
    "INR": "卢比 印度卢比 | rupees rupee inr",
    "RUB": "卢布 | rubles roubles rub",
    "CHF": "瑞士法郎 瑞郎 | swiss francs francs chf",
    "CAD": "加元 加币 | canadian dollars cad",
    "AUD": "澳元 澳币 | australian dollars aud",
    "SGD": "新加坡元 新元 | singapore dollars sgd",
    "NZD": "纽元 新西兰元 | nzd",
    "BRL": "雷亚尔 | reais brl",
    "THB": "泰铢 | baht thb",
    "IDR": "印尼盾 | rupiah idr",
    "VND": "越南盾 | vnd",
    "MYR": "林吉特 令吉 马币 | ringgit myr",
    "TRY": "里拉 | lira liras",
    "ZAR": "兰特 | rand zar",
    "PLN": "兹罗提 | zloty zlotys pln",
    "SEK": "瑞典克朗 | sek",
    "NOK": "挪威克朗 | nok",
    "DKK": "丹麦克朗 | dkk",
    "AED": "迪拉姆 | dirhams aed",
}
TIME = {
    "year": "年 周年 年时间 | year years yr yrs",
    "quarter": "个季度 | quarters",
    "month": "个月 个多月 | month months",
    "week": "周 星期 个星期 礼拜 个礼拜 | week weeks",
    "day": "天 | day days",
    "hour": "小时 个小时 钟头 个钟头 | hour hours hr hrs",
    "minute": "分钟 | minute minutes min mins",
    "second": "秒 秒钟 | second seconds sec secs",
    "decade": "个年代 | decade decades",
    "century": "个世纪 | century centuries",
}
MEASURES = {
    "km": "公里 千米 | km kms kilometer kilometers kilometre kilometres",
    "m": "米 公尺 | m metre metres meter meters",
    "cm": "厘米 公分 | cm centimeter centimeters centimetre centimetres",
    "mm": "毫米 | mm millimeter millimeters millimetre millimetres",
    "mile": "英里 | mile miles",
    "foot": "英尺 | foot feet ft",
    "inch": "英寸 英吋 | inch inches",
    "mpg": " | mpg miles per gallon",
    "km/h": "公里/小时 公里每小时 | km/h kph kilometers per hour kilometres per hour",
    "mph": "英里/小时 | mph miles per hour",
    "km²": "平方公里 平方千米 | km² km2 sq km square kilometers square kilometres",
    "m²": "平方米 平米 平方公尺 | m² m2 sq m square meters square metres",
    "hectare": "公顷 | hectare hectares",
    "acre": "英亩 | acre acres",
    "mu": "亩 | mu",
    "m³": "立方米 立方公尺 | m³ m3 cubic meters cubic metres",
    "litre": "升 公升 | litre litres liter liters",
    "ml": "毫升 | ml millilitres milliliters",
    "barrel": "桶 | barrel barrels",
    "kg": "公斤 千克 | kg kgs kilo kilos kilogram kilograms",
    "g": "克 | g gram grams",
    "mg": "毫克 | mg milligram milligrams",
    "tonne": "吨 公吨 | t ton tons tonne tonnes",
    "pound": "磅 | lb lbs pounds",
    "jin": "斤 | ",
    "°C": "℃ 摄氏度 度 °c | °c degrees celsius degrees centigrade degrees c",
    "°F": "℉ 华氏度 °f | °f degrees fahrenheit degrees f",
    "degree": " | degrees degree",
    "kWh": "千瓦时 度电 | kwh kilowatt-hours kilowatt hours",
    "MWh": "兆瓦时 | mwh megawatt-hours",
    "GWh": "吉瓦时 | gwh gigawatt-hours",
    "TWh": "太瓦时 | twh terawatt-hours",
    "kW": "千瓦 | kw kilowatts",
    "MW": "兆瓦 | mw megawatts",
    "GW": "吉瓦 | gw gigawatts",
    "MB": "兆字节 | mb megabytes",
    "GB": "吉字节 | gb gigabytes",
    "TB": "太字节 | tb terabytes",
    "ppm": "ppm | ppm parts per million",
    "ms": "毫秒 | ms milliseconds",
}
SHARES = {
    PERCENT: "% | percent per cent pct",
    "‰": "‰ | permille permil promille per mille per mil per thousand",
    TIMES: "倍 | x × fold",
    "percentage point": "个百分点 百分点 | percentage points percentage point pp",
    "basis point": "个基点 基点 | basis points basis point bps bp",
    "point": "分 点 个点 | points point",
    "year old": "岁 周岁 | years old year old year-old years-old years of age",
}
COUNTS = {
    "人": "人 | ",
    "人次": "人次 | ",
    "次": "次 | ",
    "例": "例 | ",
    "户": "户 | ",
    "国": "国 | ",
    "省": "省 | ",
    "字": "字 | ",
    "股": "股 | ",
    "票": "票 | ",
    "球": "球 | ",
    "页": "页 | ",
}
_TABLE = CURRENCIES | TIME | MEASURES | SHARES | COUNTS
_MEASURED = frozenset(_TABLE.keys() - COUNTS.keys()) | {TIMES, RATIO}
_NOT_BEFORE = {
    "元": "素宵旦老首件气凶勋宇",
    "年": "级轻龄代会报",
    "天": "然气空使津下才真赋",
    "秒": "杀",
    "分": "之别享析布为类成工歧支店公行配解层组割散离开裂部局批担明辨泌队野流区点",
    "点": "建意要钟半",
    "个点": "击",
    "米": "饭其兰粉酒",
    "升": "级至高到温值幅学职降",
    "克": "服隆里制罗拉",
    "度": "假过数量日",
    "倍": "增频感受",
    "周": "期围边末到密转报刊折",
    "人": "类工均民才员",
    "次": "要序级日",
    "国": "际家内产语",
    "户": "外口籍型",
    "省": "份略力钱",
    "字": "体母段典",
    "股": "东市票份",
    "例": "如外子会",
    "票": "房据价价",
    "球": "员队迷场门星",
    "页": "面岩",
    "桶": "装",
    "斤": "斤",
    "%": "%",
    "€": "0-9",
}
_PREFIXES = {
    "us$": "USD", "hk$": "HKD", "nt$": "TWD", "a$": "AUD", "c$": "CAD", "s$": "SGD", "nz$": "NZD", "r$": "BRL", "$": "USD",
    "€": "EUR", "£": "GBP", "¥": "CNY", "₩": "KRW", "₹": "INR", "usd": "USD", "rmb": "CNY",
    "cny": "CNY", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "hkd": "HKD", "chf": "CHF", "inr": "INR", "rs": "INR", "rs.": "INR", "人民币": "CNY",
    "美元": "USD", "新台币": "TWD", "港币": "HKD",
}  # fmt: skip
PREFIX = "|".join(re.escape(p) for p in sorted(_PREFIXES, key=len, reverse=True))
_BEFORE = re.compile(
    rf"(?:(?P<prefix>{PREFIX})\s?\.?|(?P<signed>us\$|[$€£¥₹]|chf|人民币|新台币|港币) ?{ACCOUNTED}?-)$"
)
_PER = {
    "年": "year", "月": "month", "周": "week", "天": "day", "日": "day",
    "小时": "hour", "人": "person",
    "year": "year", "month": "month", "week": "week", "day": "day", "night": "night",
    "hour": "hour",
    "person": "person", "annum": "year", "user": "user", "head": "person",
}  # fmt: skip
_RATE = re.compile(
    r" ?(?:/ ?|每|per |an? |each |every )(年|月|周|天|日|小时|人|year|month|week|day|night|hour"
    r"|person"
    r"|annum|user|head)(?![a-z])"
    # $145 million a year earlier is no rate.
    r"(?! (?:earlier|later|ago|before|after|prior|previously|since)(?![a-z]))"
)


def _words(side: int) -> dict[str, str]:
    """Each unit's words in one language (0 Chinese, 1 English) with the unit's name."""
    phrases: dict[str, str] = {}
    for name, words in _TABLE.items():
        for word in _split(words.split("|")[side], side):
            phrases[word] = name
    return phrases


_PHRASES = re.compile(
    r"(?:us|hong kong|new taiwan|korean|swiss|canadian|australian|singapore) \w+|pounds sterling"
    r"|\w+ per (?:hour|gallon)|per mill?e?(?= |$)|per thousand|parts per million|sq k?m|(?:square|cubic) \w+|degrees (?:celsius|centigrade"
    r"|fahrenheit|c|f)"
    r"|kilowatt hours|per cent|percentage points?|basis points?|years? old"
    r"|years of age|\S+"
)


def _split(words: str, side: int) -> list[str]:
    return _PHRASES.findall(words) if side else words.split()


_CHINESE, _ENGLISH = _words(0), _words(1)
_WORDED = {words.replace(" ", "-"): words for words in _ENGLISH}
"""A 75-basis-point rise: joined by hyphens."""


def _alternatives(words: dict[str, str], guarded: bool) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    guards = _NOT_BEFORE if guarded else {}
    return "|".join(
        re.escape(word).replace("\\ ", "[ -]") + (f"(?![{guards[word]}])" if word in guards else "")
        for word in ordered
    )


_UNIT = re.compile(
    rf" ?(?P<zh>{_alternatives(_CHINESE, True)})"
    rf"|[ -]?(?P<en>{_alternatives(_ENGLISH, False)})(?![a-z0-9])"
)
_TENTHS = re.compile(
    r" ?成(?![功为本立果员长交熟绩都就型了人群套片形败])"
    r"(?:([一二三四五六七八九半])(?![个家名位项种成十]))?"
)
_TENTH = {digit: float(i + 1) for i, digit in enumerate("一二三四五六七八九")} | {"半": 5.0}
_TIMES = re.compile(r"[ -]times(?= (?:as|more|less|fewer|the|that|[a-z]{2,9}er)(?![a-z]))")

_CENTS = re.compile(
    r"(?P<USD>[ -]cents?(?![a-z])| ?美分(?!析))|(?P<GBP>[ -]?pence(?![a-z])| ?便士)"
)
"""A hundredth of a dollar, of a pound."""
_DAYS = re.compile(r" ?日(?=[以之]?内)")
"""三十日内: days, where 30日 is one of a month."""
_DIME = re.compile(r" ?(?:[毛角]钱|毛(?=[，。；、]|$))")
"""A tenth of a yuan, as it is spoken."""


def currency_before(text: str, at: int, floor: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands right before, and where that begins."""
    match = _BEFORE.search(text[max(floor, at - 8) : at])
    if match is None:
        return None
    word, start = match["prefix"] or match["signed"], at - len(match[0])
    if word[0].isalpha() and word.isascii() and text[max(start - 1, 0) : start].isalpha():
        return None
    return _PREFIXES[word], start


def read(text: str, at: int) -> Unit | None:
    """The unit from the tables that starts here."""
    if match := _TENTHS.match(text, at):
        return Unit(PERCENT, 10.0, match.end(), _TENTH.get(match[1], 0.0))
    if match := _TIMES.match(text, at):
        return Unit(TIMES, 1.0, match.end())
    if match := _CENTS.match(text, at):
        return Unit(match.lastgroup or "", 0.01, match.end())
    if match := _DAYS.match(text, at):
        return Unit("day", 1.0, match.end())
    if match := _DIME.match(text, at):
        return Unit("CNY", 0.1, match.end())
    match = _UNIT.match(text, at)
    if match is None:
        return None
    english = match["en"]
    name = _CHINESE[match["zh"]] if match["zh"] else _ENGLISH[_WORDED.get(english, english)]
    if name == "‰":
        return Unit(PERCENT, 0.1, match.end())
    return rated(text, Unit(name, 1.0, match.end()))


def rated(text: str, unit: Unit) -> Unit:
    """A currency with what it is paid for: `20 美元/月`, `$20 a month`."""
    rate = _RATE.match(text, unit.end) if unit.name in CURRENCIES else None
    return Unit(f"{unit.name}/{_PER[rate[1]]}", unit.factor, rate.end()) if rate else unit


def is_time(name: str) -> bool:
    """Is this the name of a stretch of time?"""
    return name in TIME


def is_count(name: str) -> bool:
    """Does the unit say what is counted, if anything, rather than what is measured?"""
    return name.partition("/")[0] not in _MEASURED


def is_counted_kind(name: str) -> bool:
    """Does the unit name a kind of things (`sector`), rather than a measure word or people?"""
    return len(name) > 1 and is_count(name) and name not in COUNTS
