# What cannot be made is refused before it is made.
import array, collections, itertools

def tell(make):
    try:
        made = make()
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__, e)
    else:
        print(type(made).__name__)

tell(lambda: list(range(2**63)))  # expect: OverflowError Python int too large to convert to C ssize_t
tell(lambda: list(range(2**62)))  # expect json: "MemoryError "
tell(lambda: tuple(range(2**62)))  # expect json: "MemoryError "
tell(lambda: sorted(range(2**62)))  # expect json: "MemoryError "
tell(lambda: [*range(2**62)])  # expect json: "MemoryError "
tell(lambda: [1].extend(range(2**62)))  # expect json: "MemoryError "
tell(lambda: [0] * 2**62)  # expect json: "MemoryError "
tell(lambda: (0,) * 2**62)  # expect json: "MemoryError "
tell(lambda: [0, 1] * 2**62)  # expect json: "MemoryError "
tell(lambda: 'x' * 2**62)  # expect json: "MemoryError "
tell(lambda: 'xy' * 2**62)  # expect: OverflowError repeated string is too long
tell(lambda: b'x' * 2**62)  # expect json: "MemoryError "
tell(lambda: bytearray(b'x') * 2**62)  # expect json: "MemoryError "
tell(lambda: bytes(2**62))  # expect json: "MemoryError "
tell(lambda: bytearray(2**62))  # expect json: "MemoryError "
tell(lambda: 'x'.ljust(2**62))  # expect json: "MemoryError "
tell(lambda: 'x'.center(2**62))  # expect json: "MemoryError "
tell(lambda: 'x'.zfill(2**62))  # expect json: "MemoryError "
tell(lambda: array.array('B', [0]) * 2**62)  # expect json: "MemoryError "
tell(lambda: itertools.product(range(10), repeat=2**50))  # expect json: "MemoryError "
tell(lambda: 1 << 2**62)  # expect json: "MemoryError "
