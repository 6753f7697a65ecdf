"""The report in a real browser: it loads without a complaint and without a request, its charts are drawn, its tables
sort and filter by mouse and by keyboard, in light, in dark and on paper.

usage: report.py RESTOCK FOLDER [KEEP]: the program, a folder for what is made, and where to keep pictures to look at.
Ends with 77 where there is no browser.
"""
import os
import shutil
import subprocess
import sys

from chromium import Chromium

SCENARIO = """name: Kettles & <b>toasters</b>
question: "Is a deeper shelf worth it? <script>document.title = 'broken'</script>"
length: 60 d
replications: 6
series: 2 d
products: { kettle: { cost: 10, price: 20 }, toaster: { cost: 8, price: 15 } }
sites:
  maker: { kind: supplier }
  "north <i>shop</i>": { kind: store }
  south: { kind: store }
  east: { kind: store }
  west: { kind: store }
lanes:
  - { from: maker, to: "north <i>shop</i>", transit: 3 d }
  - { from: maker, to: south, transit: 4 d }
  - { from: maker, to: east, transit: 5 d }
  - { from: maker, to: west, transit: 6 d }
demand: { walk-in: { at: "*", arrivals: poisson(5 per d), patience: exponential(2 d), accept: tolerance(exponential(3 d)) } }
replenishment: { shops: { at: "*", policy: min_max, s: 18, S: 40 } }
costs: { all: { holding: 0.10 per d, ordering: 5, backorder: 0.50 per d } }
disruptions: { strike: { when: "scheduled(from: 20 d, for: 7 d)", effects: [{ kind: lane_closed, lane: "*" }] } }
alternatives:
  deeper: { replenishment.shops.S: 60 }
  "late <script>alert(1)</script>": { replenishment.shops.s: 10 }
"""


SWEEP = SCENARIO.replace("replications: 6", "replications: 4").replace("series: 2 d\n", "") + """sweep:
  factors:
    "s": { path: replenishment.shops.s, values: [10, 18, 26] }
    "S": { path: replenishment.shops.S, values: [40, 60] }
    haul: { path: lanes.maker->south.transit, values: [4 d, 8 d] }
"""


def check(holds, words):
    if not holds:
        sys.exit("failed: " + words)


def make_report(restock, folder):
    scenario, result, page = (os.path.join(folder, name) for name in ("shops.yaml", "shops.h5", "shops.html"))
    with open(scenario, "w", encoding="utf-8") as file:
        file.write(SCENARIO)
    run = [restock, "run", scenario, "--detail", "stock_point", "-o", result, "--force", "--quiet"]
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([restock, "report", result, "-o", page, "--force"], check=True)
    check(os.path.getsize(page) < 1_000_000, "the page is smaller than a megabyte")
    return page


