"""A sweep in xarray: factors become coordinates, so a curve is one line.

usage: sweep.py RESULT.h5 METRIC FACTOR        a result of `restock sweep` with a grid
(Debian: python3-xarray python3-netcdf4 python3-pandas)
"""
import sys

import xarray as xr

path, metric, factor = sys.argv[1:4]
with xr.open_dataset(path) as result:
    factors = [name for name, values in result.variables.items()
               if values.dims == ("design_point",) and values.attrs.get("long_name", "").startswith("factor: ")]
    # From design points to one axis a factor.
    grid = result[[metric] + factors].set_coords(factors).set_index(design_point=factors).unstack("design_point")
    curve = grid[metric].sel(alternative="base").mean("replication")
    others = [name for name in factors if name != factor]
    print(f"{metric} of base by {factor}" + (f" and {', '.join(others)}" if others else ""))
    print(curve.stack(other=others).to_pandas().to_string(float_format="%.4f") if others
          else curve.to_series().to_string(float_format="%.4f"))
    best = curve.isel(curve.argmin(...)) if result[metric].attrs.get("better") == "lower" else curve.isel(curve.argmax(...))
    print("best:", ", ".join(f"{name} = {best[name].item():g}" for name in [factor] + others), f"with {best.item():.4f}")
