#!/usr/bin/env python3
"""What do many stock points cost? Writes a scenario of PRODUCTS x STORES slow movers behind one warehouse each, runs a
year of it with the program and prints time, peak memory and the size of the result.

    tests/bench/scale.py PROGRAM PRODUCTS STORES [--tied] [--levels] [--volumes]

--tied adds a carrier that is slower while the backlog is long, which makes all of it one component.
--levels states s and S in a table with a row for each stock point, as planners' systems write them.
--volumes does so with demand: a rate of its own for each.
"""
import os
import re
import subprocess
import sys
import tempfile
import time

SCENARIO = """name: scale
length: 365 d
seed: 1
products: products.csv
sites: sites.csv
lanes: lanes.csv
demand:
{demand}
replenishment:
{levels}
initial:
  stores: {{ at: "s*", on_hand: 6 }}
  warehouse: {{ at: warehouse, on_hand: {three} }}
costs:
  all: {{ holding: 20 % per y, backorder: 0.1 per d }}
"""
CLASSES = """  a: { at: "s*", class: A, arrivals: poisson(0.2 per d), patience: exponential(7 d) }
  b: { at: "s*", class: B, arrivals: poisson(0.05 per d), patience: exponential(7 d) }
  c: { at: "s*", class: C, arrivals: poisson(0.01 per d), patience: exponential(7 d) }"""
VOLUMES = '  shoppers: { at: "s*", arrivals: poisson(0.1 per d), volumes: volumes.csv, patience: exponential(7 d) }'
RULES = """  stores: {{ at: "s*", policy: min_max, s: 1, S: 6 }}
  warehouse: {{ at: warehouse, policy: min_max, s: {stores}, S: {three} }}"""
TABLE = "  - { file: levels.csv, policy: min_max }"
TIED = """disruptions:
  late: {{ when: "threshold(of: backlog, at: warehouse, above: {limit}, check: 1 d)",
          effects: [{{ kind: lane_delay, lane: supplier->warehouse, factor: 1.5 }}] }}
"""


def write(folder, products, stores, tied, levels, volumes):
    def table(name, header, rows):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(header + "\n" + "".join(row + "\n" for row in rows))

    table("products.csv", "name,class,cost,price",
          (f"p{i:05},{'ABC'[i % 3]},{5 + i % 40},{10 + i % 90}" for i in range(products)))
    table("sites.csv", "name,kind", ["supplier,supplier", "warehouse,warehouse"] +
          [f"s{i:05},store" for i in range(stores)])
    table("lanes.csv", "from,to,transit", ["supplier,warehouse,7 d"] +
          [f"warehouse,s{i:05},2 d" for i in range(stores)])
    if levels:  # stores differ a little, products by their class
        table("levels.csv", "at,product,s,S",
              (row for i in range(products) for row in
               [f"s{k:05},p{i:05},{1 + (i + k) % 3},{5 + i % 3 + k % 7}" for k in range(stores)] +
               [f"warehouse,p{i:05},{stores},{3 * stores}"]))
    if volumes:
        table("volumes.csv", "at,product,volume",
              (f"s{k:05},p{i:05},{(2, 0.5, 0.1)[i % 3] * (1 + k % 7 / 10):.3f}"
               for i in range(products) for k in range(stores)))
    rules = TABLE if levels else RULES.format(stores=stores, three=3 * stores)
    text = SCENARIO.format(demand=VOLUMES if volumes else CLASSES, levels=rules, stores=stores, three=3 * stores)
    text += TIED.format(limit=products) if tied else ""
    with open(os.path.join(folder, "scale.yaml"), "w", encoding="utf-8") as file:
        file.write(text)


def measured(command):
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(said)
    return said, time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) != 3:
        sys.exit(__doc__)
    program, products, stores = words[0], int(words[1]), int(words[2])
    points = products * (stores + 1)
    with tempfile.TemporaryDirectory() as folder:
        write(folder, products, stores, "--tied" in sys.argv, "--levels" in sys.argv, "--volumes" in sys.argv)
        scenario, result = os.path.join(folder, "scale.yaml"), os.path.join(folder, "scale.h5")
        _, start, start_cpu, start_bytes = measured([program, "validate", scenario])
        said, wall, cpu, peak = measured([program, "run", scenario, "-o", result])
        customers = int(re.search(r"(\d+) customers simulated", said).group(1))
        print(f"{points} stock points, {customers} customers")
        print(f"start-up   {start:8.1f} s wall, {start_cpu:8.1f} s CPU, {start_bytes / points:6.0f} bytes a stock point")
        print(f"run        {wall:8.1f} s wall, {cpu:8.1f} s CPU, {peak / points:6.0f} bytes a stock point, "
              f"{cpu / points * 1e6:.1f} us a stock point, {cpu / customers * 1e9:.0f} ns a customer")
        print(f"result     {os.path.getsize(result) / 1e6:8.1f} MB")


if __name__ == "__main__":
    main()
