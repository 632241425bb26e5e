class BadInput(ValueError):
    pass
print("start")  # expect: start
raise BadInput("line 3: no number")
# expect error: BadInput: line 3: no number
