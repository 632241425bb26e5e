import codecs
def closure():
    m = 0
    got = []
    def handler(error):
        got.append(m)
        return ('?', error.end)
    codecs.register_error('mine', handler)
    for i in range(300):
        m = i
        '\xe9'.encode('ascii', 'mine')
    return got == list(range(300))
print(closure())  # expect: True
