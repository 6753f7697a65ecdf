"""The ledger of customer orders in pandas: who waited how long, and who left, week by week.

usage: orders.py RESULT.h5        a result of `restock run --detail orders`
(Debian: python3-xarray python3-netcdf4 python3-pandas)
"""
import sys

import pandas as pd
import xarray as xr

path = sys.argv[1]
with xr.open_dataset(path) as result:
    alternatives = list(result.alternative.values)
with xr.open_dataset(path, group="orders") as ledger:
    meanings = ledger.outcome.attrs["flag_meanings"].split()
    orders = ledger[["alternative", "ordered", "units", "shipped", "lost", "cancelled", "outcome"]].to_dataframe()

orders["alternative"] = pd.Categorical.from_codes(orders["alternative"], alternatives)
orders["outcome"] = pd.Categorical.from_codes(orders["outcome"], meanings)

print("units by how the last unit of the order ended")
table = orders.pivot_table(index="outcome", columns="alternative", values="units", aggfunc="sum", observed=True)
print(table.fillna(0).astype(int).to_string())

weekly = orders[orders["alternative"] == "base"].set_index("ordered").resample("W")[["units", "lost", "cancelled"]].sum()
weekly["left"] = (weekly["lost"] + weekly["cancelled"]) / weekly["units"]
print("\nbase: share of units that left, worst weeks")
print(weekly.sort_values("left", ascending=False).head(5).to_string(float_format="%.3f"))
