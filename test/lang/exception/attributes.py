try:
    {}["missing"]
except KeyError as e:
    print(e.args, str(e), repr(e))  # expect: ('missing',) 'missing' KeyError('missing')
try:
    None.foo
except AttributeError as e:
    print(e.name, e.obj)  # expect: foo None
try:
    undefined_x
except NameError as e:
    print(e.name)  # expect: undefined_x
e = Exception("a", "b")
print(str(e), repr(e), str(Exception()), repr(Exception()), str(Exception("x")))  # expect: ('a', 'b') Exception('a', 'b')  Exception() x
