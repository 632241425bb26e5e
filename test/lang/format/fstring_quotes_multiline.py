d = {"a": 1}
print(f"{d["a"]} {d['a']}")  # expect: 1 1
print(f"""{
    d["a"] + 1
} end""")  # expect: 2 end
