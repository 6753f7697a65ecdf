"""Opens a result with every reader that people use and compares values with what was written.

usage: open_everywhere.py (RESULT DETAIL EXPECTED)..., where EXPECTED has lines `dataset flat_index value`
"""
import math
import subprocess
import sys

import h5py
import numpy as np
import xarray as xr


def close(a, b, tolerance=0.0):
    return (math.isnan(a) and math.isnan(b)) or math.isclose(a, b, rel_tol=tolerance)


def compare(expected, arrays):
    for name, index, value in expected:
        tolerance = 1e-10 if name.startswith("summary") else 0.0
        assert close(float(arrays[name].reshape(-1)[int(index)]), float(value), tolerance), name


def open_with_all(path, detail, expected_path):
    groups = ["summary", "outcomes", "waits", "timeseries", "disruptions", "network", "run"]
    if detail == "orders":
        groups += ["orders", "replenishments", "promises", "orders_index", "replenishments_index", "promises_index", "lanes"]
    expected = [line.rsplit(" ", 2) for line in open(expected_path, encoding="utf-8").read().splitlines()]
    assert expected

    with h5py.File(path) as file:
        assert file.attrs["filetype"] == b"restock.result" and file.attrs["complete"] == 1
        compare(expected, {name: file[name][()] for name in {line[0] for line in expected}})

        def check(name, item):
            if not isinstance(item, h5py.Dataset):
                return
            assert "long_name" in item.attrs, name
            for axis in range(item.ndim):
                assert item.attrs.get("CLASS") == b"DIMENSION_SCALE" or len(item.dims[axis]) == 1, (name, axis)
        file.visititems(check)

    # h5netcdf takes seconds for a hundred variables: the richest file, which has all of them, is enough.
    for engine in ("netcdf4", "h5netcdf") if detail == "orders" else ("netcdf4",):
        with xr.open_dataset(path, engine=engine) as root:
            assert list(root.alternative.values) == ["base", "café too"]
            assert list(root["site"].values) == ["depot", "shop", "café"]
            assert root.fill_rate.attrs["better"] == "higher"
            few = ("demand", "site_bullwhip", "stock_point_fill_rate", "stock_point_p95_wait")
            here = [line for line in expected if line[0] in few or engine == "netcdf4" and "/" not in line[0]]
            compare(here, {name: root[name].values for name in {line[0] for line in here}})
            frame = root[["fill_rate", "total_cost"]].to_dataframe()
            assert len(frame) == 6 and frame.loc[("base", 0), "fill_rate"] == 0.7
        for group in groups:
            with xr.open_dataset(path, engine=engine, group=group) as ds:
                ds.load()
                ds.to_dataframe() if ds.sizes else None
                if group == "timeseries":
                    assert ds.time.dtype.kind == "M" and str(ds.time.values[1])[:10] == "2026-01-06"
                if group == "disruptions":
                    assert list(ds.disruption.values) == ["port strike", "surge online/sale"]
                    assert ds.active.sel(disruption="port strike").values.tolist() == [[0.2] * 3] * 2
                    assert np.isnan(ds.active.values[0, :, 1]).all() and (ds.active.values[1, :, 1] == 0.5).all()
                    assert ds.spells.values[1].tolist() == [[1, 0], [2, 0], [3, 0]]
                if group == "timeseries":
                    assert ds.disruption_level.values.tolist() == [[[0, 0], [1, 0]], [[1, 0], [3, 2]]]
                if group == "orders":
                    marks = dict(zip(ds.disruptions.flag_meanings.split(), ds.disruptions.flag_masks))
                    assert marks == {"port_strike": 1, "surge_online_sale": 2}
                    assert ds.disruptions.values.tolist()[:8] == [0, 1] * 3 + [0, 2]
                    orders = ds.to_dataframe()
                    assert len(orders) == 12
                    assert str(orders.ordered.iloc[1])[:10] == "2026-01-02"
                    assert np.isnat(orders.ended.values[1]) and np.isnat(orders.promised.values[0])
                    assert list(orders.units[:2]) == [3, 1] and list(orders.outcome[:2]) == [0, 7]
                if group == "replenishments":
                    assert list(ds.lane.values[:2]) == [1, -1]
                if group == "orders_index":
                    assert ds.row_start.values.tolist() == [[0, 2, 4], [6, 8, 10]]
                    assert (ds.row_count.values == 2).all()

    dump = subprocess.run(["h5dump", "-d", "/fill_rate", path], capture_output=True, text=True, check=True).stdout
    assert "0.7" in dump and "H5T_IEEE_F64LE" in dump
    subprocess.run(["h5dump", "-H", path], capture_output=True, check=True)


for i in range(1, len(sys.argv), 3):
    open_with_all(*sys.argv[i:i + 3])
