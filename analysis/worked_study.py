#!/usr/bin/python3
"""A study from plan to figures, in cells that an editor or Jupyter runs one by one (`# %%`); whole it takes about a minute.

    analysis/worked_study.py [FOLDER]        FOLDER: runs/worked-study when not given; nothing in it is overwritten

The question: what does an integral set-up do to the spending of the municipality, which assumption decides that, and from
which month on does it cost more than it saved? A tenth of Woudenberg, so amounts are those of a tenth.
"""
# %% [markdown]
# # From a plan to figures
# Two studies: a Saltelli design for "which assumption decides?", and a grid by month for "from when on?".

# %%
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(globals().get("__file__", "analysis/worked_study.py")).resolve().parent
sys.path.insert(0, str(HERE))
from runs import PROGRAM, ROOT  # noqa: E402

from ontkoker_analysis import describe, difference_table, figures, flips, indices, open_study, tidy  # noqa: E402

script = pathlib.Path(sys.argv[0]).name == "worked_study.py"
FOLDER = pathlib.Path(sys.argv[1]) if script and len(sys.argv) > 1 else ROOT / "runs/worked-study"
FOLDER.mkdir(parents=True, exist_ok=True)


def ontkoker(*words):
    """Runs the program; what it says appears as it goes."""
    print("ontkoker", *words, flush=True)
    subprocess.run([PROGRAM, *map(str, words), "--root", ROOT], check=True)


# %% [markdown]
# ## 1. What varies
# Axes go by the names that `ontkoker params` lists. A lever changes in the scenario, a parameter in all of them. Without low and
# high an axis has its declared range; `size` rows of a Saltelli design of three axes are 5 x size points.

# %%
base = {"municipality": "woudenberg", "scenarios": ["verkokerd", "integraal"], "start_year": 2026, "years": 5, "seed": 1, "sample": 10}
decides = {**base, "name": "welke-aanname", "nl": "Welke aanname beslist?", "en": "Which assumption decides?", "replicates": 2,
           "design": {"kind": "saltelli", "size": 16},
           "axes": [{"lever": "team_help_hours", "low": 1.0, "high": 1.6},
                    {"parameter": "children.livelihood_stress"},
                    {"parameter": "finances.bill_chance"}],
           "outcomes": ["spending", "problem_load", "problematic_debt", "waiting_weeks"]}
when = {**base, "name": "vanaf-wanneer", "nl": "Vanaf welke maand kost het meer dan het bespaarde?",
        "en": "From which month on does it cost more than it saved?", "replicates": 4, "time": "months", "design": {"kind": "grid"},
        "axes": [{"lever": "team_help_hours", "values": [0.8, 1.0, 1.2, 1.4, 1.6]},
                 {"parameter": "children.livelihood_stress", "values": [0, 0.6, 1.2, 2]}],
        "outcomes": ["spending"]}

# %% [markdown]
# ## 2. Plan, run, merge
# Each can be stopped and started again: what is done is not done twice. On a cluster the middle one is an array of tasks, see
# analysis/cluster/README.md.

# %%
files = {}
for study in (decides, when):
    name = study["name"]
    text, plan, files[name] = FOLDER / f"{name}.json", FOLDER / name, FOLDER / f"{name}.h5"
    if not files[name].exists():
        text.write_text(json.dumps(study, ensure_ascii=False, indent=2), encoding="utf-8")
        if not plan.exists():
            ontkoker("sweep", "plan", text, "-o", plan)
        ontkoker("sweep", "run", plan)
        ontkoker("sweep", "merge", plan, "-o", files[name])

# %% [markdown]
# ## 3. Open
# One labelled array: the varied values are coordinates along `point`.

# %%
study = open_study(files["welke-aanname"])
print(study)

# %% [markdown]
# ## 4. Differences, pair by pair
# Replicate r of both scenarios shares its luck. `low` and `high` are what one municipality may see; with two pairs a point they are
# wide. A long table for pandas, or a spreadsheet, is one call.

# %%
OUTCOME = "spending/municipality"
gap = tidy.point_differences(study, OUTCOME)
print(describe(gap).to_dataframe().head())
print(difference_table(study, [OUTCOME, "problematic_debt"]).head())

# %% [markdown]
# ## 5. Which assumption decides?
# First order: the axis alone. Total: with its interplay. Sixteen rows leave wide intervals; configs/sweeps/woudenberg-saltelli.json
# has 256.

# %%
table = indices.of_study(study, OUTCOME)
print(table.round(2).to_string(index=False))
shown = FOLDER / "figuren"
figures.sensitivity(study, OUTCOME, table=table, save_as=shown / "gevoeligheid")
figures.tornado(study, OUTCOME, save_as=shown / "tornado")
figures.scatter(study, OUTCOME, save_as=shown / "spreiding")
figures.trajectory(study, OUTCOME, save_as=shown / "verloop")

# %% [markdown]
# ## 6. Where does the conclusion flip?
# Spending is neither better nor worse in itself, so the question says what counts.

# %%
print(flips.share_that_beats(study, OUTCOME, better="lower"))
print(flips.all_sign_changes(study, OUTCOME).to_string(index=False))

# %% [markdown]
# ## 7. From which month on?
# `ontkoker sweep suggest` would now propose points between the values where the answer turns.

# %%
monthly = open_study(files["vanaf-wanneer"])
figures.boomerang_map(monthly, save_as=shown / "boemerangkaart")
figures.trajectory(monthly, OUTCOME, point=6, period="stored", save_as=shown / "verloop-per-maand")
print("\n".join(str(path) for path in sorted(shown.glob("*.png"))))
