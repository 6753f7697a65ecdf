"""What an attribution keeps of its first alternative is what a run of the same scenario keeps of it.

usage: same_results.py ATTRIBUTION RUN
"""
import sys

import h5py
import numpy as np

compared = 0
with h5py.File(sys.argv[1]) as attribution, h5py.File(sys.argv[2]) as run:
    def compare(name, item):
        global compared
        if not isinstance(item, h5py.Dataset) or name.startswith("run/") or "alternative" not in item.parent:
            return
        if item.dims[0].keys() != ["alternative"]:
            return
        here, there = item[0], attribution[name][0]
        if name.startswith("waits/"):  # another alternative may have longer ones
            assert not there[..., here.shape[-1]:].any(), name
            there = there[..., :here.shape[-1]]
        np.testing.assert_array_equal(there, here, err_msg=name)
        compared += 1
    run.visititems(compare)
    assert run["waits/late"][0].sum() > 0 and run["waits/segment_units"][0].sum() > 0
assert compared > 150, compared
