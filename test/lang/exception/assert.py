assert True
assert 1 + 1 == 2, "math"
try:
    assert False
except AssertionError as e:
    print(repr(e))  # expect: AssertionError()
try:
    assert [] , "empty " + str(5)
except AssertionError as e:
    print(repr(e))  # expect: AssertionError('empty 5')
