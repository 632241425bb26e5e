k = 0
class Text(str):
    def __eq__(self, other):
        global k
        k += 1
        return True
    __hash__ = str.__hash__
def loop(n):
    total = 0
    table = {Text('q'): 1}
    for i in range(n):
        total += table.get('q', 0)
        total += 'q' in table
        total += k
    return total
print(loop(300))  # expect: 90900
