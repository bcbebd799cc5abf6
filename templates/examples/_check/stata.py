"""Compiles the Python between `python:` and `end` of all do-files below a folder: stata.py FOLDER."""

import ast
import pathlib
import re
import sys

files = sorted(pathlib.Path(sys.argv[1]).rglob("*.do"))
problems = [] if files else ["no do-files"]
for file in files:
    text = file.read_text(encoding="utf-8")
    blocks = re.findall(r"^python:\n(.*?)^end\n", text, re.DOTALL | re.MULTILINE)
    if not blocks:
        problems.append(f"{file}: no Python")
    for block in blocks:
        try:
            ast.parse(block)
        except SyntaxError as error:
            problems.append(f"{file}: {error}")
        # A blank line ends what is indented, as in an interactive Python.
        if re.search(r"\n *\n ", block):
            problems.append(f"{file}: a blank line inside of a function")
        if re.search(r"[`$]", block):
            problems.append(f"{file}: a macro of Stata inside of Python")
print("\n".join(problems), end="")
sys.exit(1 if problems else 0)
