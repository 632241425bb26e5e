# Long texts are shown piece by piece: escapes and pairs of surrogates lie across the borders.
for unit in ('\0', 'a\n', '\u00e9\x00', '\U0001f600', 'x\U0001f600\ud800', '\\', "'", '\u2028ab'):
    for n in (1000, 8191, 8192, 8193, 20000):
        text = unit * n
        assert repr(text)[1:-1] == repr(unit)[1:-1] * n, (unit, n)
print(len(repr('\0' * 100000)), repr('"\'' * 3))  # expect: 400002 '"\'"\'"\''
