"""Numerals that are part of a name or of a set phrase: of a place, a body, a war, a publication.

They are looked for in folded, half-width text, before the numerals that count something. After
`In Canada`, a number is no part of the name; of most names only a reader can tell: `In Windows 11
users` is about Windows 11.
"""

from __future__ import annotations

import re

CHINESE = re.compile(
    r"(?=[一二三四五六七八九十红第负前铁现冬东南西北掌枪歌哭烟谣怨火声两])(?:"
    r"[一二三四五六七八九十]{1,2}国集团|八国联军|(?:红|第)?[一二三四]方面军"
    r"|三国(?=演义|志|时期|时代|杀|鼎立|人物|群英)"
    r"|红?十字(?:会|军|架|街|绣|形|坡|花|国际|路)|[三四五]位一体|铁人三项|现代五项|十项全能|冬季两项"
    r"|六盘水|五台山|七台河|五大连池|十万大山|三门峡|七匹狼|三轮车|八字[步眉脚胡]"
    r"|十万火急|四面楚歌|两面[性派]|二元论"
    r"|[东南西北]?[二三四五六七]环[路线内外]|[二三四五六]年制|[一二三四五六七八九十]{1,3}届[一二三四五六七]中全会|[二三]次元|前[二三四五六七八九十\d]{1,3}名(?!单)|负[一二三四五1-5](?=[层楼])"
    r"|[掌枪歌哭烟谣怨火声]四起"
    # 四处奔跑, but 四处遗址.
    r"|四处(?=[奔张游寻求打流逃走散找飞碰看乱躲乞漂蔓征宣可弥都搜借筹活飘串]))"
)
_NUMBER = (
    "Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|Hundred"
)
ENGLISH = re.compile(
    r"(?=[aAiI10+TFSENHntB37])(?<![A-Za-z])(?:"
    r"(?i:arxiv)[: ]{0,2}\d{4}\.\d{4,5}(?:v\d+)?|(?i:isbn)[-: ]{0,2}[\d-]{9,17}X?"
    r"|(?<![\w.])10\.\d{4,9}/[!-~]+"
    # The Six-Day War, Three Mile Island.
    rf"|(?:{_NUMBER})[ -](?:Days?|Miles?|Years?|Hours?|Weeks?)['’]?[ -]"
    r"(?:War|Island|Campaign|Battle|Rule|Plan|Creek|Movement|March|Retreat|Club|Project|Crisis)(?![a-z])"
    r"|(?i:nine[- ]to[- ]five|at sixes and sevens|a million thanks|thanks a million)(?![a-z])"
    r"|7-Eleven|3M(?=[’']s |公司|口罩| Co| said| report)"
    # The Seven Sisters, the Big Four: a number with a capital within a sentence.
    rf"|(?<=[a-z] )(?:{_NUMBER})(?= [A-Z])|Big (?:Two|Three|Four|Five|Six|Seven)(?![a-z])"
    # 020 7946 0018, +44 20 7946 0958.
    r"|(?<![\d+])(?<!\d )(?:0[1-9]\d{1,3} \d{3,4} \d{3,4}|\+\d{1,3}(?: \d{2,4}){2,4})(?!\d))"
)


_COUNTRIES = frozenset(
    "Afghanistan Africa Albania Algeria America Andorra Angola Antarctica Arabia Argentina Armenia "
    "Asia Australia Austria Azerbaijan Bahrain Bangladesh Barbados Belarus Belgium Belize Benin "
    "Bhutan Bolivia Bosnia Botswana Brazil Britain Brunei Bulgaria Burundi Cambodia Cameroon Canada "
    "Chad Chile China Colombia Congo Croatia Cuba Cyprus Czechia Denmark Dominica Ecuador Egypt "
    "Emirates England Eritrea Estonia Eswatini Ethiopia Europe Fiji Finland France Gabon Gambia "
    "Georgia Germany Ghana Greece Greenland Grenada Guatemala Guinea Guyana Haiti Herzegovina "
    "Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan "
    "Kazakhstan Kenya Kingdom Kiribati Korea Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho "
    "Liberia Libya Liechtenstein Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives "
    "Mali Malta Mauritania Mauritius Mexico Micronesia Moldova Monaco Mongolia Montenegro Morocco "
    "Mozambique Myanmar Namibia Nauru Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan "
    "Palau Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Republic Romania Russia "
    "Rwanda Samoa Scotland Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Spain "
    "States Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tonga "
    "Tunisia Turkey Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu Venezuela Vietnam "
    "Wales Yemen Zambia Zealand Zimbabwe".split()
)
_WITHIN = re.compile(
    r"(?<![A-Za-z])(?:[Ii]n|[Aa]cross|[Tt]hroughout) (?:the )?(?:[A-Z][a-z]{1,12} )?$"
)
_NEAR = 40
"""Characters before the name in which the preposition is looked for."""


def is_within_a_country(name: str, text: str, start: int) -> bool:
    """Tell whether a name with a number behind it is a country, the number standing beside it.

    Args:
        name: the capitalised words before the number.
        text: the text they stand in.
        start: code point at which the name begins.
    """
    before = text[max(0, start - _NEAR) : start]
    return name.partition(" ")[0] in _COUNTRIES and bool(_WITHIN.search(before))
