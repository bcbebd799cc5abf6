"""Parses all files of a language by a tree-sitter grammar: parse.py MODULE EXTENSION [FOLDER]."""

import importlib
import pathlib
import sys

import tree_sitter

module, extension, folder = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "."
parser = tree_sitter.Parser(tree_sitter.Language(importlib.import_module(module).language()))
files = sorted(pathlib.Path(folder).rglob(f"*.{extension}"))
problems = 0
for file in files:
    nodes = [parser.parse(file.read_bytes()).root_node]
    while nodes:
        node = nodes.pop()
        if node.is_error or node.is_missing:
            problems += 1
            print(f"{file}:{node.start_point[0] + 1}: {node.text[:80]!r}")
        elif node.has_error:
            nodes.extend(node.children)
if problems or not files:
    sys.exit(f"{problems} problems in {len(files)} files")
