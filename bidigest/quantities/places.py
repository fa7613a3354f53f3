"""Countries and continents: after `In Canada`, a number is no part of the name.

Of most names only a reader can tell: `In Windows 11 users` is about Windows 11.
"""

from __future__ import annotations

import re

_LAST_WORDS = frozenset(
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
_WIDEST = 40
"""Characters before the name in which the preposition is looked for."""


def is_within_a_country(name: str, text: str, start: int) -> bool:
    """Tell whether a name with a number behind it is a country, the number standing beside it.

    Args:
        name: the capitalised words before the number.
        text: the text they stand in.
        start: code point at which the name begins.
    """
    before = text[max(0, start - _WIDEST) : start]
    return name.partition(" ")[0] in _LAST_WORDS and bool(_WITHIN.search(before))
