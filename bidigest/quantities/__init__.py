"""Quantities in Chinese (both scripts) and English, as intervals with a unit.

In: a string. Out: each `Quantity` in it with its span, and whether two exclude each other.

`2 到 18 个月` is a Quantity with low 2, high 18, unit "month". An open end is `math.inf` (`超过 300 家`, `300+`), which
JSON, having no infinity, is given as null; shares end at 100 %, and what stands below a bound
(`不到 15%`) begins at 0. Ends count as inside: "more than half" admits 50 %.

`approximate` is said of what the text itself leaves open: 约, nearly, 数百亿, 几十, 十多, and of
shares that speech rounds (一半, 七成, two thirds, one in three). A plain range (三四百亿) and a
plain bound (超过 50%) are exact. No figures: 一个 and "one thing", 几个 and "several", years and
dates, numbers that only name or count off (GPT-5, Chapter 3, 第三, 1.1), scores, set phrases.

What is written below zero is (净利润-3.2亿元, $(212) million, 零下5度), a tolerance (±3%) reaches both
ways; what words call a loss or a fall is given by its size, with `decrease`. By half (减半, halved)
is ~50 %, a discount of 八五折 the 85 % that are paid, 一碼 25 basis points. Text is read here over
line ends: a Chinese one is nothing, an English one a blank.
"""
