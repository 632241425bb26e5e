def f():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise KeyError(2)
        finally:
            print("cleanup")
    except KeyError as e:
        print(repr(e), repr(e.__context__))
f()  # expect: cleanup
# expect: KeyError(2) ValueError(1)
