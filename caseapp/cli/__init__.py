"""The scriptable door: ``caseapp COMMAND`` does the same work as the window, through the same functions.

``--json`` gives one document on standard output, messages go to standard error. Exit 0 answered or done, 1 problems
found, 2 wrong use or bad input, with one plain sentence.
"""
