"""What all figures share: size, colours, caption, saving."""
import pathlib
import textwrap

import matplotlib
import matplotlib.lines
import matplotlib.patches
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter

from .. import reader, tidy
from ..words import axis_unit, long_name, number, say, unit

# Okabe and Ito's colours, told apart with every common kind of colour blindness; the first is the reference.
COLOURS = ["#555555", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]
LOWER, HIGHER, NEITHER, INK = "#0072b2", "#d55e00", "#9a9a9a", "#222222"
PALE = 0.35                       # opacity of what is not demonstrable
WIDTH, HEIGHT, DPI = 12.8, 7.2, 100   # 1280 x 720 pixels

RULES = {"font.family": "DejaVu Sans", "font.size": 12, "axes.titlesize": 13, "axes.labelsize": 12, "xtick.labelsize": 11,
         "ytick.labelsize": 11, "legend.fontsize": 11, "axes.spines.top": False, "axes.spines.right": False,
         "axes.edgecolor": "#666666", "axes.grid": True, "grid.color": "#e4e4e4", "axes.axisbelow": True,
         "svg.fonttype": "none", "svg.hashsalt": "ontkoker"}
CAPTION_LINE = 150                # characters of the caption that fit the width


def blank(rows=1, columns=1, height=HEIGHT, **more):
    """(figure, array of axes); room for title and caption is made by `finish`."""
    with matplotlib.rc_context(RULES):
        figure = Figure(figsize=(WIDTH, height), dpi=DPI)
        return figure, figure.subplots(rows, columns, squeeze=False, **more)


def numbered(axis, lang):
    """Numbers along this axis as people write them."""
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, lang, 4)))


def ticks(axis, values, lang, most=16):
    """Ticks 0, 1, ... that carry the values of a grid."""
    every = -(-len(values) // most)
    axis.set_ticks(range(0, len(values), every), [number(value, lang, 4) for value in values[::every]])


def name_of(ds, wish, lang):
    """Name of an outcome and its part, to show."""
    name, part = tidy.named(ds, wish)
    attrs = ds[name].attrs
    words = long_name(attrs, lang) or name
    if not part:
        return words
    shown = reader.labels(ds, attrs["split"], lang)
    halves = {half: label for whole, names in shown.items() for half, label in zip(whole.split("."), names.split("; "))}
    return f"{words}: {shown.get(part, halves.get(part, part))}"


def axis_name(study, axis, lang, width=42):
    """Name and unit of a varied value, broken over lines."""
    words, measure = long_name(study[axis].attrs, lang) or axis, axis_unit(study[axis].attrs, lang)
    return textwrap.fill(f"{words} ({measure})" if measure and measure.lower() not in words.lower() else words, width)


def runs_of(ds, lang):
    """How many runs stand behind a figure, in words."""
    replicates = ds.sizes.get("replicate", 1)
    pairs = say("one_pair" if replicates == 1 else "pairs", lang, replicates=replicates)
    if ds.sizes.get("point", 1) > 1:
        return say("runs", lang, points=ds.sizes["point"], pairs=pairs)
    return pairs


def years_of(ds):
    years = ds.time.dt.year.values
    return int(years[0]), int(years[-1])


def lost(ds, lang):
    """A sentence on runs that are not in the figure, or nothing."""
    if "status" not in ds.coords:
        return []
    failed, missing = (int((ds.status == code).sum()) for code in (1, 2))
    return [say("left_out", lang, failed=failed, missing=missing)] if failed or missing else []


def caption(ds, lang, *sentences):
    """Sentences, then period, number of runs, municipality and digest."""
    first, last = years_of(ds)
    facts = [str(ds.attrs["municipality"]), f"{first}-{last}" if first != last else str(first), runs_of(ds, lang), *lost(ds, lang)]
    if (sample := reader.sample_of(ds)) > 1:
        facts.insert(1, say("sample", lang, sample=sample))
    if ds.attrs.get("study"):
        facts.insert(0, str(ds.attrs["study"]))
    notes = [line for sentence in sentences for line in textwrap.wrap(sentence, CAPTION_LINE)]
    return "\n".join([*notes, *textwrap.wrap(", ".join(facts), CAPTION_LINE),
                      f"ontkoker {ds.attrs['program_version']}, digest {ds.attrs['digest']}. {say('source', lang)}"])


def finish(figure, title, text, numbers, save_as=None, marks=()):
    """Title and key above, caption below, and the numbers that were drawn; saves when a place is given."""
    with matplotlib.rc_context(RULES):
        height = figure.get_size_inches()[1]
        lines, heads = text.count("\n") + 1, title.count("\n") + 1
        top = 0.1 + 0.27 * heads      # inches that the title takes
        figure.text(0.012, 1 - 0.08 / height, title, ha="left", va="top", fontsize=15, fontweight="bold", color=INK)
        figure.text(0.012, 0.08 / height, text, ha="left", va="bottom", fontsize=9.5, color="#444444", linespacing=1.35)
        if marks:
            figure.legend(handles=list(marks), frameon=False, loc="upper left", bbox_to_anchor=(0.005, 1 - top / height), ncol=4,
                          borderaxespad=0.2, borderpad=0.2, columnspacing=1.6)
            top += 0.33
        figure.tight_layout(rect=(0.004, (0.14 + 0.19 * lines) / height, 0.996, 1 - top / height))
    figure.numbers = numbers
    if save_as:
        save(figure, save_as)
    return figure


def patch(colour, label, **more):
    """One entry of the key."""
    return matplotlib.patches.Patch(**{"facecolor": colour, "edgecolor": "none", **more}, label=label)


def mark(shape, colour, label, **more):
    return matplotlib.lines.Line2D([], [], linestyle="", marker=shape, color=colour, label=label, **more)


def heading(ds, wish, lang, second):
    """Title of a figure: the outcome with its unit, and below it what is drawn."""
    first = f"{name_of(ds, wish, lang)} ({unit(ds[tidy.named(ds, wish)[0]].attrs, lang)})"
    return "\n".join([*textwrap.wrap(first, 95), *textwrap.wrap(second, 95)])


def save(figure, stem):
    """stem.svg, stem.png and stem.csv with the very numbers drawn; the folder is made where it is missing."""
    stem = pathlib.Path(stem)
    stem.parent.mkdir(parents=True, exist_ok=True)
    with matplotlib.rc_context(RULES):
        figure.savefig(f"{stem}.svg", metadata={"Date": None})
        figure.savefig(f"{stem}.png", dpi=DPI, metadata={"Software": None})
    figure.numbers.to_csv(f"{stem}.csv", index=False)
