# A constructor that takes no keywords leaves them to the __init__ of a subclass that has one.
import itertools
for base, args in ((tuple, ([1],)), (frozenset, ([1],)), (float, (1,)), (filter, (None, [1])), (map, (abs, [1])), (set, ([1],)), (itertools.chain, ([1],)),
                   (itertools.islice, ([1], 2)), (itertools.cycle, ([1],)), (itertools.count, (1,)), (itertools.zip_longest, ([1],)), (itertools.compress, ([1], [1]))):
    class Own(base):
        def __init__(self, *args, label=None): self.label = label
    class Plain(base): pass
    for cls in base, Plain, Own:
        try: print(cls.__name__, cls(*args, label=3).label)
        except TypeError as e: print(cls.__name__, e)  # expect: tuple tuple() takes no keyword arguments
        # expect: Plain tuple() takes no keyword arguments
        # expect: Own 3
        # expect: frozenset frozenset() takes no keyword arguments
        # expect: Plain frozenset() takes no keyword arguments
        # expect: Own 3
        # expect: float float() takes no keyword arguments
        # expect: Plain float() takes no keyword arguments
        # expect: Own 3
        # expect: filter filter() takes no keyword arguments
        # expect: Plain filter() takes no keyword arguments
        # expect: Own 3
        # expect: map map() takes no keyword arguments
        # expect: Plain map() takes no keyword arguments
        # expect: Own 3
        # expect: set set() takes no keyword arguments
        # expect: Plain set() takes no keyword arguments
        # expect: Own 3
        # expect: chain chain() takes no keyword arguments
        # expect: Plain chain() takes no keyword arguments
        # expect: Own 3
        # expect: islice islice() takes no keyword arguments
        # expect: Plain islice() takes no keyword arguments
        # expect: Own 3
        # expect: cycle cycle() takes no keyword arguments
        # expect: Plain cycle() takes no keyword arguments
        # expect: Own 3
        # expect: count count() got an unexpected keyword argument 'label'
        # expect: Plain count() got an unexpected keyword argument 'label'
        # expect: Own count() got an unexpected keyword argument 'label'
        # expect: zip_longest zip_longest() got an unexpected keyword argument
        # expect: Plain zip_longest() got an unexpected keyword argument
        # expect: Own zip_longest() got an unexpected keyword argument
        # expect: compress compress() takes at most 2 arguments (3 given)
        # expect: Plain compress() takes at most 2 arguments (3 given)
        # expect: Own compress() takes at most 2 arguments (3 given)
