#!/usr/bin/env python3
"""Derives the tables of scenarios/backtest.yaml from order_lines.csv beside this file.

    python3 backtest.py [output folder]

Python 3 standard library only; the same input gives the same bytes. Demand and levels are learned from lines before
2011-06-01 alone; those of the three months after it are what the scenario is held against.
"""
import collections
import csv
import datetime
import math
import os
import statistics
import sys

FIRST, END = datetime.date(2010, 12, 1), datetime.date(2011, 6, 1)  # learned from
AFTER = datetime.date(2011, 9, 1)  # held against what is between END and this
LEAD = 21  # days; an assumption, as in the scenario
COVER = 14  # days of demand that one order covers
Z = 1.65
CASE = 12  # S - s is rounded up to whole cases
HERE = os.path.dirname(os.path.abspath(__file__))


def law(values):
    """Values as they were seen, each with the number of times that it was."""
    counts = sorted(collections.Counter(values).items())
    return "empirical([{}], weights: [{}])".format(", ".join(str(v) for v, _ in counts),
                                                   ", ".join(str(n) for _, n in counts))


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(folder):
    days = [FIRST + datetime.timedelta(days=d) for d in range((END - FIRST).days)]
    lines = collections.defaultdict(lambda: collections.defaultdict(list))  # product → day → units of each line
    happened = []
    with open(os.path.join(HERE, "order_lines.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = datetime.date.fromisoformat(row["time"][:10])
            if FIRST <= day < END:
                lines[row["product"]][day].append(int(row["quantity"]))
            elif END <= day < AFTER:
                happened.append([row["time"], row["product"], row["quantity"]])
    demand, levels = [], []
    for product in sorted(lines):
        of_day = [lines[product].get(day, []) for day in days]
        units = [sum(each) for each in of_day]
        mean, variance = statistics.fmean(units), statistics.pvariance(units)
        s = math.ceil(mean * (LEAD + 1) + Z * math.sqrt(variance * (LEAD + 1)))
        lot = CASE * math.ceil(mean * COVER / CASE)
        customers = law([len(each) for each in of_day])
        size = law([quantity for each in of_day for quantity in each])
        demand.append([product, "webshop", product, f"batches(every: 1 d, customers: {customers})", size])
        levels.append([product, "webshop", product, s, s + lot])
    write(folder, "backtest_demand.csv", ["name", "at", "product", "arrivals", "size"], demand)
    write(folder, "backtest_levels.csv", ["name", "at", "product", "s", "S"], levels)
    write(folder, "backtest_happened.csv", ["time", "product", "quantity"], happened)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else HERE)
