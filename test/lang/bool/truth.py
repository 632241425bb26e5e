class Empty:
    def __len__(self):
        return 0
class No:
    def __bool__(self):
        return False
print(bool(Empty()), bool(No()), bool(object()), bool(0.0), bool("0"), bool([0]), bool(()), bool(range(0)), bool(0j))  # expect: False False True False True True False False False
