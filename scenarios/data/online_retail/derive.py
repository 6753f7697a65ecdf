#!/usr/bin/env python3
"""Derives the tables of scenarios/webshop_replay.yaml from order lines of a UK web shop.

    python3 derive.py order_lines_top60_skus.csv[.gz] [output folder]

Python 3 standard library only; the same input gives the same bytes. README.md beside this file says where the
data come from, what every table means and what was decided on the way.
"""
import collections
import csv
import datetime
import gzip
import math
import os
import statistics
import sys

FIRST, START, END = "2010-12-01", "2011-03-01", "2011-12-10"  # learned from, replayed from, replayed up to
PRODUCTS = 24
LEAST_LINES_A_MONTH = 10
LEAD_MEAN, LEAD_CV = 21.0, 0.4  # days; an assumption, as in the scenario
WEEK, COVER = 7.0, 14  # days: review of the weekly rule; demand covered by one order of the (s,S) rule
Z = 1.65
CASE = 12  # S - s is rounded up to whole cases
PHANTOM = 0.05  # share of the opening stock that is on record and not there
COST_SHARE = 0.5  # of the median price; an assumption


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if int(row["quantity"]) > 0]
    return sorted(rows, key=lambda row: (row["timestamp"], row["sku"], row["invoice"], int(row["quantity"])))


def steady(rows):
    """The most ordered products that were on sale in every full month."""
    months = collections.defaultdict(collections.Counter)
    for row in rows:
        months[row["sku"]][row["timestamp"][:7]] += 1
    full = sorted({row["timestamp"][:7] for row in rows})[:-1]
    on_sale = [sku for sku, count in months.items() if all(count[month] >= LEAST_LINES_A_MONTH for month in full)]
    return sorted(sorted(on_sale, key=lambda sku: (-sum(months[sku].values()), sku))[:PRODUCTS])


def daily(rows, sku, first, end):
    """Units of every calendar day, closed days included."""
    days = (datetime.date.fromisoformat(end) - datetime.date.fromisoformat(first)).days
    units = collections.Counter()
    for row in rows:
        if row["sku"] == sku and first <= row["timestamp"][:10] < end:
            units[row["timestamp"][:10]] += int(row["quantity"])
    return [*units.values(), *([0] * (days - len(units)))]


def level(units, time):
    """Mean + Z standard deviations of the demand over `time` + lead time, whose variance is t·Var[D] + E[D]^2·Var[L]
    (Silver, Pyke & Thomas 2017, section 6.7)."""
    mean, variance = statistics.fmean(units), statistics.pvariance(units)
    span = time + LEAD_MEAN
    return math.ceil(mean * span + Z * math.sqrt(variance * span + (mean * LEAD_MEAN * LEAD_CV) ** 2))


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(source, folder):
    rows = read(source)
    skus = steady(rows)
    prices = {sku: statistics.median(float(row["unit_price_gbp"]) for row in rows if row["sku"] == sku) for sku in skus}

    write(folder, "products.csv", ["name", "cost", "price"],
          [[sku, f"{prices[sku] * COST_SHARE:.2f}", f"{prices[sku]:.2f}"] for sku in skus])
    write(folder, "order_lines.csv", ["time", "product", "quantity"],
          [[row["timestamp"][:16].replace(" ", "T"), row["sku"], row["quantity"]]
           for row in rows if row["sku"] in skus])
    for name, first, end in (("winter", FIRST, START), ("hindsight", FIRST, END)):
        rules, weekly = [], []
        for sku in skus:
            units = daily(rows, sku, first, end)
            s = level(units, 0.0)
            lot = math.ceil(COVER * statistics.fmean(units) / CASE) * CASE
            rules.append([sku, "webshop", sku, s, s + lot])
            weekly.append([sku, "webshop", sku, level(units, WEEK)])
        write(folder, f"min_max_{name}.csv", ["name", "at", "product", "s", "S"], rules)
        write(folder, f"weekly_{name}.csv", ["name", "at", "product", "S"], weekly)

    with open(os.path.join(folder, "min_max_winter.csv"), encoding="utf-8") as file:
        opening = [(row["product"], int(row["S"])) for row in csv.DictReader(file)]
    write(folder, "initial_phantom.csv", ["name", "at", "product", "on_hand", "on_record"],
          [[sku, "webshop", sku, S - round(PHANTOM * S), S] for sku, S in opening])

    shown = sum(1 for row in rows if row["sku"] in skus)
    later = sum(1 for row in rows if row["sku"] in skus and row["timestamp"] >= START)
    print(f"{len(skus)} products, {shown} order lines, {later} of them from {START} on")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else os.path.dirname(os.path.abspath(__file__)))
