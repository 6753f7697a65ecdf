#!/usr/bin/env python3
"""Derives the tables of scenarios/health_import.yaml from the SCMS delivery history.

    python3 derive.py scms_delivery_history_clean.csv[.gz] [output folder]

Python 3 standard library only; the same input gives the same bytes. README.md beside this file says where the
data come from, what every table means and what was decided on the way.
"""
import collections
import csv
import datetime
import gzip
import math
import os
import re
import statistics
import sys
import unicodedata

WINDOW = ("2012-01-01", "2014-12-31")  # demand is read from these deliveries
YEARS = 3.0
LEAST_LINES_OF_COUNTRY = 20  # in the window, over all products
LEAST_LINES_OF_PRODUCT = 30
LEAST_LINES_OF_PAIR = 3
POINTS = 24  # of every empirical law: means of 24 bins of equal count
DAYS = 365.25

# Which regional distribution centre serves a country is not in the data ("SCMS from RDC" is all it says).
RDC_OF = {
    "rdc-ghana": ["Cameroon", "Côte d'Ivoire", "Dominican Republic", "Ghana", "Guyana", "Haiti", "Nigeria"],
    "rdc-kenya": ["Burundi", "Congo, DRC", "Ethiopia", "Kenya", "Rwanda", "South Sudan", "Sudan", "Tanzania", "Uganda"],
    "rdc-south-africa": ["Mozambique", "Namibia", "Zambia", "Zimbabwe"],
}
# Framework contracts: the order date is a call-off (0 to 4 days) or the contract (288 days), never an order's own.
LEFT_OUT = {"South Africa"}

# Assumptions where the extract is silent (README.md, "Decisions").
PLANNED_FROM_RDC = {"Truck": 45, "Air": 30}  # days from a country's order to its scheduled delivery
LEAST_FROM_RDC = 7  # days: nothing is picked, cleared and delivered faster
UNITS_PER_PACK = {"ARV": 60, "HRDT": 100}  # tablets of a bottle, tests of a kit
UNITS_PER_KIT = {"HIV 1/2, Uni-Gold HIV Kit": 20, "HIV 1/2, Stat-Pak HIV, Kit": 20,
                 "HIV 1/2, Colloidal Gold, Diagnostic Kit, Antibody": 1}
REVIEW = 30  # days between two orders of a stock point
EMERGENCY = 1.5  # price of the emergency market over cost

# Levels: name of the table, z of countries, z of distribution centres, mode that these plan with.
LEVELS = {"base": (1.3, 0.0, "Ocean"), "air": (1.3, 0.0, "Air"),
          "more_in_countries": (1.65, 0.0, "Ocean"), "more_at_rdcs": (1.3, 0.35, "Ocean"),
          "shift_to_countries": (1.65, -0.5, "Ocean"), "shift_to_rdcs": (0.8, 0.5, "Ocean")}


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["product_group"] in UNITS_PER_PACK]
    for row in rows:
        row["quantity"] = int(row["quantity"])
        row["unit_price"] = float(row["unit_price"])
        row["delivered_on"] = datetime.date.fromisoformat(row["delivered"])
        row["pair"] = (row["country"], product_of(row))
    return rows


