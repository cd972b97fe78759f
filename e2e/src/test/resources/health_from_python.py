"""Asks each service SERVICE=PORT as a foreign client would: reflection, then HealthCheck.

No generated code: the reflection request and the answers are read as bytes.
"""

import sys

import grpc


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def fields(data):
    """The fields of a message: (number, value), nested messages as bytes."""
    at = 0
    while at < len(data):
        tag, at = varint(data, at)
        if tag & 7 == 0:
            value, at = varint(data, at)
        elif tag & 7 == 2:
            length, at = varint(data, at)
            value, at = data[at : at + length], at + length
        else:
            raise ValueError("unexpected wire type %d" % (tag & 7))
        yield tag >> 3, value


def listed_services(channel):
    reflect = channel.stream_stream("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo")
    list_services = b"\x3a\x01*"  # field 7, list_services: "*"
    answer = next(reflect(iter([list_services]), timeout=10))
    response = dict(fields(answer))[6]
    return [dict(fields(service))[1].decode() for number, service in fields(response) if number == 1]


for argument in sys.argv[1:]:
    service, port = argument.split("=")
    name = "arduino_trader.%s.%sService" % (service, service.capitalize())
    with grpc.insecure_channel("127.0.0.1:" + port) as channel:
        assert name in listed_services(channel), "%s is not listed on port %s" % (name, port)
        answer = dict(fields(channel.unary_unary("/%s/HealthCheck" % name)(b"", timeout=10)))
        print("%s healthy=%s version=%s" % (service, bool(answer.get(1)), answer[2].decode()))
