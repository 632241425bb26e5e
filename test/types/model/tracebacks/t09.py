def f(a, b): pass
try: f()
except TypeError as e: print(e)
x = {'é': 1}
z = "日本語" + x['é'] + "more"
