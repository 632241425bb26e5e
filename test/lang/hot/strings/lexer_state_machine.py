text = "let x1 = 42 + foo(3.14, 'str') ; # comment\n" * 20
state = "start"
tokens = {}
i = 0
while i < len(text):
    c = text[i]
    if state == "start":
        if c.isalpha():
            state = "name"
        elif c.isdigit():
            state = "number"
        elif c == "'":
            state = "string"
        elif c == "#":
            state = "comment"
        else:
            tokens[c] = tokens.get(c, 0) + 1
        i += 1
    elif state == "name" and c.isalnum() or state == "number" and (c.isdigit() or c == "."):
        i += 1
    elif state == "string" and c != "'" or state == "comment" and c != "\n":
        i += 1
    else:
        tokens[state] = tokens.get(state, 0) + 1
        if state == "string":
            i += 1
        state = "start"
print(tokens)  # expect: {'name': 60, ' ': 160, '=': 20, 'number': 40, '+': 20, '(': 20, ',': 20, 'string': 20, ')': 20, ';': 20, 'comment': 20, '\n': 20}
