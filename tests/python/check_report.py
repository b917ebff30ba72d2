"""Reads a report as a stranger would and holds every number in it against the result file beside it.

    /usr/bin/python3 tests/python/check_report.py REPORT.html RESULT.h5

Numbers are computed anew from the arrays in the HDF5 file; the program's own comparison is not used.
Exit code 0: as promised; 1: not; 77: skipped, because a package is missing.
"""

import json
import re
import sys
from html.parser import HTMLParser

try:
    import h5py
    import numpy as np
except ImportError as missing:
    print(f"skipped: {missing}; on Debian: apt install python3-h5py")
    sys.exit(77)

VOID = {"meta", "br", "hr", "img", "input", "link", "col", "wbr"}
MOST_BYTES = 1_000_000
SVG_NAMESPACE = "http://www.w3.org/2000/svg"
faults = []


def fault(words):
    faults.append(words)


class Reader(HTMLParser):
    """Tags must nest; collects what the checks need."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.uses, self.numbers, self.headings = [], [], [], [], []
        self.svgs, self.tables, self.texts = [], [], []
        self.lang = self.policy = self.json = None
        self.css = ""

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if len(values) != len(attrs):
            fault(f"<{tag}> has an attribute twice")
        self.look(tag, values)
        if tag not in VOID:
            self.open.append([tag, values, ""])

    def handle_startendtag(self, tag, attrs):
        self.look(tag, dict(attrs))

    def look(self, tag, values):
        if "id" in values:
            self.ids.append(values["id"])
        for name, value in values.items():
            if name.startswith("on") or name in ("src", "srcset", "data", "poster", "action", "background"):
                fault(f"<{tag} {name}=...> does not belong in the page")
            if name in ("href", "xlink:href", "aria-labelledby"):
                self.uses += [word.lstrip("#") for word in (value or "").split()]
            if name.endswith("href") and not (value or "").startswith("#"):
                fault(f"{name}={value} leads out of the page")
            if "://" in (value or "") and not (name == "xmlns" and value == SVG_NAMESPACE):
                fault(f"<{tag} {name}={value}> names an address elsewhere")
            if re.search(r"url\((?!#)", value or ""):
                fault(f"<{tag} {name}={value}> loads something")
            self.uses += re.findall(r"url\(#([^)]+)\)", value or "")
        if tag == "html":
            self.lang = values.get("lang")
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = values["content"]
        if tag in ("link", "iframe", "object", "embed", "img", "base", "form", "image", "use", "foreignobject"):
            fault(f"<{tag}> does not belong in the page")
        if tag == "script" and values.get("type") != "application/json":
            fault("a script that is not data")
        if tag == "svg":
            self.svgs.append({"title": "", "desc": "", "id": values.get("id")})
        if tag == "table":
            self.tables.append({"caption": "", "col": 0, "row": 0, "rows": 0, "thead": False})
        if self.tables and tag == "th":
            self.tables[-1]["col" if values.get("scope") == "col" else "row"] += 1
            if values.get("scope") not in ("col", "row", "rowgroup", "colgroup"):
                fault("a table header without scope")
        if self.tables and tag == "thead":
            self.tables[-1]["thead"] = True
        if self.tables and tag == "tr":
            self.tables[-1]["rows"] += 1

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            fault(f"</{tag}> closes <{self.open[-1][0] if self.open else 'nothing'}>")
            return
        _, values, words = self.open.pop()
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), words.strip()))
        if tag in ("title", "desc") and any(entry[0] == "svg" for entry in self.open):
            self.svgs[-1][tag] = words.strip()
        if tag == "caption":
            self.tables[-1]["caption"] = words.strip()
        if tag == "style":
            self.css += words
        if tag == "script" and values.get("id") == "numbers":
            self.json = words
        if "data-value" in values:
            self.numbers.append((values, words.strip()))
        if self.open and tag not in ("script", "style"):
            self.open[-1][2] += words

    def handle_data(self, words):
        if self.open:
            self.open[-1][2] += words
            if self.open[-1][0] not in ("script", "style"):
                self.texts.append(words)


def check_page(page, size):
    if page.open:
        fault(f"never closed: {[entry[0] for entry in page.open]}")
    if size > MOST_BYTES:
        fault(f"{size} bytes is more than {MOST_BYTES}")
    if page.lang not in ("nl", "en"):
        fault(f"lang is {page.lang}")
    if not page.policy or "default-src 'none'" not in page.policy or "script-src" in page.policy:
        fault(f"content security policy is {page.policy}")
    if "@import" in page.css or "url(" in page.css or "://" in page.css:
        fault("the style sheet loads something")
    for twice in {one for one in page.ids if page.ids.count(one) > 1}:
        fault(f"id {twice} stands twice")
    for missing in set(page.uses) - set(page.ids):
        fault(f"#{missing} is used but nowhere defined")
    if len(page.svgs) < 4:
        fault(f"only {len(page.svgs)} figures")
    for svg in page.svgs:
        if not svg["title"] or not svg["desc"]:
            fault(f"figure {svg['id']} lacks a title or a description")
    for table in page.tables:
        if not (table["caption"] and table["thead"] and table["col"] and table["row"]):
            fault(f"table '{table['caption']}' lacks a caption or headers")
        if table["rows"] < 2:
            fault(f"table '{table['caption']}' is empty")
    levels = [level for level, _ in page.headings]
    if not levels or levels[0] != 1 or levels.count(1) != 1:
        fault("the page does not begin with its one first heading")
    if any(after > before + 1 for before, after in zip(levels, levels[1:])):
        fault("a heading skips a level")
    for words in page.texts:
        if re.search(r"\{\d\}|\bnan\b|\binf\b", words):
            fault(f"unfinished text: {words.strip()[:80]}")
    if not page.numbers:
        fault("no number in the page says what it is")


class Results:
    """The arrays of the file, and the comparison made anew from them."""

    def __init__(self, path):
        self.file = h5py.File(path, "r")
        self.scenarios = [one.decode() for one in self.file["scenario"][()]]
        self.start = int(self.file.attrs["start_year"])
        self.digest = self.word(self.file.attrs["digest"])

    @staticmethod
    def word(value):
        return value.decode() if isinstance(value, bytes) else str(value)

    def months(self, period):
        first, _, last = period.partition("-")
        return slice((int(first) - self.start) * 12, (int(last or first) + 1 - self.start) * 12)

    def cells(self, dataset, part):
        values = dataset[()]
        if values.ndim == 3:
            return values
        if not part:
            return values.sum(axis=3)
        names = [one.decode() for one in self.file[self.word(self.file[self.owner].attrs["split"])][()]]
        # In a crossed split ("vulnerable.minimum") a margin takes together all cells that bear its name.
        return values[..., [part in (name, *name.split(".")) for name in names]].sum(axis=3)

    def over(self, name, part, period):
        """(scenario, replicate): the value of every run over the period, by the outcome's own rule."""
        self.owner = name
        dataset = self.file[name]
        rule, divisor = self.word(dataset.attrs["aggregation"]), float(dataset.attrs["divisor"])
        months = self.months(period)
        if rule == "ratio":
            above, below = (self.cells(self.file[f"parts_of_ratios/{name}_{word}"], part)[..., months].sum(axis=-1)
                            for word in ("numerator", "denominator"))
            with np.errstate(divide="ignore", invalid="ignore"):
                return np.where(below == 0, np.nan, above / below / divisor)
        whole = np.rint(self.cells(dataset, part) * divisor)[..., months]
        if rule == "sum":
            return whole.sum(axis=-1) / divisor
        return (whole.mean(axis=-1) if rule == "mean" else whole[..., -1]) / divisor

    def number(self, name, part, period, scenario):
        values = self.over(name, part, period)
        a, b = values[0], values[self.scenarios.index(scenario)]
        there = np.isfinite(a) & np.isfinite(b)
        a, b = a[there], b[there]
        if not len(a):
            return dict.fromkeys(("a", "b", "difference", "low", "high", "mean_low", "mean_high", "pairs"), 0.0), 0.0
        d = b - a
        low, high = np.percentile(d, [5, 95])
        out = {"a": a.mean(), "b": b.mean(), "difference": d.mean(), "low": low, "high": high, "pairs": len(d),
               "pairs_higher": int((d > 0).sum()), "pairs_lower": int((d < 0).sum())}
        return out, max(np.abs(a).max(), np.abs(b).max())

    def turning_months(self, scenario, payers):
        self.owner = "spending"
        dataset = self.file["spending"]
        cells = np.rint(self.cells(dataset, "" if payers == "all" else payers) * float(dataset.attrs["divisor"]))
        saving = (cells[0] - cells[self.scenarios.index(scenario)]).cumsum(axis=-1)
        months = []
        for one in saving:
            kept = np.flatnonzero(one >= 0)
            first = kept[-1] + 1 if len(kept) else 0
            months.append(int(first) + 1 if first < len(one) and (one[:first] > 0).any() else 0)
        return months


