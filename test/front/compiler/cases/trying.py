def basic(x):
    try:
        x()
    except ValueError:
        print(1)
    except (TypeError, KeyError) as e:
        print(e)
        raise
    except:
        return 2
    else:
        print(3)
    finally:
        print(4)

def finally_return(x):
    try:
        return x
    finally:
        print(x)

def finally_loop(x):
    for i in x:
        try:
            if i: continue
            break
        finally:
            print(i)
    while x:
        try:
            pass
        finally:
            break

def nested(x):
    try:
        try:
            x
        except A as e:
            return e
        finally:
            y
    except B as e:
        del e
    finally:
        try:
            z
        finally:
            return w

def finally_with_lambda():
    try:
        a
    finally:
        f = lambda: [x for x in a]

def return_in_handler(x):
    for i in x:
        try:
            a
        except E as e:
            if e: return i
            continue
        except F:
            break

def pass_everywhere():
    try: pass
    except: pass
    else: pass
    finally: pass

try:
    import one
except ImportError:
    one = None

def groups(x):
    try:
        x
    except* A:
        print(1)
    except* (B, C) as e:
        print(e)
    else:
        print(2)
    finally:
        print(3)

def group_in_loop(x):
    for i in x:
        try:
            i
        except* A as e:
            for j in e: break

def withs(a, b):
    with a: pass
    with a as x, b as (y, z): print(x, y, z)
    with (
        a as x,
        b,
    ):
        return x
    for i in a:
        with b as i.x:
            if i: continue
            break

def with_in_try(a):
    try:
        with a:
            return 1
    except E:
        return 2
    return 3

def constant_return(a):
    with a:
        return 1
    try:
        return None
    finally:
        a
