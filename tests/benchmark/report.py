"""The table as text and the chart of cost against size as SVG."""
import math
from xml.sax.saxutils import escape


def shown(value):
    return "-" if value is None else f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}"


def verdict(row):
    if row["value"] is None:
        return "skipped"
    median = row["value"]["median"]
    better = (lambda limit: median <= limit) if row["less_is_better"] else (lambda limit: median >= limit)
    return "aim met" if better(row["aim"]) else "reached" if better(row["reach"]) else "MISSED"


def limit(row, name):
    if math.isinf(row[name]):
        return "completes"
    return ("<= " if row["less_is_better"] else ">= ") + shown(row[name])


def table(report):
    machine = report["machine"]
    lines = [f"{machine['model']}, {machine['cores']} cores, {machine['instructions']}; {report['date']}; commit {report['commit']}",
             f"{report['rounds']} rounds, interleaved: median (least to most)", "",
             f"{'work':<74} {'measured':>28}  {'reach':>10} {'aim':>8}  verdict"]
    for row in report["rows"]:
        value = row["value"]
        measured = row.get("why", "-") if value is None else \
            f"{shown(value['median'])} {row['unit']} ({shown(value['least'])} to {shown(value['most'])})"
        lines.append(f"{row['text']:<74} {measured:>28}  {limit(row, 'reach'):>10} {limit(row, 'aim'):>8}  {row['verdict']}")
    lines += ["", *report["notes"]]
    return "\n".join(lines) + "\n"


COLOURS = ["#1b6ca8", "#777777", "#c0392b"]


def chart(series):
    """Both axes logarithmic: households, nanoseconds of CPU per household-month."""
    points = [point for line in series.values() for point in line]
    if not points:
        return ""
    wide, high, left, top, right, bottom = 760, 420, 70, 40, 150, 50
    x0, x1 = (math.log10(f(p[0] for p in points)) for f in (min, max))
    y0, y1 = math.floor(math.log10(min(p[1] for p in points))), math.ceil(math.log10(max(p[1] for p in points)))
    across = lambda v: left + (math.log10(v) - x0) / max(1e-9, x1 - x0) * (wide - left - right)
    down = lambda v: high - bottom - (math.log10(v) - y0) / max(1, y1 - y0) * (high - top - bottom)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="12">',
           f'<rect width="{wide}" height="{high}" fill="white"/>',
           f'<text x="{left}" y="22" font-size="14">CPU nanoseconds per household-month, one thread</text>']
    for power in range(y0, y1 + 1):
        for value in [10 ** power] if power == y1 else [10 ** power, 2 * 10 ** power, 5 * 10 ** power]:
            y = down(value)
            out.append(f'<line x1="{left}" x2="{wide - right}" y1="{y:.1f}" y2="{y:.1f}" stroke="#dddddd"/>')
            out.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>')
    for value in sorted({p[0] for line in list(series.values())[:1] for p in line}):
        out.append(f'<text x="{across(value):.1f}" y="{high - bottom + 20}" text-anchor="middle">{value:,}</text>')
    out.append(f'<text x="{(left + wide - right) / 2}" y="{high - 10}" text-anchor="middle">households</text>')
    taken = []
    lowest_first = sorted(zip(COLOURS, series.items()), key=lambda one: max(one[1][1])[1])
    for colour, (name, line) in lowest_first:
        line = sorted(line)
        path = " ".join(f"{across(x):.1f},{down(y):.1f}" for x, y in line)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{across(x):.1f}" cy="{down(y):.1f}" r="3.5" fill="{colour}"/>' for x, y in line]
        x, y = line[-1]
        beside = down(y) + 4
        while any(abs(beside - other) < 14 for other in taken):   # names that would lie over one another
            beside -= 1
        taken.append(beside)
        out.append(f'<text x="{across(x) + 10:.1f}" y="{beside:.1f}" fill="{colour}">{escape(name)}</text>')
    return "\n".join(out) + "\n</svg>\n"
