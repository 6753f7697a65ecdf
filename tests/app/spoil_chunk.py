"""Changes one byte inside a compressed chunk of a dataset, as a bad disk would.

usage: spoil_chunk.py FILE DATASET
"""
import sys

import h5py

path, name = sys.argv[1:]
with h5py.File(path) as file:
    info = file[name].id.get_chunk_info(file[name].id.get_num_chunks() // 2)
with open(path, "r+b") as raw:
    raw.seek(info.byte_offset + info.size // 2)
    byte = raw.read(1)[0]
    raw.seek(-1, 1)
    raw.write(bytes([byte ^ 0x55]))
