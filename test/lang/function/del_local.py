def f():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as e:
        return str(e)
print(f())  # expect: cannot access local variable 'x' where it is not associated with a value
try:
    del undefined_name
except NameError as e:
    print(e)  # expect: name 'undefined_name' is not defined
