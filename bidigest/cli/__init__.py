"""The command line: `bidigest build | summarize | verify | changes | explain`.

In: arguments. Out: pages, lines on the terminal, an exit code. `commands` has one function each.
"""
