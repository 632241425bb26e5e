# What comes before an argument is written before its __str__ runs.
class Loud:
    def __str__(self):
        print('<in>', end='')
        return 'loud'


class Broken:
    def __repr__(self):
        raise ValueError('broken')


print(1, Loud(), 2.5, [3], None, Loud())  # expect: 1 <in>loud 2.5 [3] None <in>loud
try:
    print('a', 1, [Broken()], 'never')  # expect: a 1 | broken
except ValueError as e:
    print('|', e)
try:
    print(Broken(), sep='-')
except ValueError as e:
    print('|', e)  # expect: | broken
print('a', 'b', Loud(), sep=', ', end='!\n')  # expect: a, b, <in>loud!
