def f(x):
    try:
        print("try", 10 // x)
    except ZeroDivisionError:
        print("except")
        return "handled"
    else:
        print("else")
        return "fine"
    finally:
        print("finally")
print(f(2))  # expect: try 5
# expect: else
# expect: finally
# expect: fine
print(f(0))  # expect: except
# expect: finally
# expect: handled
