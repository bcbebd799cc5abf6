// The sandbox answers this path with its address and its demo tokens. This is no sandbox.
