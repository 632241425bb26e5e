def cell():
    k = 0
    log = []
    class Key:
        def __hash__(self): return hash(7)
        def __eq__(self, other):
            log.append(k)
            return False
    table = {Key(): 1}
    for i in range(400):
        k = i
        table.get(7)
    return log == list(range(400))
print(cell())  # expect: True
