d = {1: "int", 1.0: "float", True: "bool", "1": "str", (1,): "tuple", None: "none", 2 ** 70: "big", -0.0: "zero"}
print(d, d[0], d[1 + 0j], d[2 ** 70])  # expect: {1: 'bool', '1': 'str', (1,): 'tuple', None: 'none', 1180591620717411303424: 'big', -0.0: 'zero'} zero bool big
for bad in ([], {}, set()):
    try:
        d[bad] = 1
    except TypeError as e:
        print(e)  # expect: unhashable type: 'list'
        # expect: unhashable type: 'dict'
        # expect: unhashable type: 'set'
