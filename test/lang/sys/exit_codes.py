import sys
for code in (None, 0, 3, "msg", True):
    try:
        sys.exit(code)
    except SystemExit as e:
        print(repr(e.code))  # expect: None
        # expect: 0
        # expect: 3
        # expect: 'msg'
        # expect: True
raise SystemExit(7)
# expect exit: 7
