"""Reads result files and studies of ontkoker: labelled arrays, tables, sensitivity indices, figures.

    from ontkoker_analysis import open_study, indices, figures
    study = open_study("runs/smoke.h5")
    print(indices.of_study(study, "spending/municipality"))
    figures.tornado(study, "spending/municipality", save_as="runs/figures/tornado")

Modules: reader (files), tidy (tables), indices (Sobol', Morris, regression), flips (where the conclusion turns), boomerang,
figures. What the files hold: runs/README.md.
"""
from . import boomerang, flips, indices, tidy
from .reader import (FormatError, PartialStudy, axes, configuration, is_study, labels, open_any, open_result, open_study,
                     outcomes, ratio_parts)
from .tidy import (by_year, describe, difference_table, outcome_table, over_horizon, paired_difference, responses, summary,
                   values)
from .words import Refusal

__all__ = ["FormatError", "PartialStudy", "Refusal", "axes", "boomerang", "by_year", "configuration", "describe", "difference_table",
           "figures", "flips", "indices", "is_study", "labels", "open_any", "open_result", "open_study", "outcome_table",
           "outcomes", "over_horizon", "paired_difference", "ratio_parts", "responses", "summary", "tidy", "values"]


def __getattr__(name):
    """`figures` needs matplotlib, which reading does not: it is loaded when it is first asked for."""
    if name == "figures":
        import importlib

        return importlib.import_module(".figures", __name__)
    raise AttributeError(f"module {__name__} has no attribute {name}")
