def f(e):
    try:
        raise e
    except (KeyError, IndexError) as x:
        return "lookup " + type(x).__name__
    except ArithmeticError:
        return "arith"
    except Exception as x:
        return "other " + str(x)
print(f(KeyError("k")), f(IndexError()), f(ZeroDivisionError()), f(ValueError("v")), f(RuntimeError))  # expect json: "lookup KeyError lookup IndexError arith other v other "
