"""coverage_table.py COVERAGE.JSON: what gcovr has counted as a table by room, and the longest gaps. Used by
scripts/coverage.
"""

import collections
import json
import sys

LONGEST = 12


def gaps(lines):
    """Runs of lines that did not run, as (first, last, how many of them could have)."""
    found, run = [], []
    for line in lines:
        if line["count"] == 0:
            run.append(line["line_number"])
        elif run:
            found.append((run[0], run[-1], len(run)))
            run = []
    return found + ([(run[0], run[-1], len(run))] if run else [])


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "–"


def table(files):
    rooms, longest = collections.defaultdict(lambda: [0] * 5), []
    for file in files:
        lines = [line for line in file["lines"] if not line.get("gcovr/noncode")]
        branches = [branch for line in lines for branch in line["branches"]]
        row = [1, len(lines), sum(line["count"] > 0 for line in lines), len(branches),
               sum(branch["count"] > 0 for branch in branches)]
        parts = file["file"].split("/")
        for room in ("/".join(parts[:2]) if parts[0] == "sim" else parts[0], "all"):
            rooms[room] = [a + b for a, b in zip(rooms[room], row)]
        longest += [(count, file["file"], first, last) for first, last, count in gaps(lines)]
    text = "| room | files | lines | that ran | branches | that were taken |\n|---|---|---|---|---|---|\n"
    for room in sorted(rooms, key=lambda name: (name == "all", name)):
        count, lines, ran, branches, taken = rooms[room]
        text += f"| {room} | {count} | {lines} | {percent(ran, lines)} | {branches} | {percent(taken, branches)} |\n"
    text += "\nThe longest gaps, in lines that could have run:\n\n| lines | where |\n|---|---|\n"
    for count, file, first, last in sorted(longest, key=lambda gap: (-gap[0], gap[1:]))[:LONGEST]:
        text += f"| {count} | `{file}` {first}–{last} |\n"
    return text


def main():
    with open(sys.argv[1], encoding="utf-8") as counted:
        print(table(json.load(counted)["files"]), end="")


main()