def make_others(restock, folder):
    """The pages of a sweep and of an attribution."""
    pages = []
    for name, verb, text in (("sweep", "sweep", SWEEP), ("causes", "attribute", SCENARIO)):
        scenario, result, page = (os.path.join(folder, name + end) for end in (".yaml", ".h5", ".html"))
        with open(scenario, "w", encoding="utf-8") as file:
            file.write(text)
        command = [restock, verb, scenario, "-o", result, "--force", "--quiet"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        subprocess.run([restock, "report", result, "-o", page, "--force"], check=True)
        check(os.path.getsize(page) < 1_000_000, "the page is smaller than a megabyte")
        pages.append(os.path.abspath(page))
    return pages


def complaints(browser):
    kinds = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Page.javascriptDialogOpening")
    return [event for event in browser.events if event["method"] in kinds]


def check_silence(browser, page):
    requests = [e["params"]["request"]["url"] for e in browser.events if e["method"] == "Network.requestWillBeSent"]
    check(complaints(browser) == [], "the console is silent: " + str(complaints(browser)))
    check(requests == ["file://" + page], "nothing is asked for but the page: " + str(requests))
    check(browser.value("document.title").startswith("Kettles & <b>"), "names stay texts")
    check(browser.value("document.querySelectorAll('b b, i, h1 script, th script').length") == 0, "no name is markup")
    check(browser.value("document.scripts.length") == 1, "one script")


def check_charts(browser):
    sizes = browser.value("""[...document.querySelectorAll('svg.chart')].map(svg => {
        const box = svg.getBoundingClientRect();
        const marks = svg.querySelectorAll('rect, circle, polyline, path').length;
        return [box.width, box.height, marks, svg.getAttribute('aria-label').length]; })""")
    check(len(sizes) > 15, "there are charts: " + str(len(sizes)))
    check(all(w > 100 and h > 30 and marks > 0 and label > 20 for w, h, marks, label in sizes), "all are drawn")
    for section in ("outcomes", "alternatives", "tradeoff", "differences", "waits", "series", "map", "places", "provenance"):
        check(browser.value(f"document.querySelectorAll('#{section}').length") == 1, "there is a section " + section)
    # The style applies: what it colours has its colour, and the policy lets no other in.
    check(browser.value("getComputedStyle(document.querySelector('.answer')).borderLeftWidth") == "4px", "it is styled")
    browser.value("document.body.appendChild(document.createElement('style')).textContent = 'h1 { display: none }'")
    check(browser.value("getComputedStyle(document.querySelector('h1')).display") == "block", "no other style gets in")
    browser.value("document.body.appendChild(document.createElement('script')).textContent = 'window.broken = 1'")
    check(browser.value("window.broken === undefined"), "no other script gets in")


def charts_are_drawn(browser, section, least):
    sizes = browser.value("""[...document.querySelectorAll('#%s svg.chart')].map(svg => {
        const box = svg.getBoundingClientRect();
        return [box.width, box.height, svg.querySelectorAll('rect, circle').length]; })""" % section)
    check(len(sizes) >= least and all(w > 100 and h > 50 and marks > 2 for w, h, marks in sizes),
          section + ": charts are drawn: " + str(sizes))


def check_sweep(browser):
    for section in ("effects", "heat", "cells", "provenance"):
        check(browser.value(f"document.querySelectorAll('#{section}').length") == 1, "there is a section " + section)
    charts_are_drawn(browser, "effects", 6)
    charts_are_drawn(browser, "heat", 3)
    check(browser.value("document.querySelector('.answer').textContent").startswith("Best by profit of 36 cells is s = "),
          "the answer is a sentence")
    shades = browser.value("""[...new Set([...document.querySelectorAll('#heat svg.chart rect')]
        .map(rect => getComputedStyle(rect).fill))].length""")
    check(shades > 3, "fields have shades: " + str(shades))
    table = "document.querySelector('#cells table')"
    column = browser.value(f"[...{table}.tHead.rows[0].cells].findIndex(c => c.textContent.startsWith('total cost'))")
    click = f"{table}.tHead.rows[0].cells[{column}].querySelector('button').click()"
    shown = f"[...{table}.tBodies[0].rows].map(row => parseFloat(row.cells[{column}].textContent.replace(/,/g, '')))"
    browser.value(click)
    numbers = browser.value(shown)
    check(len(numbers) == 36 and numbers == sorted(numbers, reverse=True), "cells are sorted")
    browser.value(click)
    check(browser.value(shown) == sorted(numbers), "cells are sorted the other way")


def check_causes(browser):
    charts_are_drawn(browser, "attribution", 1)
    check("is answerable for" in browser.value("document.querySelector('.answer').textContent"), "the answer names a cause")
    # A bar begins where the one above it ends.
    bars = browser.value("""[...document.querySelector('#attribution svg.chart').querySelectorAll('rect')].map(rect => [
        +rect.getAttribute('x'), +rect.getAttribute('width'), rect.getAttribute('class')])""")
    end = bars[0][0] + bars[0][1]
    for x, width, kind in bars[1:-1]:
        check(abs((x + width if kind == "p-less" else x) - end) < 1.5, "bars follow each other: " + str(bars))
        end = x if kind == "p-less" else x + width
    check(abs(bars[-1][0] + bars[-1][1] - end) < 1.5, "they add up to the total: " + str(bars))


FIND = "const table = document.querySelector('#places table[data-test]'), head = table.tHead.rows[0]"


def check_tables(browser):
    browser.value("""(() => { const tables = [...document.querySelectorAll('#places table')];
        tables.find(t => t.caption.textContent === 'Stock points').dataset.test = '1'; })()""")
    column = browser.value("(() => {" + FIND + "; return [...head.cells].findIndex(c => c.textContent.startsWith('fill rate')); })()")
    shown = "(() => {" + FIND + f"; return [...table.tBodies[0].rows].filter(r => !r.hidden).map(r => r.cells[{column}].textContent); }})()"
    as_written = browser.value(shown)
    check(len(as_written) == 3 * 8, "three alternatives of eight stock points: " + str(len(as_written)))
    click = "(() => {" + FIND + f"; head.cells[{column}].querySelector('button').click(); return head.cells[{column}].getAttribute('aria-sort'); }})()"
    for direction, sign in (("descending", -1), ("ascending", 1)):
        check(browser.value(click) == direction, "the heading says how it sorts")
        numbers = [float(text) for text in browser.value(shown)]
        check(numbers == sorted(numbers, key=lambda v: sign * v), "rows are sorted, " + direction)
        check(sorted(browser.value(shown)) == sorted(as_written), "no row is lost")
    # The same by keyboard: focus the heading of the second column, press Enter.
    browser.value("(() => {" + FIND + "; head.cells[1].querySelector('button').focus(); })()")
    browser.press("Enter", 13)
    sites = browser.value("(() => {" + FIND + "; return [...table.tBodies[0].rows].map(r => r.cells[1].textContent); })()")
    check(sites == sorted(sites), "the keyboard sorts texts: " + str(sites))
    # Typing filters, by all words; the count is told to screen readers.
    browser.value("(() => {" + FIND + "; table.closest('.wide').previousElementSibling.querySelector('input').focus(); })()")
    browser.call("Input.insertText", text="DEEPER kettle")
    check(len(browser.value(shown)) == 4, "four shops sell kettles")
    count = "(() => {" + FIND + "; return table.closest('.wide').previousElementSibling.querySelector('output').textContent; })()"
    check(browser.value(count) == "4 of 24 rows", "the count is said")
    browser.call("Input.insertText", text=" <i>")
    check(len(browser.value(shown)) == 1, "markup in names is found as text")


def check_looks(browser, folder, keep):
    grounds = {}
    for scheme in ("light", "dark"):
        browser.prefer(scheme)
        grounds[scheme] = browser.value("getComputedStyle(document.body).backgroundColor")
        if keep:
            height = browser.value("document.documentElement.scrollHeight")
            browser.screenshot(os.path.join(keep, scheme + ".png"), height=height)
    check(grounds["light"] != grounds["dark"], "light and dark differ")
    browser.prefer("light", media="print")
    check(browser.value("getComputedStyle(document.querySelector('nav')).display") == "none", "paper has no navigation")
    browser.prefer("light")
    pdf = os.path.join(keep or folder, "paper.pdf")
    browser.pdf(pdf)
    check(os.path.getsize(pdf) > 20_000, "it prints")
    browser.size(390, 800)
    wide = browser.value("document.documentElement.scrollWidth")
    check(wide <= 390, "a phone need not scroll sideways: " + str(wide))


def main(restock, folder, keep=None):
    if not shutil.which("chromium"):
        print("chromium is not installed, so the report was not looked at")
        sys.exit(77)
    os.makedirs(folder, exist_ok=True)
    page = os.path.abspath(make_report(restock, folder))
    with Chromium() as browser:
        browser.size(1100, 1000)
        browser.open(page)
        check_silence(browser, page)
        check_charts(browser)
        check_tables(browser)
        check_looks(browser, folder, keep)
    for other, look in zip(make_others(restock, folder), (check_sweep, check_causes)):
        with Chromium() as browser:
            browser.size(1100, 1000)
            browser.open(other)
            check_silence(browser, other)
            look(browser)
            pictures = keep and os.path.join(keep, os.path.basename(other)[:-5])
            if pictures:
                os.makedirs(pictures, exist_ok=True)
            check_looks(browser, folder, pictures)
    print("all is well")


main(*sys.argv[1:])
