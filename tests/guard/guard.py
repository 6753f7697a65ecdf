#!/usr/bin/python3
"""guard.py BINARY FOLDER COMPILER : has the program become slower?

Counts the instructions that BINARY itself takes for four small workloads (valgrind's callgrind; what libraries do is
left out, so neither their versions nor the processor matter) and holds them against counts.txt. More than 5 % above is a
failure, and so is more than 5 % below: the guard would no longer see a loss of what was gained. Ends with 77 where
nothing can be said: no valgrind, or another compiler than the one that the counts are of.

With RESTOCK_REFRESH=1 the counts are written instead; the commit says why they changed.

The same build gives the same counts to some tens of instructions, wherever it lies.
"""
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
COUNTS = HERE / "counts.txt"
ROOM = 0.05
SKIPPED = 77
WORKLOADS = {
    "batched": "site",
    "waiting": "orders",
    "supply": "site",
    "tables": "stock_point",
}


def write_tables(folder):
    """A depot and twelve shops with sixty products, as tables."""
    products = [f"p-{i:02}" for i in range(60)]
    shops = [f"shop-{i:02}" for i in range(12)]
    tables = {
        "products.csv": ["name,cost,price"] + [f"{p},{i + 1}.50,{3 * i + 4}.00" for i, p in enumerate(products)],
        "sites.csv": ["name,kind", "maker,supplier", "depot,warehouse"] + [f"{s},store" for s in shops],
        "lanes.csv": ["name,from,to,transit", "ship,maker,depot,4 d"]
                     + [f"van-{s},depot,{s},2 d" for s in shops],
        "demand.csv": ["name,at,product,arrivals"]
                      + [f"{s}-{p},{s},{p},poisson({1 + i % 7} per d)" for s in shops for i, p in enumerate(products)],
    }
    for name, lines in tables.items():
        (folder / name).write_text("\n".join(lines) + "\n")


def own_instructions(profile, binary):
    """Instructions by function of the program itself, from a profile of callgrind."""
    counts = Counter()
    names = {}
    mine = called = False
    function = ""

    def unfold(text):
        """`(3) name` defines a short form, `(3)` uses it."""
        number, _, name = text.partition(" ")
        if name:
            names[text_kind + number] = name
        return names.get(text_kind + number, number)

    for line in profile.read_text(errors="replace").splitlines():
        kind, equals, text = line.partition("=")
        if equals and kind in ("ob", "fn", "cob", "cfn", "cfi", "cfl", "fl", "fi", "fe"):
            text_kind = {"cob": "ob", "cfn": "fn"}.get(kind, kind)
            name = unfold(text)
            if kind == "ob":
                mine = os.path.realpath(name) == binary
            elif kind == "fn":
                function = name
        elif line.startswith("calls="):
            called = True  # the next line is what the callee took
        elif line and line[0] in "0123456789+-*":
            if mine and not called:
                counts[function] += int(line.split()[1])
            called = False
    return counts


def count(name, binary, folder):
    """Runs a workload."""
    profile = folder / f"{name}.callgrind"
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", binary, "run", f"{name}.yaml", "-q",
               "--threads", "1", "--detail", WORKLOADS[name], "-o", f"{name}.h5", "--force"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"guard: {name}: exit code {done.returncode}\n{done.stderr[-4000:]}")
    return own_instructions(profile, binary)


def read_counts():
    """The first line that is no comment names the compiler."""
    lines = [line.split(None, 1) for line in COUNTS.read_text().splitlines() if line and not line.startswith("#")]
    kept = {name: text for name, text in lines}
    return kept.pop("compiler"), {name: int(text) for name, text in kept.items()}


def main(binary, folder, compiler):
    binary = os.path.realpath(binary)
    folder = Path(folder)
    refresh = os.environ.get("RESTOCK_REFRESH", "") not in ("", "0")
    if shutil.which("valgrind") is None:
        print("guard: SKIPPED, valgrind is not installed: nobody has looked whether the program became slower")
        return SKIPPED
    known, baseline = read_counts() if COUNTS.exists() else (None, {})
    if compiler != known and not refresh:
        print(f"guard: SKIPPED, the counts are of {known} and this is {compiler}:\n"
              "nobody has looked whether the program became slower")
        return SKIPPED
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in WORKLOADS:
        shutil.copy(HERE / f"{name}.yaml", folder)
    write_tables(folder)
    found = {name: count(name, binary, folder) for name in WORKLOADS}
    if refresh:
        lines = ["# Instructions of the program itself, libraries left out, for each workload of this folder.",
                 "# Written by RESTOCK_REFRESH=1 ctest --test-dir build -R guard; the commit says why they changed.",
                 f"compiler {compiler}"] + [f"{name} {sum(counts.values())}" for name, counts in found.items()]
        COUNTS.write_text("\n".join(lines) + "\n")
    failed = False
    for name, counts in found.items():
        now, before = sum(counts.values()), baseline.get(name)
        if before is None:
            print(f"{name:8} {now / 1e6:8.1f} M instructions, for the first time")
            failed = failed or not refresh
            continue
        change = now / before - 1.0
        print(f"{name:8} {now / 1e6:8.1f} M instructions, {100.0 * change:+.2f} %")
        if abs(change) <= ROOM or refresh:
            continue
        failed = True
        print(f"  {'above' if change > 0 else 'below'} the {before / 1e6:.1f} M of counts.txt by more than "
              f"{100 * ROOM:.0f} %. Most is taken by:")
        for function, taken in counts.most_common(12):
            print(f"  {taken / 1e6:8.2f} M  {function[:110]}")
    if failed:
        print("If this was not meant, look at the functions above: run the test before and after the change. If it was,\n"
              "RESTOCK_REFRESH=1 ctest --test-dir build -R guard writes the new counts; say in the commit why they are\n"
              "what they are.")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
