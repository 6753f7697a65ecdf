"""Opens a sweep that was copied together and one that points at its shards; both hold the same.

usage: open_virtual.py COPIED VIRTUAL
"""
import sys

import h5py
import numpy as np
import xarray as xr

copied_path, virtual_path = sys.argv[1:]
virtual_datasets = 0
with h5py.File(copied_path) as copied, h5py.File(virtual_path) as virtual:
    def compare(name, item):
        global virtual_datasets
        if not isinstance(item, h5py.Dataset) or name.startswith("run/"):
            return
        other = virtual[name]
        assert other.shape == item.shape and other.dtype == item.dtype, name
        np.testing.assert_array_equal(other[()], item[()], err_msg=name)
        assert other.attrs.keys() == item.attrs.keys(), name
        if other.is_virtual:
            virtual_datasets += 1
            for source in other.virtual_sources():
                assert not source.file_name.startswith("/"), source
            assert other.id.get_create_plist().get_fill_value is not None
    copied.visititems(compare)
    assert virtual["fill_rate"].is_virtual and virtual["stock_point_profit"].is_virtual
    assert virtual["outcomes/units"].is_virtual and not virtual["summary/mean"].is_virtual
    assert len(virtual["run/source"]) == 5
assert virtual_datasets > 200, virtual_datasets

for engine in ("netcdf4", "h5netcdf"):
    with xr.open_dataset(copied_path, engine=engine) as a, xr.open_dataset(virtual_path, engine=engine) as b:
        xr.testing.assert_identical(a[["fill_rate", "demand", "site_profit"]].load(),
                                    b[["fill_rate", "demand", "site_profit"]].load())
    for group in ("outcomes", "summary", "waits", "timeseries"):
        with xr.open_dataset(copied_path, engine=engine, group=group) as a:
            with xr.open_dataset(virtual_path, engine=engine, group=group) as b:
                xr.testing.assert_identical(a.load(), b.load())
