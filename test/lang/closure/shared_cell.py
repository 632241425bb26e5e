def make():
    x = 1
    def get():
        return x
    def put(v):
        nonlocal x
        x = v
    return get, put
get, put = make()
put(7)
print(get())  # expect: 7