def same(told, true, size):
    return abs(told - true) <= 1e-12 * max(size, abs(true)) + 1e-15


def as_number(words, lang):
    """What a person reads, and the unit of its last digit that is not a zero in front of the decimals."""
    text = words.replace("\u2212", "-").replace("\u20ac", "").replace("\u00a0", " ")
    digits = re.search(r"[\d.,]*\d", text).group()
    digits = digits.replace(".", "").replace(",", ".") if lang == "nl" else digits.replace(",", "")
    factor = 1e6 if re.search(r"\b(mln|million)\b", text) else 1.0
    whole, _, decimals = digits.partition(".")
    zeros = 0 if decimals else len(whole) - len(whole.rstrip("0"))
    unit = factor * 10.0 ** (zeros - len(decimals))
    return float(digits) * factor * (-1 if "-" in text else 1), unit


def check_spans(page, results):
    for values, words in page.numbers:
        *key, what = values["data-of"].split("|")   # name, split, period, scenario
        told = float(values["data-value"])
        true, size = results.number(*key)
        if what in true and not same(told, true[what], size):
            fault(f"{key} {what}: the page says {told!r}, the file gives {true[what]!r}")
        if what in ("low", "high"):
            continue  # a limit stands without its unit; its digits are those of the difference beside it
        read, unit = as_number(words, page.lang)
        if read == 0 and true["low"] != true["high"]:
            unit = max(unit, true["high"] - true["low"])  # a bare zero does not tell its digits: it is small beside the range
        if abs(read - told) > 0.5000001 * unit:
            fault(f"{key} {what}: '{words}' is not a rounding of {told!r}")


