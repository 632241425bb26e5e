hits = 0
class Key:
    def __hash__(self): return hash(5)
    def __eq__(self, other):
        global hits
        hits += 1
        return False
table = {Key(): 1}
def count():
    total = 0
    for i in range(500):
        table.get(5)
        5 in table
        total += hits
    return total
print(count())  # expect: 250500
