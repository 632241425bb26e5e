text = """one
  two "quoted"
three"""
print(text)  # expect: one
# expect:   two "quoted"
# expect: three
print(len(text))  # expect: 24
