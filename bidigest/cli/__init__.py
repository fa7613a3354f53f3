"""The command line: `bidigest build | summarize | verify | …`, as `bidigest --help` lists them.

In: arguments. Out: pages, lines on the terminal, an exit code. `digest_commands` and
`edition_commands` have a function for each command.
"""
