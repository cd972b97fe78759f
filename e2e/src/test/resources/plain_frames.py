"""Lets an interface send frames as they would lie on a cable: sums filled in, none joined.

What `ethtool -K INTERFACE tx off sg off tso off gso off gro off` does, for systems without it.
"""

import array
import fcntl
import socket
import struct
import sys

SIOCETHTOOL = 0x8946
TX_SUMS, SCATTER, TCP_SEGMENTS, SEGMENTS, RECEIVE = 0x17, 0x19, 0x1F, 0x24, 0x2C

with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
    for feature in (RECEIVE, SEGMENTS, TCP_SEGMENTS, TX_SUMS, SCATTER):
        wish = array.array("B", struct.pack("II", feature, 0))
        address, _ = wish.buffer_info()
        request = struct.pack("16sP", sys.argv[1].encode(), address)
        fcntl.ioctl(any_socket, SIOCETHTOOL, request)
