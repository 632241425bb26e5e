x = 1
if x is 1: print('one')
s = '\d \d'
assert (x, 'no')
print(f'\w{x}', b'\q')
1()
