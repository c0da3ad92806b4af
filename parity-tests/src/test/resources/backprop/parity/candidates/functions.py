# Reads lines such as "exp 3ff0000000000000" and prints the bits of each result.
import struct
import sys

import fdlibm

for line in sys.stdin:
    name, bits = line.split()
    argument = struct.unpack(">d", bytes.fromhex(bits))[0]
    print(struct.pack(">d", getattr(fdlibm, name)(argument)).hex())
