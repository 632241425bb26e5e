# sys.exit with every kind of argument: what the SystemExit holds.
import sys

for args in [(), (None,), (3,), ((1, 2),), ('text',), (SystemExit(4),), ([1],)]:
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(args, e.args, e.code)  # expect: () () None
        # expect: (None,) () None
        # expect: (3,) (3,) 3
        # expect: ((1, 2),) (1, 2) (1, 2)
        # expect: ('text',) ('text',) text
        # expect: (SystemExit(4),) (4,) 4
        # expect: ([1],) ([1],) [1]
