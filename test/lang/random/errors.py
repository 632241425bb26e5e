import random
for f in (lambda: random.randrange(0), lambda: random.randint(5, 1), lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randrange(1.5)):
    try:
        f()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)  # expect: ValueError empty range for randrange()
        # expect: ValueError empty range in randrange(5, 2)
        # expect: IndexError Cannot choose from an empty sequence
        # expect: ValueError Sample larger than population or is negative
        # expect: TypeError 'float' object cannot be interpreted as an integer
