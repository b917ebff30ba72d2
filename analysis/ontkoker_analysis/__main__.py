"""Contents, tables and figures of a result file or study.

    python3 -m ontkoker_analysis FILE.h5                                     what is in it
    python3 -m ontkoker_analysis FILE.h5 --outcome problematic_debt          differences between its scenarios
    python3 -m ontkoker_analysis FILE.h5 --outcome spending/municipality --figures runs/figures
    python3 -m ontkoker_analysis FILE.h5 --outcome spending --csv > spending.csv

Exit code 0: fine; 2: a wrong word or a file that cannot be read.
"""
import argparse
import pathlib
import signal
import sys
import warnings

import numpy as np
import pandas as pd

from . import flips, indices, reader, tidy
from .words import Refusal, Said, long_name, number, percent, say, unit


def contents(ds, lang):
    """Lines on what the file holds."""
    attrs = ds.attrs
    yield f"{attrs['municipality']}, {ds.time.dt.year.values[0]}-{ds.time.dt.year.values[-1]}, digest {attrs['digest']}"
    names = ", ".join(str(name) for name in ds.scenario.values)
    yield f"{say('scenarios', lang)}: {names} | {say('replicates', lang)}: {ds.sizes['replicate']}"
    if reader.is_study(ds):
        yield f"{attrs['study']} | {say('points', lang)}: {ds.sizes['point']} | {say('design', lang)}: {attrs['design']}"
        yield say("axes", lang) + ":"
        for axis in reader.axes(ds):
            told, x = ds[axis].attrs, ds[axis].values
            yield (f"  {axis:<32} {number(x.min(), lang)} - {number(x.max(), lang)} {told['units']}  {long_name(told, lang)}")
    yield say("contents", lang) + ":"
    for name in reader.outcomes(ds):
        told = ds[name].attrs
        yield f"  {name:<28} {told['units']:<6} {told.get('split', ''):<14} {long_name(told, lang)}"


def _table(frame):
    return frame.to_string(index=False, float_format=lambda x: "-" if np.isnan(x) else f"{x:,.4g}")


def flip_lines(study, wish, scenario, better, lang):
    """Sentences on where the conclusion turns."""
    other, reference = tidy.chosen_scenario(study, scenario), str(study.scenario.values[0])
    own = study[tidy.named(study, wish)[0]].attrs["better"]
    told = flips.share_that_beats(study, wish, scenario, better or (own if own != "neither" else "lower"))
    shares = {key: percent(told[key], lang) for key in ("beats", "loses", "equal")}
    sentence = (say("share_beats", lang, scenario=other, reference=reference, points=told["points"], **shares)
                if better or own != "neither" else
                say("share_sides", lang, scenario=other, reference=reference, points=told["points"], lower=shares["beats"],
                    higher=shares["loses"]))
    if told["surely_beats"] is not None:
        sentence += say("surely", lang, beats=percent(told["surely_beats"], lang), loses=percent(told["surely_loses"], lang))
    yield sentence
    for axis in reader.axes(study):
        found = flips.sign_changes(study, wish, axis, scenario)
        if found["smallest"] is None:
            yield say("flips_never", lang, axis=axis)
            continue
        words = say("flips", lang, axis=axis, smallest=number(found["smallest"], lang), largest=number(found["largest"], lang),
                    unit=found["unit"] if found["unit"] != "1" else "").rstrip()
        yield words + (say("flips_lines", lang, **{key: found[key] for key in ("without", "lines")}) if found["method"] == "lines"
                       else say("flips_scatter", lang))


