"""Prints what the numbers of bench/run belong to: library_versions.py [torch]

Python, NumPy and the kernels that its OpenBLAS chose; or PyTorch.
"""

import ctypes
import os
import sys

import numpy as np


def openblas_core():
    """What OpenBLAS itself says, through whichever library NumPy has loaded; empty where there is none."""
    with open("/proc/self/maps") as maps:
        libraries = sorted({line.split()[-1] for line in maps if "blas" in line and "/" in line})
    for library in libraries:
        for prefix in ("scipy_openblas_get_", "openblas_get_"):
            for suffix in ("64_", ""):
                try:
                    core = getattr(ctypes.CDLL(library), prefix + "corename" + suffix)
                except (AttributeError, OSError):
                    continue
                core.restype = ctypes.c_char_p
                return ", OpenBLAS for " + core().decode()
    return ", BLAS " + ", ".join(os.path.basename(library) for library in libraries) if libraries else ""


def main():
    if sys.argv[1:] == ["torch"]:
        import torch

        print(f"PyTorch {torch.__version__}")
        return
    np.ones((2, 2)) @ np.ones((2, 2))
    try:
        core = openblas_core()
    except OSError:
        core = ""
    print(f"Python {sys.version.split()[0]}, NumPy {np.__version__}{core}")


main()
