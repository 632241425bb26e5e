class Stack:
    def __init__(self):
        self.items = []
    def __len__(self):
        return len(self.items)
    def __getitem__(self, i):
        return self.items[i]
    def __setitem__(self, i, v):
        self.items[i] = v
    def __delitem__(self, i):
        del self.items[i]
    def __contains__(self, v):
        return v in self.items
s = Stack()
s.items.extend([1, 2, 3])
s[0] = 9
del s[1]
print(len(s), s[0], s[-1], 9 in s, 2 in s, list(s), bool(s), bool(Stack()), s[0:1])  # expect: 2 9 3 True False [9, 3] True False [9]