def check_json(page, results):
    data = json.loads(page.json, parse_constant=lambda word: fault(f"{word} in the JSON"))
    if data["digest"] != results.digest:
        fault(f"digest {data['digest']} is not that of the file")
    known = {}
    for row in data["numbers"] + data["totals"]:
        told = dict(zip(data["columns"], row))
        key = (told["name"], told["split"], told["period"], told["scenario"])
        if key in known:
            fault(f"{key} stands twice in the JSON")
        known[key] = told
        true, size = results.number(*key)
        for field, value in true.items():
            if not same(told[field], value, size):
                fault(f"{key} {field}: the JSON says {told[field]!r}, the file gives {value!r}")
        if not told["mean_low"] <= told["difference"] <= told["mean_high"] or told["smallest"] < 0:
            fault(f"{key}: the interval of the mean does not hold the mean")
    for boomerang in data["boomerangs"]:
        true = results.turning_months(boomerang["scenario"], boomerang["payers"])
        if boomerang["months"] != true:
            fault(f"turning months {boomerang['scenario']} {boomerang['payers']}: {boomerang['months']}, not {true}")
    for values, _ in page.numbers:
        *key, what = values["data-of"].split("|")
        if tuple(key) in known and float(values["data-value"]) != known[tuple(key)][what]:
            fault(f"{key} {what}: page and JSON differ")
    return len(known)


def main():
    report, result = sys.argv[1:3]
    with open(report, encoding="utf-8") as file:
        html = file.read()
    page = Reader()
    page.feed(html)
    page.close()
    check_page(page, len(html.encode()))
    results = Results(result)
    check_spans(page, results)
    in_json = check_json(page, results) if page.json else fault("no JSON copy of the numbers")
    for words in faults[:40]:
        print(words)
    print(f"{report}: {len(page.numbers)} numbers in the page, {in_json} in the JSON, {len(page.svgs)} figures, "
          f"{len(page.tables)} tables, {len(html.encode())} bytes, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
