print(len(range(2**53)), len(range(2**62)), len(range(-2**62, 2**61, 3)))  # expect: 9007199254740992 4611686018427387904 2305843009213693952
try: len(range(2**63))
except OverflowError as e: print(e)  # expect: Python int too large to convert to C ssize_t