def slug(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def product_of(row):
    noise = r"HIV 1/2, |, Diagnostic Kit, Antibody|HIV Kit|, Kit|Kit$| Disoproxil Fumarate"
    name = slug(re.sub(noise, "", row["item"]))
    return name + {"Adult": "-adult", "Pediatric": "-child"}.get(row["sub_class"], "")


def most_common(values):
    """The most frequent value; ties go to the alphabet, so that the tables do not depend on the order of rows."""
    return min(collections.Counter(values).items(), key=lambda item: (-item[1], item[0]))[0]


def law(values):
    """Means of POINTS bins of equal count, in whole days: keeps the mean and, nearly, the spread."""
    ordered = sorted(values)
    edge = [round(i * len(ordered) / POINTS) for i in range(POINTS + 1)]
    return [round(statistics.fmean(ordered[low:high])) for low, high in zip(edge, edge[1:])]


def written(values):
    """The law in the scenario language, equal values once with their weight."""
    weights = collections.Counter(values)
    text = f"values: [{', '.join(f'{value} d' for value in weights)}]"
    if len(weights) < len(values):
        text += f", weights: [{', '.join(str(weight) for weight in weights.values())}]"
    return f"empirical({text})"


def size_of(lines, pooled_cv):
    """Mean and coefficient of variation of one order; the product's own cv where a pair has too few lines."""
    sizes = [row["quantity"] for row in lines]
    mean = statistics.fmean(sizes)
    cv = statistics.stdev(sizes) / mean if len(sizes) >= 8 else pooled_cv
    return mean, min(max(cv, 0.3), 2.5)


def order_up_to(lines_per_year, mean_size, cv_size, lead_mean, lead_sd, z):
    """S = mean + z standard deviations of the demand over review period and lead time, at least one mean order;
    compound Poisson demand of rate r and size X over a mean time t with lead-time variance Var[L] has the variance
    r·t·E[X^2] + (r·E[X])^2·Var[L] (Silver, Pyke & Thomas 2017, sections 6.7 and 6.9)."""
    per_day = lines_per_year / DAYS
    time = REVIEW + lead_mean
    variance = per_day * time * mean_size**2 * (1 + cv_size**2) + (per_day * mean_size * lead_sd) ** 2
    return max(1, round(mean_size), round(per_day * time * mean_size + z * math.sqrt(variance)))


def write(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def lead_times(rows):
    """Days by channel and mode, over all years: the laws of the lanes."""
    def delivered(channel, modes):
        return [row for row in rows if row["fulfill_via"] == channel and row["shipment_mode"] in modes]

    def measured(row):
        return row["lead_time_days"] and int(row["lead_time_days"]) > 0 and row["country"] not in LEFT_OUT

    def from_plan(mode, row):
        return max(LEAST_FROM_RDC, PLANNED_FROM_RDC[mode] + int(row["days_late_vs_schedule"]))

    direct = {mode: law([int(row["lead_time_days"]) for row in delivered("Direct Drop", [mode]) if measured(row)])
              for mode in ("Ocean", "Air")}
    from_rdc = {mode: law([from_plan(mode, row) for row in delivered("From RDC", modes)])
                for mode, modes in (("Truck", ["Truck"]), ("Air", ["Air", "Air Charter"]))}
    return direct, from_rdc


def main(source, folder):
    rows = read(source)
    direct, from_rdc = lead_times(rows)
    rdc_of = {country: rdc for rdc, countries in RDC_OF.items() for country in countries}
    window = [row for row in rows
              if WINDOW[0] <= row["delivered"] <= WINDOW[1] and row["country"] not in LEFT_OUT]

    of_country = collections.Counter(row["country"] for row in window)
    of_product = collections.Counter(row["pair"][1] for row in window)
    of_pair = collections.Counter(row["pair"] for row in window)
    pairs = sorted(pair for pair, lines in of_pair.items()
                   if lines >= LEAST_LINES_OF_PAIR and of_country[pair[0]] >= LEAST_LINES_OF_COUNTRY
                   and of_product[pair[1]] >= LEAST_LINES_OF_PRODUCT)
    products = sorted({product for _, product in pairs})
    lines_of_product = {p: [row for row in window if row["pair"][1] == p] for p in products}
    maker_of = {p: most_common(row["manufacturing_site"] for row in lines_of_product[p]) for p in products}

    product_rows, cost_of, cv_of = [], {}, {}
    for p in products:
        lines = lines_of_product[p]
        group = lines[0]["product_group"]
        units = UNITS_PER_KIT.get(lines[0]["item"], UNITS_PER_PACK[group])
        cost_of[p] = max(0.5, round(statistics.median(row["unit_price"] for row in lines) * units, 2))
        # Spread within a country, pooled: every line relative to the mean of its own pair.
        relative = [row["quantity"] / statistics.fmean(r["quantity"] for r in lines if r["pair"] == row["pair"])
                    for row in lines if of_pair[row["pair"]] >= LEAST_LINES_OF_PAIR]
        cv_of[p] = statistics.stdev(relative)
        kind = {"Adult": "arv-adult", "Pediatric": "arv-child"}.get(lines[0]["sub_class"], "test")
        product_rows.append([p, kind, f"{cost_of[p]:.2f}", f"{EMERGENCY * cost_of[p]:.2f}"])

    sites, demand, truck, air, direct_air = {}, [], [], [], []
    levels = {name: [] for name in LEVELS}
    at_rdc = collections.defaultdict(list)  # (rdc, product) -> [(lines per year, mean, cv)]
    mean_sd = {("rdc", mode): (statistics.fmean(v), statistics.pstdev(v)) for mode, v in from_rdc.items()}
    mean_sd |= {("maker", mode): (statistics.fmean(v), statistics.pstdev(v)) for mode, v in direct.items()}

    for country, product in pairs:
        lines = [row for row in window if row["pair"] == (country, product)]
        via_rdc = [row for row in lines if row["fulfill_via"] == "From RDC"]
        name = f"{slug(country)}/{product}"
        per_year = len(lines) / YEARS
        mean, cv = size_of(lines, cv_of[product])
        sites[slug(country)] = "store"
        demand.append([name, slug(country), product, f"poisson({per_year:.2f} per y)",
                       f"lognormal(mean: {round(mean)}, cv: {cv:.2f})"])
        if 2 * len(via_rdc) >= len(lines):
            rdc = rdc_of[country]
            mode = "Truck" if most_common(row["shipment_mode"] for row in via_rdc) == "Truck" else "Air"
            row = [f"{rdc}->{name}", rdc, slug(country), product, written(from_rdc[mode])]
            (truck if mode == "Truck" else air).append(row)
            at_rdc[rdc, product].append((per_year, mean, cv))
            lead = mean_sd["rdc", mode]
        else:
            maker = slug(most_common(row["manufacturing_site"] for row in lines))
            sites[maker] = "supplier"
            direct_air.append([f"{maker}->{name}", maker, slug(country), product, written(direct["Air"])])
            lead = mean_sd["maker", "Air"]
        for table, (z, _, _) in LEVELS.items():
            level = order_up_to(per_year, mean, cv, *lead, z)
            levels[table].append([name, slug(country), product, level])

    ocean, by_air = [], []
    for (rdc, product), streams in sorted(at_rdc.items()):
        maker = slug(maker_of[product])
        sites[maker], sites[rdc] = "supplier", "warehouse"
        ocean.append([f"{maker}->{rdc}/{product} by ocean", maker, rdc, product, written(direct["Ocean"])])
        by_air.append([f"{maker}->{rdc}/{product} by air", maker, rdc, product, written(direct["Air"])])
        per_year = sum(rate for rate, _, _ in streams)
        mean = sum(rate * mean for rate, mean, _ in streams) / per_year
        square = sum(rate * mean**2 * (1 + cv**2) for rate, mean, cv in streams) / per_year
        cv = math.sqrt(square / mean**2 - 1)
        for table, (_, z, mode) in LEVELS.items():
            level = order_up_to(per_year, mean, cv, *mean_sd["maker", mode], z)
            levels[table].append([f"{rdc}/{product}", rdc, product, level])

    lane = ["name", "from", "to", "product", "transit"]
    write(folder, "products.csv", ["name", "class", "cost", "price"], product_rows)
    order = ["supplier", "warehouse", "store"]
    ordered = sorted(sites.items(), key=lambda site: (order.index(site[1]), site[0]))
    write(folder, "sites.csv", ["name", "kind"], ordered)
    write(folder, "lanes_maker_rdc_ocean.csv", lane, ocean)
    write(folder, "lanes_maker_rdc_air.csv", lane, by_air)
    write(folder, "lanes_rdc_country_truck.csv", lane, truck)
    write(folder, "lanes_rdc_country_air.csv", lane, air)
    write(folder, "lanes_maker_country_air.csv", lane, direct_air)
    write(folder, "demand.csv", ["name", "at", "product", "arrivals", "size"], demand)
    for table, body in levels.items():
        write(folder, f"levels_{table}.csv", ["name", "at", "product", "S"], body)

    for title, laws in (("maker", direct), ("distribution centre", from_rdc)):
        for mode, values in laws.items():
            mean, sd = statistics.fmean(values), statistics.pstdev(values)
            print(f"order to delivery, {title}, {mode}: mean {mean:.0f} d, sd {sd:.0f} d")
    print(f"{len(pairs)} country stock points, {len(at_rdc)} at distribution centres, {len(products)} products, "
          f"{len(sites)} sites, {sum(of_pair[p] for p in pairs) / YEARS:.0f} orders per year")
    for table in levels:
        value = {True: 0.0, False: 0.0}
        for row in levels[table]:
            value[row[1].startswith("rdc-")] += row[3] * cost_of[row[2]]
        print(f"levels {table}: countries {value[False] / 1e6:.1f} M, distribution centres {value[True] / 1e6:.1f} M")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else os.path.dirname(os.path.abspath(__file__)))
