"""Opens a sweep and one of its shards with the readers that people use, and compares with the exported table.

usage: open_sweep.py SWEEP SHARD CSV RUN, the last being a run of the scenario with the factors of design point 3 set
"""
import sys

import numpy as np
import pandas as pd
import xarray as xr

sweep_path, shard_path, csv_path, run_path = sys.argv[1:]
table = pd.read_csv(csv_path)
demand = table[(table.statistic == "demand") & table.site.isna()]

for engine in ("netcdf4", "h5netcdf"):
    with xr.open_dataset(sweep_path, engine=engine) as sweep:
        assert dict(sweep.demand.sizes) == {"design_point": 6, "alternative": 2, "replication": 4}
        assert list(sweep.s.values) == [5, 5, 15, 15, 25, 25] and sweep.rate.attrs["units"] == "per d"
        assert set(sweep.demand.coords) >= {"s", "rate", "alternative", "replication"}
        for row in demand.itertuples():
            assert float(sweep.demand.sel(design_point=row.design_point, alternative=row.alternative,
                                          replication=row.replication)) == row.value
        at = sweep.stock_point_fill_rate.where(sweep.s == 25, drop=True)
        assert at.sizes["design_point"] == 2 and at.sizes["stock_point"] == 1
        means = sweep.demand.mean("replication").values
with xr.open_dataset(sweep_path, group="summary") as summary:
    np.testing.assert_allclose(summary["mean"].sel(metric="demand").values, means, rtol=1e-12)
    assert list(summary.coords["rate"].values) == [4, 6] * 3
    assert summary.to_dataframe().shape[0] > 0
with xr.open_dataset(sweep_path, group="outcomes") as outcomes:
    with xr.open_dataset(sweep_path) as sweep:
        np.testing.assert_array_equal(outcomes.units.sum(["segment", "outcome"]).values, sweep.demand.values)
        np.testing.assert_array_equal(outcomes.demand.sum("segment").values, sweep.demand.values)
with xr.open_dataset(sweep_path, group="timeseries") as series:
    assert series.on_hand.dims == ("design_point", "alternative", "time", "stock_point")
    assert series.time.dtype.kind == "M"
    assert np.isfinite(series.on_hand_half_width.values).all() and (series.on_hand_half_width.values >= 0).all()
with xr.open_dataset(sweep_path, group="waits") as waits:
    assert waits.units.sizes["design_point"] == 6 and int(waits.units.sum()) > 0
with xr.open_dataset(shard_path) as shard, xr.open_dataset(sweep_path) as sweep:
    assert list(shard.cell.values) == list(range(24, 48))
    metrics = list(shard.metric.values)
    for row in range(shard.sizes["cell"]):
        place = dict(design_point=int(shard.cell_design_point[row]), alternative=int(shard.cell_alternative[row]),
                     replication=int(shard.cell_replication[row]))
        assert float(shard.totals[row, metrics.index("demand")]) == float(sweep.demand.isel(place))
compared = 0
for group in (None, "summary", "outcomes", "timeseries"):
    with xr.open_dataset(sweep_path, group=group) as sweep, xr.open_dataset(run_path, group=group) as run:
        point = sweep.isel(design_point=3)
        for name in run.data_vars:
            np.testing.assert_array_equal(point[name].values, run[name].values, err_msg=name)
            compared += 1
assert compared > 200
