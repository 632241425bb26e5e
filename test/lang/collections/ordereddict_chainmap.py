from collections import OrderedDict
d = OrderedDict([("a", 1), ("b", 2)])
d.move_to_end("a")
print(d, list(d), d.popitem(last=False), d)  # expect: OrderedDict({'a': 1}) ['b', 'a'] ('b', 2) OrderedDict({'a': 1})
