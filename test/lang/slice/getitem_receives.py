class G:
    def __getitem__(self, key):
        return key
g = G()
print(g[1], g[1:2], g[::3], g[1, 2], g[1:2, ..., None], g[()], g[-1])  # expect: 1 slice(1, 2, None) slice(None, None, 3) (1, 2) (slice(1, 2, None), Ellipsis, None) () -1
