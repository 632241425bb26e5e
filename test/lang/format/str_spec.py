s = "abc"
print(f"{s:5}| {s:>5} {s:^7}| {s:*^7} {s:.2} {s:>6.2} {s!r:10}|")  # expect: abc  |   abc   abc  | **abc** ab     ab 'abc'     |