def tables(ds, wish, asked):
    """Differences of one outcome; of a study also where they flip and what moves them."""
    attrs = ds[tidy.named(ds, wish)[0]].attrs
    pairs = ds.sizes["replicate"]
    print(f"\n{wish} [{unit(attrs, asked.lang)}]: {say('difference', asked.lang, reference=ds.scenario.values[0])}, "
          f"{say('one_pair' if pairs == 1 else 'pairs', asked.lang, replicates=pairs)}")
    if not reader.is_study(ds):
        print(_table(tidy.summary(ds, wish)))
        return
    print("\n".join(flip_lines(ds, wish, asked.scenario, asked.better, asked.lang)))
    try:
        table = indices.of_study(ds, wish, asked.scenario, failed=asked.failed)
    except Refusal as reason:
        print(reason.say(asked.lang))
        return
    print(say(table.attrs["method"], asked.lang))
    print(_table(table))
    if table.attrs["dropped"]:
        print(say("dropped", asked.lang, dropped=table.attrs["dropped"]))


def draw(ds, wish, asked):
    """Every figure that the file allows; says which were not drawn, and why. A map of the boomerang month is drawn once."""
    from . import figures
    stem = wish.replace("/", "-")
    of = {"scenario": asked.scenario, "lang": asked.lang}
    wanted = {f"{stem}-trajectory": lambda at: figures.trajectory(ds, wish, [asked.scenario] if asked.scenario else None,
                                                                 lang=asked.lang, save_as=at)}
    if reader.is_study(ds):
        wanted[f"{stem}-tornado"] = lambda at: figures.tornado(ds, wish, save_as=at, **of)
        wanted[f"{stem}-scatter"] = lambda at: figures.scatter(ds, wish, save_as=at, **of)
        wanted[f"{stem}-sensitivity"] = lambda at: figures.sensitivity(ds, wish, save_as=at, failed=asked.failed, **of)
        if wish.startswith("spending"):
            payer = wish.partition("/")[2] or "all"
            wanted[f"boomerang-{payer}"] = lambda at: figures.boomerang_map(ds, payer=payer, save_as=at, **of)
    for name, make in wanted.items():
        try:
            make(asked.figures / name)
            print(say("drawn", asked.lang, path=asked.figures / name))
        except Refusal as reason:
            print(say("not_drawn", asked.lang, figure=name, reason=reason.say(asked.lang)))


def _arguments():
    parser = argparse.ArgumentParser(prog="python3 -m ontkoker_analysis", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--outcome", action="append", default=[], help="outcome or outcome/part; may be repeated")
    parser.add_argument("--scenario", help="put beside the first (else all of a result file, the last of a study)")
    parser.add_argument("--figures", type=pathlib.Path, metavar="DIR", help="folder for figures (svg, png, csv)")
    parser.add_argument("--csv", action="store_true", help="paired differences by year as comma separated values, nothing else")
    parser.add_argument("--better", choices=["lower", "higher"], help="what counts as better, where the outcome does not say")
    parser.add_argument("--failed", choices=["refuse", "drop"], default="refuse", help="rows of a design with failed runs")
    parser.add_argument("--lang", choices=["nl", "en"], default="nl")
    asked = parser.parse_args()
    if asked.figures and not asked.outcome:
        parser.error("--figures needs --outcome: which one is to be drawn?")
    return asked


def work(asked):
    ds = reader.open_any(asked.file)
    for wish in asked.outcome:
        tidy.named(ds, wish)
    if asked.csv:
        tidy.difference_table(ds, asked.outcome or None).to_csv(sys.stdout, index=False)
        return
    if not asked.outcome:
        print("\n".join(contents(ds, asked.lang)))
    for wish in asked.outcome:
        tidy.chosen_scenario(ds, asked.scenario)
        tables(ds, wish, asked)
        if asked.figures:
            draw(ds, wish, asked)


def main():
    asked = _arguments()
    warnings.showwarning = lambda message, *_: print(
        f"ontkoker_analysis: {message.say(asked.lang) if isinstance(message, Said) else message}", file=sys.stderr)
    pd.set_option("display.width", 200)
    try:
        work(asked)
    except (Refusal, OSError) as error:
        print(f"ontkoker_analysis: {error.say(asked.lang) if isinstance(error, Refusal) else error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends it quietly
    sys.exit(main())
