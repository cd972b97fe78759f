"""A cable between two interfaces of this network namespace: passes frames on, as a kernel's netem would.

Not every kernel has netem. Reads commands from its input, one a line, and answers each with one:
  delay MS    how long each frame takes, in milliseconds
  loss PCT    how many frames of a hundred are lost, by chance
  cut         nothing passes; the interfaces stay up, as with a switch that died
  cut-after N the same once N more frames have passed
  heal        all passes, without delay and loss
  frames      how many frames have passed
Ends with its input.
"""

import heapq
import random
import select
import socket
import sys
import time

ALL_PROTOCOLS = 3
OUTGOING = 4
FRAMES_AT_ONCE = 64


def opened(interface):
    end = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(ALL_PROTOCOLS))
    end.bind((interface, ALL_PROTOCOLS))
    end.setblocking(False)
    return end


class Cable:
    def __init__(self, left, right, seed):
        self.other = {left: right, right: left}
        self.last_due = {left: 0.0, right: 0.0}
        self.chance = random.Random(seed)
        self.waiting = []
        self.frames = 0
        self.delay = 0.0
        self.loss = 0.0
        self.cut_at = None

    def is_cut(self):
        return self.cut_at is not None and self.frames >= self.cut_at

    def obey(self, command):
        word, _, value = command.strip().partition(" ")
        if word == "delay":
            self.delay = float(value) / 1000
        elif word == "loss":
            self.loss = float(value) / 100
        elif word == "cut":
            self.cut_at = self.frames
        elif word == "cut-after":
            self.cut_at = self.frames + int(value)
        elif word == "heal":
            self.delay, self.loss, self.cut_at = 0.0, 0.0, None
        elif word != "frames":
            sys.exit("expected a command of the cable, found " + command)
        print(self.frames, flush=True)

    def take(self, end):
        for _ in range(FRAMES_AT_ONCE):
            try:
                frame, origin = end.recvfrom(65535)
            except BlockingIOError:
                return
            except OSError:
                continue  # says once that the interface was not up
            if origin[2] == OUTGOING or self.is_cut() or self.chance.random() < self.loss:
                continue
            self.frames += 1
            due = max(time.monotonic() + self.delay, self.last_due[end])
            self.last_due[end] = due
            heapq.heappush(self.waiting, (due, self.frames, self.other[end], frame))

    def give(self):
        while self.waiting and self.waiting[0][0] <= time.monotonic():
            _, _, end, frame = heapq.heappop(self.waiting)
            try:
                end.send(frame)
            except OSError:
                pass  # a full queue loses frames, as real ones do

    def pause(self):
        return max(0.0, self.waiting[0][0] - time.monotonic()) if self.waiting else 1.0


def main():
    cable = Cable(opened(sys.argv[1]), opened(sys.argv[2]), int(sys.argv[3]))
    commands = sys.stdin.fileno()
    while True:
        readable, _, _ = select.select([*cable.other, commands], [], [], cable.pause())
        for source in readable:
            if source == commands:
                line = sys.stdin.readline()
                if not line:
                    return
                cable.obey(line)
            else:
                cable.take(source)
        cable.give()


main()
