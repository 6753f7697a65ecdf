"""Alternatives compared in pandas: paired by replication, as `restock compare` does it.

usage: compare.py RESULT.h5 [METRIC]        (Debian: python3-xarray python3-netcdf4 python3-pandas python3-scipy)
"""
import sys

import xarray as xr
from scipy import stats

path, metric = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "fill_rate"
with xr.open_dataset(path) as result:
    # One column an alternative, one row a replication: the same row met the same customers.
    table = result[metric].to_series().unstack("alternative").reindex(columns=result.alternative.values)
    unit = result[metric].attrs.get("units", "")


def half_width(values, confidence=0.95):
    return stats.t.ppf((1 + confidence) / 2, len(values) - 1) * values.std() / len(values) ** 0.5


print(f"{metric} [{unit}], {len(table)} replications")
for name in table:
    values = table[name].dropna()
    line = f"{name:24} {values.mean():.6g} ± {half_width(values):.3g}"
    if name != "base":
        difference = (table[name] - table["base"]).dropna()
        line += f"   against base {difference.mean():+.6g} ± {half_width(difference):.3g}"
    print(line)
