def outer():
    def inner():
        return value
    value = 5
    return inner()
print(outer())  # expect: 5
def outer2():
    def inner():
        return later
    try:
        inner()
    except NameError as e:
        print(e)
    later = 1
outer2()  # expect: cannot access free variable 'later' where it is not associated with a value in enclosing scope
