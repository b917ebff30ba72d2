"""One file for each kind of figure. Each function returns a matplotlib Figure whose attribute `numbers` is the table of the
very numbers drawn; `save(figure, "folder/name")` writes name.svg, name.png and name.csv."""
from .boomerang_map import boomerang_map
from .scatter import scatter
from .sensitivity import sensitivity
from .style import save
from .tornado import tornado
from .trajectory import trajectory

__all__ = ["boomerang_map", "save", "scatter", "sensitivity", "tornado", "trajectory"]
